//! `POST /requests/{id}/exchange`.

use super::exchanging::{self, Offer};
use crate::{
    db::{assignments, loops, place_requests},
    failure::Failure,
    http::{
        notices::tell::{About, News, tell, tell_team},
        operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
    },
};
use evenhand_policy::{Class, grant::OwnCardGrant};
use evenhand_shared::{
    CandidateId, Code, PersonId, RequestId,
    acts::{RequestAnswer, RequestKind, RequestState},
    loops::SlotState,
    notices::NoticeKind,
};
use serde_json::json;

/// The colleague's yes or no to exchanging interviews. Like every change of the roster it releases nothing (S6).
pub struct AnswerExchange;

impl Operation for AnswerExchange {
    const ROUTE: Route = Route {
        id: "requests.exchange",
        verb: Verb::Post,
        path: "/requests/{id}/exchange",
        summary: "Exchanges an interview of the caller for another of the same loop, or says no",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = RequestAnswer;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, RequestAnswer>) -> Result<Self::Answer, Failure> {
        let id: RequestId = act.id()?;
        let request = place_requests::find(act.conn, &id)?;
        let asked = request.colleague_id.as_deref() == Some(act.viewer.id().as_str());
        if !asked || request.kind()? != RequestKind::Exchange || request.state()? != RequestState::Asked {
            return Err(Failure::NotFound);
        }
        let candidate = CandidateId(request.candidate_id.clone());
        let own = assignments::own(act.conn, act.viewer.id(), &candidate)?;
        // What is not offered any more is absent, as what was never asked.
        let offer = exchanging::offer(act.conn, &request, &own, act.now)?.ok_or(Failure::NotFound)?;
        if !act.body.yes {
            place_requests::answer(act.conn, &request.id, RequestState::PassedOver, None, act.now)?;
            let on = Some(candidate.as_str());
            act.record("exchange.refuse", "assignment", &offer.mine.0.id, on, json!({}))?;
            return Ok(Nothing);
        }
        let grant = OwnCardGrant::for_author(act.viewer, &offer.mine.0.id.as_str().into(), act.viewer.id());
        if exchanging::begun(act.conn, &grant.ok_or(Failure::NotFound)?)? {
            return Err(Failure::refused(
                Code::Conflict,
                "You have begun to write your scorecard: the interview cannot be exchanged any more.",
            ));
        }
        exchange(act, &request, &offer)?;
        Ok(Nothing)
    }
}

fn exchange(
    act: &mut Act<'_, RequestAnswer>,
    request: &place_requests::PlaceRequest,
    offer: &Offer,
) -> Result<(), Failure> {
    let row = loops::find(act.conn, &request.loop_id.as_str().into())?;
    let ((theirs, their_interview), (mine, my_interview)) = (&offer.theirs, &offer.mine);
    for place in [theirs, mine] {
        assignments::set_state(act.conn, &place.id, SlotState::Replaced)?;
        // What else waits for an answer about it is void.
        for kind in [RequestKind::Swap, RequestKind::Exchange] {
            if kind != RequestKind::Exchange || place.id != request.assignment_id {
                place_requests::end(act.conn, &place.id, kind, act.now)?;
            }
        }
    }
    exchanging::give(act, &row, mine, theirs, their_interview)?;
    let successor = exchanging::give(act, &row, theirs, mine, my_interview)?;
    place_requests::answer(act.conn, &request.id, RequestState::Granted, Some(&successor), act.now)?;
    let (kind, about) = (NoticeKind::ExchangeTaken, About::Own);
    let object = ("scorecard", successor.as_str());
    tell(act, &PersonId(request.person_id.clone()), News { kind, about, object, until: None })?;
    tell_team(act, &row, None, NoticeKind::Exchanged)?;
    act.record("exchange.accept", "assignment", &mine.id, Some(&mine.candidate_id), json!({}))
}
