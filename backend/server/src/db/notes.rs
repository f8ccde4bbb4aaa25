//! `notes` and `note_revisions`: notes of a job's team. An edit appends a revision; nothing is overwritten.

use super::{
    Conn,
    schema::{note_revisions, notes},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{NoteId, Timestamp};
use std::collections::HashMap;

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = notes)]
pub struct Note {
    /// Identifier.
    pub id: String,
    /// The application.
    pub application_id: String,
    /// The candidate.
    pub candidate_id: String,
    /// Who wrote it.
    pub author_id: String,
    /// Version for changes; also the number of its newest revision.
    pub version: i64,
    /// When.
    pub created_at: i64,
}

/// One note.
pub fn find(conn: &mut Conn, id: &NoteId) -> Result<Note, Failure> {
    Ok(notes::table.find(id.as_str()).first(conn)?)
}

/// The candidate that a note is about: safe to read for anyone, before any decision.
pub fn find_candidate(conn: &mut Conn, id: &NoteId) -> Result<String, Failure> {
    Ok(notes::table.find(id.as_str()).select(notes::candidate_id).first(conn)?)
}

/// Notes of several applications, newest first.
pub fn list(conn: &mut Conn, applications: &[String]) -> Result<Vec<Note>, Failure> {
    Ok(notes::table
        .filter(notes::application_id.eq_any(applications))
        .order((notes::created_at.desc(), notes::id))
        .load(conn)?)
}

/// Texts of several notes with their times, oldest first.
pub fn texts(conn: &mut Conn, ids: &[String]) -> Result<HashMap<String, Vec<(String, Timestamp)>>, Failure> {
    let rows: Vec<(String, String, i64)> = note_revisions::table
        .filter(note_revisions::note_id.eq_any(ids))
        .order((note_revisions::note_id, note_revisions::number))
        .select((note_revisions::note_id, note_revisions::content, note_revisions::at))
        .load(conn)?;
    let mut all: HashMap<String, Vec<(String, Timestamp)>> = HashMap::new();
    for (note, text, at) in rows {
        all.entry(note).or_default().push((text, Timestamp(at)));
    }
    Ok(all)
}

/// How many notes an application has.
pub fn count(conn: &mut Conn, application: &str) -> Result<usize, Failure> {
    let count: i64 = notes::table.filter(notes::application_id.eq(application)).count().get_result(conn)?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// Adds a note with its first text.
pub fn insert(conn: &mut Conn, note: &Note, text: &str) -> Result<(), Failure> {
    diesel::insert_into(notes::table).values(note).execute(conn)?;
    insert_text(conn, note, text, note.created_at)
}

/// Appends another text; the version must be the one that was seen.
pub fn update(
    conn: &mut Conn,
    note: &mut Note,
    seen: i64,
    text: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    note.version = seen.saturating_add(1);
    let changed = diesel::update(notes::table.filter(notes::id.eq(&note.id)).filter(notes::version.eq(seen)))
        .set(notes::version.eq(note.version))
        .execute(conn)?;
    if changed != 1 {
        return Err(Failure::stale());
    }
    insert_text(conn, note, text, now.0)
}

fn insert_text(conn: &mut Conn, note: &Note, text: &str, at: i64) -> Result<(), Failure> {
    diesel::insert_into(note_revisions::table)
        .values((
            note_revisions::note_id.eq(&note.id),
            note_revisions::number.eq(note.version),
            note_revisions::content.eq(text),
            note_revisions::at.eq(at),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes all notes of an application away with all their texts.
pub fn delete_of(conn: &mut Conn, application: &str) -> Result<(), Failure> {
    let ids: Vec<String> =
        notes::table.filter(notes::application_id.eq(application)).select(notes::id).load(conn)?;
    diesel::delete(note_revisions::table.filter(note_revisions::note_id.eq_any(&ids))).execute(conn)?;
    diesel::delete(notes::table.filter(notes::application_id.eq(application))).execute(conn)?;
    Ok(())
}
