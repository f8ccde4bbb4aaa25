//! `POST /assignments/{id}/decline`.

use super::page;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{loops::SlotState, scorecards::MyInterview};

/// Says no to an interview; others read one constant text (S17).
pub struct Decline;

impl Operation for Decline {
    const ROUTE: Route = Route {
        id: "assignments.decline",
        verb: Verb::Post,
        path: "/assignments/{id}/decline",
        summary: "Declines the caller's own place",
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
        page::answer(act, SlotState::Declined, "assignment.decline")
    }
}
