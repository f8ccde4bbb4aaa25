//! `POST /assignments/{id}/no-show`.

use super::page;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{loops::SlotState, scorecards::MyInterview};

/// Reports that the candidate did not come: no card is owed (S17).
pub struct NoShow;

impl Operation for NoShow {
    const ROUTE: Route = Route {
        id: "assignments.no_show",
        verb: Verb::Post,
        path: "/assignments/{id}/no-show",
        summary: "Reports that the candidate did not come",
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
        page::answer(act, SlotState::NoShow, "assignment.no_show")
    }
}
