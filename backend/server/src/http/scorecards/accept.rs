//! `POST /assignments/{id}/acceptance`.

use super::page;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{loops::SlotState, scorecards::MyInterview};

/// Says yes to an interview (S17).
pub struct Accept;

impl Operation for Accept {
    const ROUTE: Route = Route {
        id: "assignments.accept",
        verb: Verb::Post,
        path: "/assignments/{id}/acceptance",
        summary: "Accepts the caller's own place",
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
        page::answer(act, SlotState::Accepted, "assignment.accept")
    }
}
