//! `DELETE /assignments/{id}/exchange`.

use crate::{
    db::place_requests,
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Nothing, Operation, Route, SMALL, Verb, Who},
        scorecards::page,
    },
};
use evenhand_policy::Class;
use evenhand_shared::acts::RequestKind;
use serde_json::json;

/// Takes back that an interview should be exchanged.
pub struct EndExchange;

impl Operation for EndExchange {
    const ROUTE: Route = Route {
        id: "assignments.exchange_end",
        verb: Verb::Delete,
        path: "/assignments/{id}/exchange",
        summary: "Takes back that the caller would exchange this interview",
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
        if place_requests::find_exchange(act.conn, &own.row.id)?.is_some() {
            place_requests::end(act.conn, &own.row.id, RequestKind::Exchange, act.now)?;
            let (id, candidate) = (own.row.id.clone(), own.row.candidate_id.clone());
            act.record("exchange.take_back", "assignment", &id, Some(&candidate), json!({}))?;
        }
        Ok(Nothing)
    }
}
