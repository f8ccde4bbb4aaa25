//! `POST /assignments/{id}/exchange`.

use super::{exchanging, request};
use crate::{
    db::{assignments, loops, place_requests, servings},
    failure::Failure,
    http::{
        notices::tell::{About, News, tell, tell_team},
        operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
        scorecards::page,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    CandidateId, Code,
    acts::{NewSwap, RequestKind},
    notices::NoticeKind,
};
use serde_json::json;

/// Asks a colleague to exchange interviews of the same loop (S17). The answer is the same whether or not the colleague sits on the panel.
pub struct ProposeExchange;

impl Operation for ProposeExchange {
    const ROUTE: Route = Route {
        id: "assignments.exchange",
        verb: Verb::Post,
        path: "/assignments/{id}/exchange",
        summary: "Asks a colleague on the same panel to exchange interviews",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = NewSwap;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, NewSwap>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        page::demand_draft(act.conn, &own)?;
        let refused = |why: &str| Err(Failure::refused(Code::Conflict, why));
        if !exchanging::to_come(&own.interview, act.now) {
            return refused("This interview has begun: it cannot be exchanged any more.");
        }
        if exchanging::begun(act.conn, &own.grant)? {
            return refused(
                "You have begun to write this scorecard: the interview cannot be exchanged any more.",
            );
        }
        // S2: who was shown anything, or wrote a card on the person before, does not turn to people who must not know.
        let candidate = CandidateId(own.row.candidate_id.clone());
        let slots = assignments::own(act.conn, act.viewer.id(), &candidate)?;
        let knows = servings::any(act.conn, act.viewer.id(), &candidate)?
            || slots.iter().any(|slot| slot.has_closed_by_card());
        if knows {
            return refused(
                "You have read or written a scorecard on this person. Ask the recruiter to change the panel.",
            );
        }
        let colleague = request::colleague(act, &own)?;
        request::note(act, &own, RequestKind::Exchange, Some(&colleague), None)?;
        if let Some(request) = place_requests::find_exchange(act.conn, &own.row.id)? {
            let theirs = assignments::own(act.conn, &colleague, &candidate)?;
            if let Some(offer) = exchanging::offer(act.conn, &request, &theirs, act.now)? {
                let object = ("interviews", offer.mine.0.id.as_str());
                let (kind, about) = (NoticeKind::ExchangeAsked, About::Own);
                tell(act, &colleague, News { kind, about, object, until: None })?;
            }
        }
        let row = loops::find(act.conn, &own.row.loop_id.as_str().into())?;
        tell_team(act, &row, None, NoticeKind::ExchangeProposed)?;
        let detail = json!({"person": colleague});
        act.record("exchange.propose", "assignment", &own.row.id, Some(candidate.as_str()), detail)?;
        Ok(Nothing)
    }
}
