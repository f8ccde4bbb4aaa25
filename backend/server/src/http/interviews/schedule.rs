//! `POST /interviews/{id}/schedule`.

use crate::{
    db::interviews,
    failure::all_good,
    http::{
        loops::{panel, view},
        scope,
    },
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_hiring::loops::{check_place, check_time};
use evenhand_policy::Class;
use evenhand_shared::{
    InterviewId,
    loops::{LoopDetail, Schedule},
    people::Role,
};
use serde_json::json;

/// Sets time and place: two of the few things that an open panelist may be told (S2).
pub struct SetSchedule;

impl Operation for SetSchedule {
    const ROUTE: Route = Route {
        id: "interviews.schedule",
        verb: Verb::Post,
        path: "/interviews/{id}/schedule",
        summary: "Sets an interview's time and place",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Schedule;
    type Answer = Json<LoopDetail>;

    fn run(act: &mut Act<'_, Schedule>) -> Result<Self::Answer, Failure> {
        let id: InterviewId = act.id()?;
        let (scope, mut interview) = scope::team_interview(act.conn, act.viewer, &id)?;
        let mut faults = Vec::new();
        check_place("/place", &act.body.place, &mut faults);
        check_time("/zone", act.body.starts_at, act.body.zone.as_deref(), &mut faults);
        panel::check_zone("/zone", act.body.zone.as_deref(), &mut faults);
        all_good(faults)?;
        interview.starts_at = act.body.starts_at.map(|at| at.0);
        interview.zone = act.body.zone.clone();
        interview.place = act.body.place.trim().to_owned();
        let seen = act.body.version;
        interviews::update(act.conn, &mut interview, seen)?;
        act.record("interview.schedule", "interview", id.as_str(), Some(&scope.row.candidate_id), json!({}))?;
        view::detail(act.conn, &scope, act.now).map(Json)
    }
}
