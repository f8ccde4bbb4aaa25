//! `POST /requests/{id}/answer`.

use crate::{
    db::{applications, assignments, interviews, loops, notices, place_requests},
    failure::{Failure, all_good},
    http::{
        loops::panel,
        notices::tell::{About, News, tell, tell_team},
        operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, PersonId, RequestId,
    acts::{RequestAnswer, RequestKind, RequestState},
    loops::{NewSlot, SlotState},
    notices::NoticeKind,
};
use serde_json::json;

/// The colleague's yes or no to taking over. A yes is a replacement; like every change of the roster it releases nothing (S6).
pub struct AnswerSwap;

impl Operation for AnswerSwap {
    const ROUTE: Route = Route {
        id: "requests.answer",
        verb: Verb::Post,
        path: "/requests/{id}/answer",
        summary: "Takes over a colleague's interview, or says no",
        class: Class::Gated,
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
        let candidate = place_requests::find_candidate(act.conn, &id)?;
        scope::demand_not_open(act.conn, act.viewer, &candidate.into())?;
        let request = place_requests::find(act.conn, &id)?;
        let asked = request.colleague_id.as_deref() == Some(act.viewer.id().as_str());
        if !asked || request.kind()? != RequestKind::Swap {
            return Err(Failure::NotFound);
        }
        let over = || Failure::refused(Code::Conflict, "This is not asked any more.");
        let place = assignments::find(act.conn, &request.assignment_id.as_str().into())?;
        let interview = interviews::find(act.conn, &place.interview_id.as_str().into())?;
        if request.state()? != RequestState::Asked || !place.state()?.stands() || interview.cancelled {
            return Err(over());
        }
        let row = loops::find(act.conn, &request.loop_id.as_str().into())?;
        // Answered, it needs nobody any more.
        notices::mark_seen_about(act.conn, act.viewer.id(), ("request", &request.id), act.now)?;
        let asker = PersonId(request.person_id.clone());
        let own = |kind| News { kind, about: About::Own, object: ("scorecard", &place.id), until: None };
        if !act.body.yes {
            place_requests::answer(act.conn, &request.id, RequestState::Refused, None, act.now)?;
            tell(act, &asker, own(NoticeKind::SwapRefused))?;
            act.record("swap.refuse", "assignment", &place.id, Some(&place.candidate_id), json!({}))?;
            return Ok(Nothing);
        }
        let slot =
            NewSlot { person_id: act.viewer.id().clone(), kind: place.kind()?, required: place.required };
        let mut faults = Vec::new();
        panel::check_person(act.conn, "/yes", &slot, &mut faults)?;
        panel::check_free(act.conn, "/yes", &interview, &slot.person_id, &mut faults)?;
        all_good(faults)?;
        assignments::set_state(act.conn, &place.id, SlotState::Replaced)?;
        let stage = applications::find(act.conn, &row.application_id.as_str().into())?.stage;
        let frozen = panel::freeze(act.conn, &row, stage)?;
        let new = panel::assign(act, &row, &interview, &slot, &frozen)?;
        assignments::set_state(act.conn, new.as_str(), SlotState::Accepted)?;
        place_requests::answer(act.conn, &request.id, RequestState::Granted, Some(new.as_str()), act.now)?;
        tell(act, &asker, own(NoticeKind::SwapTaken))?;
        tell_team(act, &row, None, NoticeKind::TookOver)?;
        act.record("swap.accept", "assignment", &place.id, Some(&place.candidate_id), json!({}))?;
        Ok(Nothing)
    }
}
