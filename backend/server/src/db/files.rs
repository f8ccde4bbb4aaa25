//! `files`, `file_contents` and `assignment_files`.
//!
//! Which files an application has is for its team, and secret for whoever is open on the candidate. What an interviewer sees was
//! written down when they were put on the interview, and stays: see [`freeze`].

use super::{
    Conn,
    schema::{assignment_files, assignments, file_contents, files, loops},
    words::{read_word, word},
};
use crate::{failure::Failure, mint::Ids, uploads::Prepared};
use diesel::prelude::*;
use evenhand_shared::{AssignmentId, FileId, PersonId, Timestamp, files::FileKind};

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = files, treat_none_as_default_value = false)]
pub struct File {
    /// Identifier.
    pub id: String,
    /// The application.
    pub application_id: String,
    /// The candidate.
    pub candidate_id: String,
    /// What it is.
    pub label: String,
    /// Its name as it came.
    pub name: String,
    /// What it is by its bytes.
    pub media: String,
    /// Bytes.
    pub size: i64,
    /// It came from the candidate.
    pub from_candidate: bool,
    /// A copy without metadata could be made.
    pub copied: bool,
    /// Who uploaded it.
    pub uploaded_by: String,
    /// When.
    pub uploaded_at: i64,
    /// When it was taken away.
    pub removed_at: Option<i64>,
}

impl File {
    /// What it is by its bytes.
    pub fn kind(&self) -> Result<FileKind, Failure> {
        read_word(&self.media)
    }
}

/// Which bytes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// As it came.
    Original,
    /// Without metadata and active content.
    Copy,
    /// The words of a document.
    Text,
}

impl Content {
    const fn key(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Copy => "copy",
            Self::Text => "text",
        }
    }
}

/// The candidate that a file is about: safe to read for anyone, before any decision.
pub fn find_candidate(conn: &mut Conn, id: &FileId) -> Result<String, Failure> {
    Ok(files::table.find(id.as_str()).select(files::candidate_id).first(conn)?)
}

/// One file that was not taken away.
pub fn find(conn: &mut Conn, id: &FileId) -> Result<File, Failure> {
    Ok(files::table.find(id.as_str()).filter(files::removed_at.is_null()).first(conn)?)
}

/// Files of several applications, newest first.
pub fn list(conn: &mut Conn, applications: &[String]) -> Result<Vec<File>, Failure> {
    Ok(files::table
        .filter(files::application_id.eq_any(applications))
        .filter(files::removed_at.is_null())
        .order((files::uploaded_at.desc(), files::id))
        .load(conn)?)
}

/// How many files an application ever had, and has.
pub fn count(conn: &mut Conn, application: &str) -> Result<(usize, usize), Failure> {
    let removed: Vec<Option<i64>> =
        files::table.filter(files::application_id.eq(application)).select(files::removed_at).load(conn)?;
    Ok((removed.len(), removed.iter().filter(|at| at.is_none()).count()))
}

/// Some bytes of a file.
pub fn content(conn: &mut Conn, id: &str, which: Content) -> Result<Vec<u8>, Failure> {
    Ok(file_contents::table.find((id, which.key())).select(file_contents::content).first(conn)?)
}

/// Adds a file with its contents.
pub fn insert(conn: &mut Conn, row: &File, prepared: &Prepared) -> Result<(), Failure> {
    diesel::insert_into(files::table).values(row).execute(conn)?;
    let text = prepared.text.as_ref().map(|text| text.as_bytes());
    let contents = [
        (Content::Original, Some(prepared.original.as_slice())),
        (Content::Copy, prepared.copy.as_deref()),
        (Content::Text, text),
    ];
    for (which, bytes) in contents {
        if let Some(bytes) = bytes {
            diesel::insert_into(file_contents::table)
                .values((
                    file_contents::file_id.eq(&row.id),
                    file_contents::kind.eq(which.key()),
                    file_contents::content.eq(bytes),
                ))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// Takes a file away. Its bytes go at once, unless an interviewer was given the copy: that stays for them, as everything does that
/// was fixed at their assignment.
pub fn remove(conn: &mut Conn, id: &str, now: Timestamp) -> Result<(), Failure> {
    diesel::update(files::table.find(id)).set(files::removed_at.eq(Some(now.0))).execute(conn)?;
    let given: Option<String> = assignment_files::table
        .filter(assignment_files::file_id.eq(id))
        .select(assignment_files::id)
        .first(conn)
        .optional()?;
    let contents = file_contents::table.filter(file_contents::file_id.eq(id));
    if given.is_some() {
        diesel::delete(contents.filter(file_contents::kind.ne(Content::Copy.key()))).execute(conn)?;
    } else {
        diesel::delete(contents).execute(conn)?;
    }
    Ok(())
}

/// Takes all files of an application away, with every byte. Nobody was given any: no loop was started.
pub fn delete_of(conn: &mut Conn, application: &str) -> Result<(), Failure> {
    let ids: Vec<String> =
        files::table.filter(files::application_id.eq(application)).select(files::id).load(conn)?;
    diesel::delete(file_contents::table.filter(file_contents::file_id.eq_any(&ids))).execute(conn)?;
    diesel::delete(files::table.filter(files::id.eq_any(&ids))).execute(conn)?;
    Ok(())
}

/// Writes down which files somebody who is put on an interview now can be shown: what came from the candidate and stands now. What
/// the team adds or takes away later changes nothing for them.
pub fn freeze(conn: &mut Conn, ids: &Ids, assignment: &str, loop_id: &str) -> Result<(), Failure> {
    let application: String = loops::table.find(loop_id).select(loops::application_id).first(conn)?;
    let standing: Vec<String> = files::table
        .filter(files::application_id.eq(application))
        .filter(files::removed_at.is_null())
        .filter(files::from_candidate.eq(true))
        .filter(files::copied.eq(true))
        .order(files::id)
        .select(files::id)
        .load(conn)?;
    give(conn, ids, assignment, standing)
}

fn give(conn: &mut Conn, ids: &Ids, assignment: &str, files: Vec<String>) -> Result<(), Failure> {
    for file in files {
        let id: FileId = ids.object("assigned file", &format!("{assignment} {file}"), 0);
        diesel::insert_into(assignment_files::table)
            .values((
                assignment_files::id.eq(id.as_str()),
                assignment_files::assignment_id.eq(assignment),
                assignment_files::file_id.eq(file),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Writes down for a place what was written down for another one of the same person, in place of what stands there.
pub fn freeze_like(conn: &mut Conn, ids: &Ids, assignment: &str, like: &str) -> Result<(), Failure> {
    diesel::delete(assignment_files::table.filter(assignment_files::assignment_id.eq(assignment)))
        .execute(conn)?;
    let given: Vec<String> = assignment_files::table
        .filter(assignment_files::assignment_id.eq(like))
        .order(assignment_files::file_id)
        .select(assignment_files::file_id)
        .load(conn)?;
    give(conn, ids, assignment, given)
}

/// What was written down for somebody's own place: id for them, what it is, and its kind.
pub fn list_assigned(conn: &mut Conn, assignment: &str) -> Result<Vec<(FileId, String, FileKind)>, Failure> {
    let rows: Vec<(String, String, String)> = assignment_files::table
        .inner_join(files::table.on(files::id.eq(assignment_files::file_id)))
        .filter(assignment_files::assignment_id.eq(assignment))
        .order((files::uploaded_at, files::id))
        .select((assignment_files::id, files::label, files::media))
        .load(conn)?;
    rows.into_iter().map(|(id, label, media)| Ok((FileId(id), label, read_word(&media)?))).collect()
}

/// The place that a written-down file belongs to, when it is this person's own, and the file behind it.
pub fn find_assigned(
    conn: &mut Conn,
    id: &FileId,
    person: &PersonId,
) -> Result<(AssignmentId, String), Failure> {
    let (assignment, file): (String, String) = assignment_files::table
        .inner_join(assignments::table.on(assignments::id.eq(assignment_files::assignment_id)))
        .filter(assignment_files::id.eq(id.as_str()))
        .filter(assignments::person_id.eq(person.as_str()))
        .select((assignments::id, assignment_files::file_id))
        .first(conn)?;
    Ok((AssignmentId(assignment), file))
}

/// The word for a kind.
pub fn media(kind: FileKind) -> Result<String, Failure> {
    word(&kind)
}
