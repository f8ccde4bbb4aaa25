//! What a panelist says about their own place: to whom, and how it is stored.

use crate::{
    db::{place_requests, words::word},
    failure::{Failure, all_good},
    http::{loops::panel, operation::Act, scorecards::page::Own},
};
use evenhand_shared::{
    PersonId, RequestId, Timestamp,
    acts::{NewSwap, RequestKind, RequestState},
    loops::NewSlot,
};

/// Notes it; what of the same kind still waits is void.
pub fn note<B>(
    act: &mut Act<'_, B>,
    own: &Own,
    kind: RequestKind,
    colleague: Option<&PersonId>,
    until: Option<Timestamp>,
) -> Result<RequestId, Failure> {
    place_requests::end(act.conn, &own.row.id, kind, act.now)?;
    // From the place's own count: what others say about theirs does not shift it.
    let earlier = place_requests::count(act.conn, &own.row.id)?;
    let id: RequestId = act.ids.object("request", &own.row.id, earlier);
    let state = if kind == RequestKind::Knows { RequestState::Granted } else { RequestState::Asked };
    let row = place_requests::PlaceRequest {
        id: id.0.clone(),
        assignment_id: own.row.id.clone(),
        loop_id: own.row.loop_id.clone(),
        candidate_id: own.row.candidate_id.clone(),
        person_id: own.row.person_id.clone(),
        kind: word(&kind)?,
        state: word(&state)?,
        colleague_id: colleague.map(|id| id.as_str().to_owned()),
        successor_id: None,
        until_at: until.map(|at| at.0),
        created_at: act.now.0,
        answered_at: None,
    };
    place_requests::insert(act.conn, &row)?;
    Ok(id)
}

/// The colleague who is named for a place: somebody else, who could hold it.
pub fn colleague(act: &mut Act<'_, NewSwap>, own: &Own) -> Result<PersonId, Failure> {
    let colleague = act.body.person_id.clone();
    if &colleague == act.viewer.id() {
        return Err(Failure::field("/person_id", "yourself", "Choose a colleague."));
    }
    let slot = NewSlot { person_id: colleague.clone(), kind: own.row.kind()?, required: own.row.required };
    let mut faults = Vec::new();
    panel::check_person(act.conn, "/person_id", &slot, &mut faults)?;
    all_good(faults)?;
    Ok(colleague)
}
