//! `POST /assignments/{id}/nudge`.

use crate::{
    db::{interviews, notices, scorecards},
    failure::Failure,
    http::{
        notices::tell::{About, News, tell},
        operation::{Act, Door, Empty, Nothing, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{AssignmentId, Code, PersonId, notices::NoticeKind, people::Role, time::DAY};
use serde_json::json;

/// Reminds a panelist of their own card: one constant sentence, at most once a day, and only when the interview has begun (S35).
pub struct Nudge;

impl Operation for Nudge {
    const ROUTE: Route = Route {
        id: "assignments.nudge",
        verb: Verb::Post,
        path: "/assignments/{id}/nudge",
        summary: "Reminds a panelist of their scorecard",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Empty;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: AssignmentId = act.id()?;
        let (scope, place) = scope::team_assignment(act.conn, act.viewer, &id)?;
        let interview = interviews::find(act.conn, &place.interview_id.as_str().into())?;
        let states = scorecards::states(act.conn, &scope.progress)?;
        let owes = matches!(states.get(&place.id).map(String::as_str), Some("draft" | "sealing"));
        let begun = interview.starts_at.is_some_and(|at| at <= act.now.0);
        if !owes || !begun || interview.cancelled || !place.state()?.stands() {
            return Err(Failure::refused(Code::Conflict, "No scorecard is due here now."));
        }
        let last = notices::latest_nudges(act.conn, std::slice::from_ref(&place.id))?.remove(&place.id);
        if last.is_some_and(|at| act.now.since(at) < DAY) {
            return Err(Failure::refused(Code::Conflict, "They were reminded within the last 24 hours."));
        }
        let news = News {
            kind: NoticeKind::Nudge,
            about: About::Own,
            object: ("scorecard", &place.id),
            until: None,
        };
        tell(act, &PersonId(place.person_id.clone()), news)?;
        act.record("assignment.nudge", "assignment", id.as_str(), Some(&place.candidate_id), json!({}))?;
        Ok(Nothing)
    }
}
