//! `scorecards`, `draft_fields`, `revisions`: what is sealed.
//!
//! Every function here asks for a grant. A draft can be reached by its author's grant alone (B07); the cards of a loop by a
//! packet grant; their states by a progress grant; the sealing job counts with its own.

use super::{
    Conn,
    schema::{assignments, draft_fields, revisions, scorecards},
    words::{document, read_document, read_word, word},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_policy::grant::{ComparisonGrant, OwnCardGrant, PacketGrant, ProgressGrant, SealGrant};
use evenhand_shared::{
    AssignmentId, LoopId, Timestamp,
    scorecards::{Amendment, AmendmentTag, CardContent, DraftField},
};
use std::collections::{BTreeMap, HashMap};

/// The author's own card.
#[derive(Debug, Clone, Queryable)]
pub struct Card {
    /// The assignment.
    pub assignment_id: String,
    /// `draft`, `sealing`, `submitted` or `withdrawn`.
    pub state: String,
    /// When the seal falls.
    pub seals_at: Option<i64>,
    /// When it was sealed.
    pub submitted_at: Option<i64>,
    /// Its author had been served others' content before closing.
    pub exposed: bool,
    /// Sealed after the release.
    pub late: bool,
    /// Why it was withdrawn.
    pub withdrawn_reason: Option<String>,
    /// When; absent for those from before this was kept.
    pub withdrawn_at: Option<i64>,
}

/// The card itself.
pub fn find(conn: &mut Conn, grant: &OwnCardGrant) -> Result<Card, Failure> {
    Ok(scorecards::table.find(grant.assignment().as_str()).first(conn)?)
}

/// The fields of the draft.
pub fn fields(conn: &mut Conn, grant: &OwnCardGrant) -> Result<BTreeMap<String, DraftField>, Failure> {
    let rows: Vec<(String, String, i64)> = draft_fields::table
        .filter(draft_fields::assignment_id.eq(grant.assignment().as_str()))
        .order(draft_fields::field)
        .select((draft_fields::field, draft_fields::value, draft_fields::version))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(field, value, version)| (field, DraftField { value, version, other: None }))
        .collect())
}

/// Stores one field.
pub fn put_field(
    conn: &mut Conn,
    grant: &OwnCardGrant,
    name: &str,
    field: &DraftField,
) -> Result<(), Failure> {
    let id = grant.assignment().as_str();
    let changed = diesel::update(draft_fields::table.find((id, name)))
        .set((draft_fields::value.eq(&field.value), draft_fields::version.eq(field.version)))
        .execute(conn)?;
    if changed == 0 {
        diesel::insert_into(draft_fields::table)
            .values((
                draft_fields::assignment_id.eq(id),
                draft_fields::field.eq(name),
                draft_fields::value.eq(&field.value),
                draft_fields::version.eq(field.version),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Starts the seconds for undo, or takes them back with `None`.
pub fn set_sealing(
    conn: &mut Conn,
    grant: &OwnCardGrant,
    seals_at: Option<Timestamp>,
) -> Result<(), Failure> {
    let state = if seals_at.is_some() { "sealing" } else { "draft" };
    diesel::update(scorecards::table.find(grant.assignment().as_str()))
        .set((scorecards::state.eq(state), scorecards::seals_at.eq(seals_at.map(|t| t.0))))
        .execute(conn)?;
    Ok(())
}

/// Withdraws the card for good.
pub fn withdraw(conn: &mut Conn, grant: &OwnCardGrant, reason: &str, now: Timestamp) -> Result<(), Failure> {
    diesel::update(scorecards::table.find(grant.assignment().as_str()))
        .set((
            scorecards::state.eq("withdrawn"),
            scorecards::seals_at.eq(None::<i64>),
            scorecards::withdrawn_reason.eq(Some(reason)),
            scorecards::withdrawn_at.eq(Some(now.0)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Appends a revision; number 1 is the sealed first.
pub fn insert_revision(
    conn: &mut Conn,
    grant: &OwnCardGrant,
    number: i64,
    content: &CardContent,
    reason: &str,
    tag: AmendmentTag,
    at: Timestamp,
) -> Result<(), Failure> {
    diesel::insert_into(revisions::table)
        .values((
            revisions::assignment_id.eq(grant.assignment().as_str()),
            revisions::number.eq(number),
            revisions::content.eq(document(content)?),
            revisions::reason.eq(reason),
            revisions::tag.eq(word(&tag)?),
            revisions::at.eq(at.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes back the pending first revision while the seconds for undo run.
pub fn delete_pending_revision(conn: &mut Conn, grant: &OwnCardGrant) -> Result<(), Failure> {
    diesel::delete(revisions::table.filter(revisions::assignment_id.eq(grant.assignment().as_str())))
        .execute(conn)?;
    Ok(())
}

/// Revision 1, when there is one, and the amendments in order.
pub fn own_revisions(conn: &mut Conn, grant: &OwnCardGrant) -> Result<Revisions, Failure> {
    let ids = [grant.assignment().as_str().to_owned()];
    Ok(load_revisions(conn, &ids)?.remove(grant.assignment().as_str()).unwrap_or_default())
}

/// A card's revisions.
#[derive(Debug, Clone, Default)]
pub struct Revisions {
    /// Revision 1.
    pub first: Option<CardContent>,
    /// Later ones in order.
    pub amendments: Vec<Amendment>,
}

fn load_revisions(conn: &mut Conn, ids: &[String]) -> Result<HashMap<String, Revisions>, Failure> {
    let rows: Vec<(String, i64, String, String, String, i64)> = revisions::table
        .filter(revisions::assignment_id.eq_any(ids))
        .order((revisions::assignment_id, revisions::number))
        .load(conn)?;
    let mut all: HashMap<String, Revisions> = HashMap::new();
    for (id, number, content, reason, tag, at) in rows {
        let content: CardContent = read_document(&content)?;
        let card = all.entry(id).or_default();
        if number == 1 {
            card.first = Some(content);
        } else {
            let at = Timestamp(at);
            card.amendments.push(Amendment { revision: number, at, reason, tag: read_word(&tag)?, content });
        }
    }
    Ok(all)
}

/// A submitted card of a loop.
#[derive(Debug, Clone)]
pub struct SubmittedCard {
    /// The assignment.
    pub assignment: AssignmentId,
    /// Its revisions.
    pub revisions: Revisions,
    /// Its author had been served others' content before closing.
    pub exposed: bool,
    /// Sealed after the release.
    pub late: bool,
}

/// The submitted cards of the granted loop.
pub fn list_submitted(conn: &mut Conn, grant: &PacketGrant) -> Result<Vec<SubmittedCard>, Failure> {
    let rows: Vec<(String, bool, bool)> = scorecards::table
        .inner_join(assignments::table.on(assignments::id.eq(scorecards::assignment_id)))
        .filter(assignments::loop_id.eq(grant.loop_id().as_str()))
        .filter(scorecards::state.eq("submitted"))
        .order(scorecards::assignment_id)
        .select((scorecards::assignment_id, scorecards::exposed, scorecards::late))
        .load(conn)?;
    let ids: Vec<String> = rows.iter().map(|(id, _, _)| id.clone()).collect();
    let mut all = load_revisions(conn, &ids)?;
    Ok(rows
        .into_iter()
        .map(|(id, exposed, late)| SubmittedCard {
            revisions: all.remove(&id).unwrap_or_default(),
            assignment: id.into(),
            exposed,
            late,
        })
        .collect())
}

/// Cards of the granted loop that were withdrawn: when and why, never what they said.
pub fn list_withdrawn(
    conn: &mut Conn,
    grant: &PacketGrant,
) -> Result<Vec<(String, Option<Timestamp>, String)>, Failure> {
    let rows: Vec<(String, Option<i64>, Option<String>)> = scorecards::table
        .inner_join(assignments::table.on(assignments::id.eq(scorecards::assignment_id)))
        .filter(assignments::loop_id.eq(grant.loop_id().as_str()))
        .filter(scorecards::state.eq("withdrawn"))
        .order(scorecards::assignment_id)
        .select((scorecards::assignment_id, scorecards::withdrawn_at, scorecards::withdrawn_reason))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, at, why)| (id, at.map(Timestamp), why.unwrap_or_default())).collect())
}

/// A sealed card of the granted loop with its revisions; of one that was withdrawn nothing is read but that it was.
pub fn find_sealed(
    conn: &mut Conn,
    grant: &PacketGrant,
    id: &AssignmentId,
) -> Result<(Card, Revisions), Failure> {
    let place: String = assignments::table
        .find(id.as_str())
        .filter(assignments::loop_id.eq(grant.loop_id().as_str()))
        .select(assignments::id)
        .first(conn)?;
    let card: Card = scorecards::table
        .find(&place)
        .filter(scorecards::state.eq_any(["submitted", "withdrawn"]))
        .first(conn)?;
    let revisions = match card.state.as_str() {
        "submitted" => load_revisions(conn, std::slice::from_ref(&place))?.remove(&place),
        _ => None,
    };
    Ok((card, revisions.unwrap_or_default()))
}

/// Places on the granted interview whose card is in, with the revisions.
pub fn list_compared(conn: &mut Conn, grant: &ComparisonGrant) -> Result<Vec<(String, Revisions)>, Failure> {
    let interview: String =
        assignments::table.find(grant.mine().as_str()).select(assignments::interview_id).first(conn)?;
    let ids: Vec<String> = scorecards::table
        .inner_join(assignments::table.on(assignments::id.eq(scorecards::assignment_id)))
        .filter(assignments::interview_id.eq(interview))
        .filter(scorecards::state.eq("submitted"))
        .order(scorecards::assignment_id)
        .select(scorecards::assignment_id)
        .load(conn)?;
    let mut all = load_revisions(conn, &ids)?;
    Ok(ids.into_iter().map(|id| (id.clone(), all.remove(&id).unwrap_or_default())).collect())
}

/// States of a loop's cards by assignment, for progress alone.
pub fn states(conn: &mut Conn, grant: &ProgressGrant) -> Result<HashMap<String, String>, Failure> {
    states_of(conn, grant.loop_id())
}

/// The same for several loops, each with its grant.
pub fn states_of_all(conn: &mut Conn, grants: &[&ProgressGrant]) -> Result<HashMap<String, String>, Failure> {
    let ids: Vec<&str> = grants.iter().map(|grant| grant.loop_id().as_str()).collect();
    let rows: Vec<(String, String)> = scorecards::table
        .inner_join(assignments::table.on(assignments::id.eq(scorecards::assignment_id)))
        .filter(assignments::loop_id.eq_any(ids))
        .select((scorecards::assignment_id, scorecards::state))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// States of a loop's cards, for the release rule alone.
pub fn states_for_sealing(
    conn: &mut Conn,
    _: &SealGrant,
    loop_id: &LoopId,
) -> Result<HashMap<String, String>, Failure> {
    states_of(conn, loop_id)
}

fn states_of(conn: &mut Conn, loop_id: &LoopId) -> Result<HashMap<String, String>, Failure> {
    let rows: Vec<(String, String)> = scorecards::table
        .inner_join(assignments::table.on(assignments::id.eq(scorecards::assignment_id)))
        .filter(assignments::loop_id.eq(loop_id.as_str()))
        .select((scorecards::assignment_id, scorecards::state))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Cards whose seconds for undo are over at `now`, oldest first.
pub fn list_due(
    conn: &mut Conn,
    _: &SealGrant,
    now: Timestamp,
) -> Result<Vec<(AssignmentId, Timestamp)>, Failure> {
    let rows: Vec<(String, Option<i64>)> = scorecards::table
        .filter(scorecards::state.eq("sealing"))
        .filter(scorecards::seals_at.le(Some(now.0)))
        .order((scorecards::seals_at, scorecards::assignment_id))
        .select((scorecards::assignment_id, scorecards::seals_at))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, at)| (id.into(), Timestamp(at.unwrap_or(now.0)))).collect())
}

/// Lets the seal fall: the card is submitted at `at`.
pub fn seal(
    conn: &mut Conn,
    _: &SealGrant,
    id: &AssignmentId,
    at: Timestamp,
    exposed: bool,
    late: bool,
) -> Result<(), Failure> {
    diesel::update(scorecards::table.find(id.as_str()))
        .set((
            scorecards::state.eq("submitted"),
            scorecards::seals_at.eq(None::<i64>),
            scorecards::submitted_at.eq(Some(at.0)),
            scorecards::exposed.eq(exposed),
            scorecards::late.eq(late),
        ))
        .execute(conn)?;
    Ok(())
}
