//! Exchanging two interviews of one loop.
//!
//! Both are open on the candidate, so neither may learn more of the panel than the exchange itself tells: whoever is asked sees an
//! interview in place of one of their own and not whose it is; whoever asks learns of a yes alone. Nothing here depends on a card of the
//! other side (S13): what is offered follows from places and the clock.

use crate::{
    db::{
        Conn,
        assignments::{self, Assignment},
        files,
        interviews::{self, Interview},
        loops::Loop,
        place_requests::PlaceRequest,
        scorecards,
    },
    failure::Failure,
    http::{
        loops::panel::{Frozen, assign},
        operation::Act,
    },
};
use evenhand_policy::{OwnCard, OwnSlot, grant::OwnCardGrant};
use evenhand_shared::{
    PersonId, Timestamp,
    loops::{NewSlot, SlotState},
};

/// Whether an interview can still be given away.
pub fn to_come(interview: &Interview, now: Timestamp) -> bool {
    !interview.cancelled && interview.starts_at.is_none_or(|at| at > now.0)
}

/// What would be exchanged.
pub struct Offer {
    /// The place of whoever asks, with its interview.
    pub theirs: (Assignment, Interview),
    /// The place of whoever is asked, with its interview.
    pub mine: (Assignment, Interview),
}

/// What a request offers to whoever is asked: the first of their open places on that loop, of the same part and on another interview
/// than any on which the asker sits. Nothing when there is none, or when it is too late for either.
pub fn offer(
    conn: &mut Conn,
    request: &PlaceRequest,
    own: &[OwnSlot],
    now: Timestamp,
) -> Result<Option<Offer>, Failure> {
    let theirs = assignments::find(conn, &request.assignment_id.as_str().into())?;
    let their_interview = interviews::find(conn, &theirs.interview_id.as_str().into())?;
    if !theirs.state()?.stands() || !to_come(&their_interview, now) {
        return Ok(None);
    }
    let open: Vec<&OwnSlot> = own
        .iter()
        .filter(|slot| {
            slot.loop_id.as_str() == request.loop_id && slot.is_open() && slot.card == OwnCard::Draft
        })
        .collect();
    if open.is_empty() {
        return Ok(None);
    }
    let places = assignments::list(conn, &request.loop_id.as_str().into())?;
    let mut of_asker = Vec::new();
    let mut of_mine = Vec::new();
    for place in &places {
        if place.state()?.stands() && place.person_id == theirs.person_id {
            of_asker.push(place.interview_id.as_str());
        }
        if place.state()?.stands() && open.iter().any(|slot| slot.assignment.as_str() == place.id) {
            of_mine.push(place);
        }
    }
    if of_mine.iter().any(|place| place.interview_id == theirs.interview_id) {
        return Ok(None);
    }
    for mine in of_mine {
        let interview = interviews::find(conn, &mine.interview_id.as_str().into())?;
        let fits = !of_asker.contains(&mine.interview_id.as_str()) && mine.kind == theirs.kind;
        if fits && to_come(&interview, now) {
            let mine = (mine.clone(), interview);
            return Ok(Some(Offer { theirs: (theirs, their_interview), mine }));
        }
    }
    Ok(None)
}

/// Gives a place on an interview to somebody of the panel, who knows no more by it than before: what was frozen for them stays.
pub fn give<B>(
    act: &mut Act<'_, B>,
    row: &Loop,
    to: &Assignment,
    of: &Assignment,
    interview: &Interview,
) -> Result<String, Failure> {
    let frozen =
        Frozen { stage: to.stage.clone(), brief: to.brief.clone(), planned_kits: to.planned_kits()? };
    let person = PersonId(to.person_id.clone());
    let slot = NewSlot { person_id: person, kind: of.kind()?, required: of.required };
    let new = assign(act, row, interview, &slot, &frozen)?;
    files::freeze_like(act.conn, &act.ids, new.as_str(), &to.id)?;
    assignments::set_state(act.conn, new.as_str(), SlotState::Accepted)?;
    Ok(new.0)
}

/// Whether anything was written on the own card.
pub fn begun(conn: &mut Conn, grant: &OwnCardGrant) -> Result<bool, Failure> {
    Ok(scorecards::fields(conn, grant)?.values().any(|field| !field.value.is_empty()))
}
