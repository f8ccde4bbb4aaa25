//! `POST /applications/{id}/stage`.

use super::row;
use crate::db::{applications, plans};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    candidates::{ApplicationRow, StageMove},
    people::Role,
};
use serde_json::json;

/// Moves an application to another column. Touches nobody's interview or scorecard (S3).
pub struct MoveStage;

impl Operation for MoveStage {
    const ROUTE: Route = Route {
        id: "applications.move",
        verb: Verb::Post,
        path: "/applications/{id}/stage",
        summary: "Moves an application to another stage",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = StageMove;
    type Answer = Json<ApplicationRow>;

    fn run(act: &mut Act<'_, StageMove>) -> Result<Self::Answer, Failure> {
        let (mut application, own, rights) = row::for_change(act)?;
        let plan = plans::newest(act.conn, &application.job_id.as_str().into())?.plan;
        if !plan.job.stages.contains(&act.body.stage) {
            return Err(Failure::field("/stage", "unknown", "Choose one of the job's stages."));
        }
        application.stage = act.body.stage.clone();
        let seen = act.body.version;
        applications::update(act.conn, &mut application, seen)?;
        act.record(
            "application.move",
            "application",
            &application.id,
            Some(&application.candidate_id),
            json!({}),
        )?;
        row::after_change(act, &application, &own, rights)
    }
}
