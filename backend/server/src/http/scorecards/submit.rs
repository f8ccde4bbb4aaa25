//! `POST /scorecards/{id}/submission`.

use super::page::{self, demand_place};
use crate::db::{place_requests, scorecards};
use crate::{
    failure::Failure,
    http::{
        acts::exchanging,
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, Timestamp,
    acts::RequestKind,
    scorecards::{AmendmentTag, FieldKey, Submitted, UNDO_SECONDS, read_card},
    time::SECOND,
};
use serde_json::json;

/// Submits the card: the seal falls after the seconds for undo. Sent twice, it is submitted once and answers the same.
pub struct Submit;

impl Operation for Submit {
    const ROUTE: Route = Route {
        id: "scorecards.submit",
        verb: Verb::Post,
        path: "/scorecards/{id}/submission",
        summary: "Submits the caller's own scorecard",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 202,
    };
    type Body = Empty;
    type Answer = Json<Submitted>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        let card = scorecards::find(act.conn, &own.grant)?;
        match card.state.as_str() {
            "draft" => {}
            "sealing" => {
                return Ok(Json(Submitted { seals_at: Timestamp(card.seals_at.unwrap_or(act.now.0)) }));
            }
            "submitted" => {
                return Ok(Json(Submitted { seals_at: Timestamp(card.submitted_at.unwrap_or(act.now.0)) }));
            }
            _ => {
                return Err(Failure::refused(
                    Code::Conflict,
                    "This scorecard was withdrawn; its place is spent.",
                ));
            }
        }
        demand_place(&own)?;
        // Whoever is asked to exchange must not see by its end that a card was submitted: so it ends first, by its author's own act.
        let waits = place_requests::find_exchange(act.conn, &own.row.id)?.is_some();
        if waits && exchanging::to_come(&own.interview, act.now) {
            return Err(Failure::refused(
                Code::Conflict,
                "You asked a colleague to exchange this interview. Take that back first.",
            ));
        }
        let fields = scorecards::fields(act.conn, &own.grant)?;
        let value = |key: &FieldKey| fields.get(&key.name()).map(|f| f.value.clone()).unwrap_or_default();
        let content = read_card(&own.competencies(), value).map_err(Failure::Invalid)?;
        let seals_at = act.now.plus(UNDO_SECONDS.saturating_mul(SECOND));
        scorecards::insert_revision(act.conn, &own.grant, 1, &content, "", AmendmentTag::Sealed, act.now)?;
        scorecards::set_sealing(act.conn, &own.grant, Some(seals_at))?;
        // Nobody can take over what is written.
        place_requests::end(act.conn, &own.row.id, RequestKind::Swap, act.now)?;
        let (id, candidate) = (own.row.id.clone(), own.row.candidate_id.clone());
        act.record("scorecard.submit", "scorecard", &id, Some(&candidate), json!({}))?;
        Ok(Json(Submitted { seals_at }))
    }
}
