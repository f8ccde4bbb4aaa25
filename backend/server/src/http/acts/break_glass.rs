//! `POST /loops/{id}/break-glass`.

use crate::{
    db::{broken_glass, jobs, releases},
    failure::Failure,
    http::{
        notices::tell::{About, News, tell},
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::reasons::{ReasonKind, check_reason};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, LoopId,
    acts::{BreakGlass, BrokenGlass},
    notices::NoticeKind,
    people::Role,
    time::HOUR,
};
use serde_json::json;

/// Lets the caller read the submitted cards of one loop for an hour before its release (S15). The reason is always asked for, and
/// the answer does not tell whether there is anything to read. Whoever is open on the candidate is refused like everybody from
/// outside: they first end their own blindness on their scorecard's page, and are exposed by that.
pub struct BreakTheGlass;

impl Operation for BreakTheGlass {
    const ROUTE: Route = Route {
        id: "loops.break_glass",
        verb: Verb::Post,
        path: "/loops/{id}/break-glass",
        summary: "Opens the submitted scorecards to the caller for an hour, in an emergency",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = BreakGlass;
    type Answer = Json<BrokenGlass>;

    fn run(act: &mut Act<'_, BreakGlass>) -> Result<Self::Answer, Failure> {
        let id: LoopId = act.id()?;
        let scope = scope::team_loop(act.conn, act.viewer, &id)?;
        let reason = check_reason("/reason", ReasonKind::Full, &act.body.reason)
            .map_err(|fault| Failure::Invalid(vec![fault]))?;
        if releases::find(act.conn, &id)?.is_some() {
            return Err(Failure::refused(Code::Conflict, "This loop is revealed already."));
        }
        let until = act.now.plus(HOUR);
        let glass = act.ids.id();
        broken_glass::insert(act.conn, glass, &id, act.viewer.id(), &reason, act.now, until)?;
        // Whoever is open on the candidate reads it after closing.
        let mut told = Vec::new();
        for (person, _) in jobs::team(act.conn, &scope.row.job_id.as_str().into())? {
            if told.contains(&person) {
                continue;
            }
            let news = News {
                kind: NoticeKind::BrokenGlass,
                about: About::Team(&scope.row),
                object: ("loop", &scope.row.id),
                until: Some(until),
            };
            tell(act, &person, news)?;
            told.push(person);
        }
        act.record("loop.break_glass", "loop", id.as_str(), Some(&scope.row.candidate_id), json!({}))?;
        Ok(Json(BrokenGlass { until }))
    }
}
