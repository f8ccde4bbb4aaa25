//! `assignments`: people's places on interviews, with what is frozen for them.
//!
//! [`own`] answers "is this viewer open?" from the viewer's own rows; it comes before every other read about a candidate.

use super::{
    Conn,
    schema::{assignments, interviews, scorecards},
    words::{read_document, read_word, word},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_policy::{OwnCard, OwnSlot};
use evenhand_shared::{
    AssignmentId, CandidateId, InterviewId, LoopId, PersonId, Timestamp,
    loops::{SlotKind, SlotState},
};

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = assignments, treat_none_as_default_value = false)]
pub struct Assignment {
    /// Identifier; also the scorecard's.
    pub id: String,
    /// The interview.
    pub interview_id: String,
    /// The loop.
    pub loop_id: String,
    /// The candidate.
    pub candidate_id: String,
    /// The frozen plan version.
    pub plan_id: String,
    /// Who.
    pub person_id: String,
    /// As what.
    pub kind: String,
    /// Whether the panel is incomplete without this card.
    pub required: bool,
    /// What happened to the place.
    pub state: String,
    /// Stage label at assignment.
    pub stage: String,
    /// Brief at assignment.
    pub brief: String,
    /// Names of the planned kits at assignment, as JSON.
    pub planned_kits: String,
    /// When its holder asked to be unblinded.
    pub unblinded_at: Option<i64>,
    /// When.
    pub assigned_at: i64,
}

impl Assignment {
    /// As what.
    pub fn kind(&self) -> Result<SlotKind, Failure> {
        read_word(&self.kind)
    }

    /// What happened to the place.
    pub fn state(&self) -> Result<SlotState, Failure> {
        read_word(&self.state)
    }

    /// Names of the planned kits at assignment.
    pub fn planned_kits(&self) -> Result<Vec<String>, Failure> {
        read_document(&self.planned_kits)
    }
}

/// The viewer's own places on one candidate, with the state of the viewer's own cards.
pub fn own(conn: &mut Conn, viewer: &PersonId, candidate: &CandidateId) -> Result<Vec<OwnSlot>, Failure> {
    Ok(own_everywhere_where(conn, viewer, Some(candidate))?.into_iter().map(|(_, slot)| slot).collect())
}

/// All of the viewer's own places, with the candidate of each.
pub fn own_everywhere(conn: &mut Conn, viewer: &PersonId) -> Result<Vec<(CandidateId, OwnSlot)>, Failure> {
    own_everywhere_where(conn, viewer, None)
}

fn own_everywhere_where(
    conn: &mut Conn,
    viewer: &PersonId,
    candidate: Option<&CandidateId>,
) -> Result<Vec<(CandidateId, OwnSlot)>, Failure> {
    type Row = (String, String, String, String, Option<i64>, String);
    let columns = (
        assignments::candidate_id,
        assignments::id,
        assignments::loop_id,
        assignments::state,
        assignments::unblinded_at,
        scorecards::state,
    );
    let joined = assignments::table
        .inner_join(scorecards::table.on(scorecards::assignment_id.eq(assignments::id)))
        .filter(assignments::person_id.eq(viewer.as_str()));
    let rows: Vec<Row> = match candidate {
        Some(candidate) => joined
            .filter(assignments::candidate_id.eq(candidate.as_str()))
            .order(assignments::id)
            .select(columns)
            .load(conn)?,
        None => joined.order(assignments::id).select(columns).load(conn)?,
    };
    rows.into_iter()
        .map(|(candidate, id, loop_id, state, unblinded, card)| {
            Ok((
                CandidateId(candidate),
                OwnSlot {
                    assignment: id.into(),
                    loop_id: loop_id.into(),
                    state: read_word(&state)?,
                    card: own_card(&card)?,
                    unblinded: unblinded.is_some(),
                },
            ))
        })
        .collect()
}

fn own_card(state: &str) -> Result<OwnCard, Failure> {
    match state {
        "draft" => Ok(OwnCard::Draft),
        "sealing" => Ok(OwnCard::Sealing),
        "submitted" => Ok(OwnCard::Submitted),
        "withdrawn" => Ok(OwnCard::Withdrawn),
        other => Err(Failure::Internal(format!("unknown state of a card: {other}"))),
    }
}

/// One place.
pub fn find(conn: &mut Conn, id: &AssignmentId) -> Result<Assignment, Failure> {
    Ok(assignments::table.find(id.as_str()).first(conn)?)
}

/// One place, when it is this person's own.
pub fn find_own(conn: &mut Conn, id: &AssignmentId, person: &PersonId) -> Result<Assignment, Failure> {
    Ok(assignments::table.find(id.as_str()).filter(assignments::person_id.eq(person.as_str())).first(conn)?)
}

/// This person's own standing place on an interview.
pub fn find_own_on(
    conn: &mut Conn,
    interview: &InterviewId,
    person: &PersonId,
) -> Result<Assignment, Failure> {
    let standing = [word(&SlotState::Assigned)?, word(&SlotState::Accepted)?];
    Ok(assignments::table
        .filter(assignments::interview_id.eq(interview.as_str()))
        .filter(assignments::person_id.eq(person.as_str()))
        .filter(assignments::state.eq_any(standing))
        .order(assignments::id)
        .first(conn)?)
}

/// The loop that a place belongs to.
pub fn find_loop(conn: &mut Conn, id: &AssignmentId) -> Result<LoopId, Failure> {
    Ok(LoopId(assignments::table.find(id.as_str()).select(assignments::loop_id).first(conn)?))
}

/// All of a person's places, oldest first.
pub fn list_own(conn: &mut Conn, person: &PersonId) -> Result<Vec<Assignment>, Failure> {
    Ok(assignments::table
        .filter(assignments::person_id.eq(person.as_str()))
        .order((assignments::assigned_at, assignments::id))
        .load(conn)?)
}

/// When a person's standing places begin, for candidates other than these; unscheduled ones first.
pub fn list_starts(
    conn: &mut Conn,
    person: &PersonId,
    without: &[String],
) -> Result<Vec<Option<i64>>, Failure> {
    let standing = [word(&SlotState::Assigned)?, word(&SlotState::Accepted)?];
    let mut starts: Vec<Option<i64>> = assignments::table
        .inner_join(interviews::table.on(interviews::id.eq(assignments::interview_id)))
        .filter(assignments::person_id.eq(person.as_str()))
        .filter(assignments::state.eq_any(&standing))
        .filter(assignments::candidate_id.ne_all(without))
        .filter(interviews::cancelled.eq(false))
        .select(interviews::starts_at)
        .load(conn)?;
    // The engines order what is absent differently.
    starts.sort_unstable();
    Ok(starts)
}

/// How many places a person was ever given.
pub fn count_own(conn: &mut Conn, person: &PersonId) -> Result<usize, Failure> {
    let count: i64 =
        assignments::table.filter(assignments::person_id.eq(person.as_str())).count().get_result(conn)?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// All places of a loop.
pub fn list(conn: &mut Conn, loop_id: &LoopId) -> Result<Vec<Assignment>, Failure> {
    Ok(assignments::table
        .filter(assignments::loop_id.eq(loop_id.as_str()))
        .order((assignments::assigned_at, assignments::id))
        .load(conn)?)
}

/// All places of several loops.
pub fn list_of_loops(conn: &mut Conn, ids: &[String]) -> Result<Vec<Assignment>, Failure> {
    Ok(assignments::table
        .filter(assignments::loop_id.eq_any(ids))
        .order((assignments::assigned_at, assignments::id))
        .load(conn)?)
}

/// All places on an interview.
pub fn list_of(conn: &mut Conn, interview: &InterviewId) -> Result<Vec<Assignment>, Failure> {
    Ok(assignments::table
        .filter(assignments::interview_id.eq(interview.as_str()))
        .order((assignments::assigned_at, assignments::id))
        .load(conn)?)
}

/// Adds a place together with its empty card, so that a card's existence tells nothing.
pub fn insert(conn: &mut Conn, row: &Assignment) -> Result<(), Failure> {
    diesel::insert_into(assignments::table).values(row).execute(conn)?;
    diesel::insert_into(scorecards::table)
        .values((
            scorecards::assignment_id.eq(&row.id),
            scorecards::state.eq("draft"),
            scorecards::seals_at.eq(None::<i64>),
            scorecards::submitted_at.eq(None::<i64>),
            scorecards::exposed.eq(false),
            scorecards::late.eq(false),
            scorecards::withdrawn_reason.eq(None::<String>),
            scorecards::withdrawn_at.eq(None::<i64>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Sets what happened to a place.
pub fn set_state(conn: &mut Conn, id: &str, state: SlotState) -> Result<(), Failure> {
    diesel::update(assignments::table.find(id)).set(assignments::state.eq(word(&state)?)).execute(conn)?;
    Ok(())
}

/// Notes that its holder asked to be unblinded.
pub fn set_unblinded(conn: &mut Conn, id: &str, now: Timestamp) -> Result<(), Failure> {
    diesel::update(assignments::table.find(id))
        .set(assignments::unblinded_at.eq(Some(now.0)))
        .execute(conn)?;
    Ok(())
}
