//! `DELETE /scorecards/{id}/submission`.

use super::page;
use crate::db::scorecards;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::Code;
use serde_json::json;

/// Takes a submission back while the seconds for undo run: then nothing was submitted (S10).
pub struct Undo;

impl Operation for Undo {
    const ROUTE: Route = Route {
        id: "scorecards.undo",
        verb: Verb::Delete,
        path: "/scorecards/{id}/submission",
        summary: "Undoes a submission within ten seconds",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = Empty;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        let card = scorecards::find(act.conn, &own.grant)?;
        match (card.state.as_str(), card.seals_at) {
            ("draft", _) => return Ok(Nothing),
            ("sealing", Some(at)) if act.now.0 < at => {}
            _ => {
                return Err(Failure::refused(
                    Code::UndoOver,
                    "The ten seconds are over: the scorecard is sealed. You can append an amendment.",
                ));
            }
        }
        scorecards::delete_pending_revision(act.conn, &own.grant)?;
        scorecards::set_sealing(act.conn, &own.grant, None)?;
        let (id, candidate) = (own.row.id.clone(), own.row.candidate_id.clone());
        act.record("scorecard.undo", "scorecard", &id, Some(&candidate), json!({}))?;
        Ok(Nothing)
    }
}
