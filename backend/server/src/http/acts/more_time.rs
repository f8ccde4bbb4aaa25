//! `POST /assignments/{id}/more-time`.

use super::request;
use crate::{
    db::loops,
    failure::Failure,
    http::{
        notices::tell::tell_team,
        operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
        scorecards::page,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    acts::{MoreTime, RequestKind},
    notices::NoticeKind,
    time::DAY,
};
use serde_json::json;

/// Most days that can be asked for.
const DAYS: i64 = 14;

/// Asks for more time: the recruiter says yes or no, and the deadline follows (S17).
pub struct AskForTime;

impl Operation for AskForTime {
    const ROUTE: Route = Route {
        id: "assignments.more_time",
        verb: Verb::Post,
        path: "/assignments/{id}/more-time",
        summary: "Asks for more time for the caller's own scorecard",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = MoreTime;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, MoreTime>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        page::demand_draft(act.conn, &own)?;
        let until = act.body.until;
        if until <= act.now {
            return Err(Failure::field("/until", "past", "Choose a time that is still to come."));
        }
        if until > act.now.plus(DAYS.saturating_mul(DAY)) {
            return Err(Failure::field("/until", "too_late", "Choose a time within the next 14 days."));
        }
        request::note(act, &own, RequestKind::MoreTime, None, Some(until))?;
        let row = loops::find(act.conn, &own.row.loop_id.as_str().into())?;
        tell_team(act, &row, None, NoticeKind::TimeAsked)?;
        let (id, candidate) = (own.row.id.clone(), own.row.candidate_id.clone());
        act.record("assignment.more_time", "assignment", &id, Some(&candidate), json!({}))?;
        Ok(Nothing)
    }
}
