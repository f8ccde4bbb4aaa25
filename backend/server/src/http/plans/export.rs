//! `GET /plans/{id}/toml`.

use super::PLANNERS;
use crate::{
    db::plans,
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Operation, Route, SMALL, TextFile, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::PlanId;

/// A version written out as the file that people edit.
pub struct ExportPlan;

impl Operation for ExportPlan {
    const ROUTE: Route = Route {
        id: "plans.export",
        verb: Verb::Get,
        path: "/plans/{id}/toml",
        summary: "One version of a plan as a TOML file",
        class: Class::Neutral,
        who: Who::Roles(PLANNERS),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = TextFile;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: PlanId = act.id()?;
        let version = plans::find(act.conn, &id)?;
        scope::team(act.conn, act.viewer, &version.job_id)?;
        Ok(TextFile(evenhand_hiring::plan_file::export(&version.plan)))
    }
}
