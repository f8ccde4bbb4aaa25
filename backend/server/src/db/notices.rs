//! `notices`: what somebody is told. Whether it is shown is decided when it is read, from the reader's own rows.

use super::{Conn, schema::notices, words::word};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{CandidateId, NoticeId, PersonId, Timestamp, notices::NoticeKind};
use std::collections::HashMap;

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = notices, treat_none_as_default_value = false)]
pub struct Notice {
    /// Identifier.
    pub id: String,
    /// Who is told.
    pub person_id: String,
    /// Why, as a word.
    pub kind: String,
    /// Who acted.
    pub actor_id: Option<String>,
    /// The loop that it is about; none where it is about the receiver's own place alone.
    pub loop_id: Option<String>,
    /// The candidate that it is about; none likewise.
    pub candidate_id: Option<String>,
    /// The job whose team is told.
    pub job_id: Option<String>,
    /// What it leads to: `scorecard`, `loop`, `request` or `job`.
    pub object_kind: String,
    /// Its identifier.
    pub object_id: String,
    /// A time that the text speaks of.
    pub until_at: Option<i64>,
    /// When.
    pub created_at: i64,
    /// When its receiver marked it as seen.
    pub seen_at: Option<i64>,
}

/// Adds an entry.
pub fn insert(conn: &mut Conn, row: &Notice) -> Result<(), Failure> {
    diesel::insert_into(notices::table).values(row).execute(conn)?;
    Ok(())
}

/// How often somebody was told this about this thing: a count that nothing else can shift.
pub fn count(conn: &mut Conn, person: &PersonId, kind: &str, object: &str) -> Result<usize, Failure> {
    let count: i64 = notices::table
        .filter(notices::person_id.eq(person.as_str()))
        .filter(notices::kind.eq(kind))
        .filter(notices::object_id.eq(object))
        .count()
        .get_result(conn)?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// When each of these places was last reminded of its card.
pub fn latest_nudges(conn: &mut Conn, places: &[String]) -> Result<HashMap<String, Timestamp>, Failure> {
    let rows: Vec<(String, i64)> = notices::table
        .filter(notices::object_id.eq_any(places))
        .filter(notices::kind.eq(word(&NoticeKind::Nudge)?))
        .order(notices::created_at)
        .select((notices::object_id, notices::created_at))
        .load(conn)?;
    // The latest comes last and stays.
    Ok(rows.into_iter().map(|(id, at)| (id, Timestamp(at))).collect())
}

/// The newest entries of somebody, without those about candidates on whom they are open.
pub fn list(
    conn: &mut Conn,
    person: &PersonId,
    open_on: &[CandidateId],
    most: i64,
) -> Result<Vec<Notice>, Failure> {
    let hidden: Vec<&str> = open_on.iter().map(CandidateId::as_str).collect();
    Ok(notices::table
        .filter(notices::person_id.eq(person.as_str()))
        .filter(notices::candidate_id.is_null().or(notices::candidate_id.ne_all(hidden)))
        .order((notices::created_at.desc(), notices::id))
        .limit(most)
        .load(conn)?)
}

/// Marks entries of this person as seen.
pub fn mark_seen(
    conn: &mut Conn,
    person: &PersonId,
    ids: &[NoticeId],
    now: Timestamp,
) -> Result<(), Failure> {
    let ids: Vec<&str> = ids.iter().map(NoticeId::as_str).collect();
    diesel::update(
        notices::table
            .filter(notices::person_id.eq(person.as_str()))
            .filter(notices::id.eq_any(ids))
            .filter(notices::seen_at.is_null()),
    )
    .set(notices::seen_at.eq(Some(now.0)))
    .execute(conn)?;
    Ok(())
}

/// Marks what this person was told about one thing as seen.
pub fn mark_seen_about(
    conn: &mut Conn,
    person: &PersonId,
    (kind, id): (&str, &str),
    now: Timestamp,
) -> Result<(), Failure> {
    diesel::update(
        notices::table
            .filter(notices::person_id.eq(person.as_str()))
            .filter(notices::object_kind.eq(kind))
            .filter(notices::object_id.eq(id))
            .filter(notices::seen_at.is_null()),
    )
    .set(notices::seen_at.eq(Some(now.0)))
    .execute(conn)?;
    Ok(())
}
