//! `POST /scorecards/{id}/unblinding`.

use super::page;
use crate::db::{
    assignments::{self, Assignment},
    servings,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::loops::Confirmation;
use serde_json::json;

/// Ends the caller's own blindness by their own choice: they join without a scorecard, and one written later is marked exposed (S5, S7). The answer is the same whether or not there is anything to see.
pub struct Unblind;

impl Operation for Unblind {
    const ROUTE: Route = Route {
        id: "scorecards.unblind",
        verb: Verb::Post,
        path: "/scorecards/{id}/unblinding",
        summary: "Ends the caller's own blindness on this candidate; their scorecard will be marked exposed",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Confirmation;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, Confirmation>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        // Whoever was taken off the panel stays blind until the release, and gains no packet by asking (S5).
        page::demand_place(&own)?;
        if !act.body.confirm {
            return Err(Failure::field(
                "/confirm",
                "required",
                "Confirm that your scorecard will be marked as exposed.",
            ));
        }
        expose(act, &own.row)?;
        Ok(Nothing)
    }
}

/// Ends the blindness of a place: noted on it and in the ledger, so that a card sealed later is marked. A second time changes nothing.
pub fn expose<B>(act: &mut Act<'_, B>, place: &Assignment) -> Result<(), Failure> {
    if place.unblinded_at.is_some() {
        return Ok(());
    }
    assignments::set_unblinded(act.conn, &place.id, act.now)?;
    servings::insert(
        act.conn,
        act.ids.id(),
        act.viewer.id(),
        &place.candidate_id.as_str().into(),
        &place.loop_id.as_str().into(),
        "unblinding",
        act.now,
    )?;
    act.record("scorecard.unblind", "scorecard", &place.id, Some(&place.candidate_id), json!({}))
}
