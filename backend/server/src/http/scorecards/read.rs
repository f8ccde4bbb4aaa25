//! `GET /scorecards/{id}`.

use super::page;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::scorecards::ScorecardPage;

/// The scorecard page: everything its author needs, and nothing about anybody else.
pub struct ReadScorecard;

impl Operation for ReadScorecard {
    const ROUTE: Route = Route {
        id: "scorecards.read",
        verb: Verb::Get,
        path: "/scorecards/{id}",
        summary: "The caller's own scorecard with its kit",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<ScorecardPage>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        page::page(act.conn, act.viewer, &own).map(Json)
    }
}
