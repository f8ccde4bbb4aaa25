//! `POST /scorecards/{id}/withdrawal`.

use super::page;
use crate::db::scorecards;
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_hiring::reasons::{ReasonKind, check_reason};
use evenhand_policy::Class;
use evenhand_shared::{
    Code,
    scorecards::{ScorecardPage, Withdrawal},
};
use serde_json::json;

/// Withdraws a sealed card for good: its place is spent, its content stays sealed and out of everything (S10).
pub struct Withdraw;

impl Operation for Withdraw {
    const ROUTE: Route = Route {
        id: "scorecards.withdraw",
        verb: Verb::Post,
        path: "/scorecards/{id}/withdrawal",
        summary: "Withdraws the caller's own sealed scorecard",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Withdrawal;
    type Answer = Json<ScorecardPage>;

    fn run(act: &mut Act<'_, Withdrawal>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        if scorecards::find(act.conn, &own.grant)?.state != "submitted" {
            return Err(Failure::refused(Code::Conflict, "Only a sealed scorecard can be withdrawn."));
        }
        let reason = check_reason("/reason", ReasonKind::Full, &act.body.reason)
            .map_err(|fault| Failure::Invalid(vec![fault]))?;
        scorecards::withdraw(act.conn, &own.grant, &reason, act.now)?;
        let (id, candidate) = (own.row.id.clone(), own.row.candidate_id.clone());
        act.record("scorecard.withdraw", "scorecard", &id, Some(&candidate), json!({}))?;
        page::page(act.conn, act.viewer, &own).map(Json)
    }
}
