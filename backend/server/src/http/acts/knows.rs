//! `POST /assignments/{id}/knows`.

use super::request;
use crate::{
    db::{loops, scorecards},
    failure::Failure,
    http::{
        notices::tell::tell_team,
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scorecards::page,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    acts::RequestKind, jobs::TeamRole, loops::SlotState, notices::NoticeKind, scorecards::MyInterview,
};

/// "I know this person": frees the place at once, without a reason. That it was this and not a plain no is read by the recruiter alone (S17).
pub struct KnowsCandidate;

impl Operation for KnowsCandidate {
    const ROUTE: Route = Route {
        id: "assignments.knows",
        verb: Verb::Post,
        path: "/assignments/{id}/knows",
        summary: "Frees the caller's own place because they know the candidate",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<MyInterview>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        let first = own.row.state()?.stands() && scorecards::find(act.conn, &own.grant)?.state == "draft";
        let answer = page::answer(act, SlotState::Declined, "assignment.knows")?;
        if first {
            request::note(act, &own, RequestKind::Knows, None, None)?;
            let row = loops::find(act.conn, &own.row.loop_id.as_str().into())?;
            tell_team(act, &row, Some(TeamRole::Recruiter), NoticeKind::KnowsCandidate)?;
        }
        Ok(answer)
    }
}
