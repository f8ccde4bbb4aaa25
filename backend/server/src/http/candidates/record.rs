//! What a job's team keeps about an application: notes and tags.

use crate::{
    db::{Conn, applications::ApplicationKey, notes, people, tags},
    failure::Failure,
    http::operation::Act,
};
use evenhand_policy::Viewer;
use evenhand_shared::{
    NoteId,
    notes::{EarlierText, NOTE_MAX, NoteRow, TAG_MAX, TAGS_MAX},
};
use serde_json::json;
use std::collections::HashMap;

/// A note's text without the white space around it.
pub fn check_note(text: &str) -> Result<String, Failure> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Failure::field("/text", "required", "Write what the team should know."));
    }
    if text.chars().count() > NOTE_MAX {
        return Err(Failure::field("/text", "too_long", "Keep a note under 10,000 characters."));
    }
    Ok(text.to_owned())
}

/// A tag without the white space around it.
pub fn check_tag(text: &str) -> Result<String, Failure> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Failure::field("/tag", "required", "Write a tag."));
    }
    if text.chars().count() > TAG_MAX || text.chars().any(char::is_control) {
        return Err(Failure::field("/tag", "too_long", "Keep a tag to one line of at most 40 characters."));
    }
    Ok(text.to_owned())
}

/// Adds a note.
pub fn add_note<B>(act: &mut Act<'_, B>, key: &ApplicationKey, text: &str) -> Result<NoteRow, Failure> {
    let earlier = notes::count(act.conn, &key.id)?;
    let id: NoteId = act.ids.object("note", &key.id, earlier);
    let note = notes::Note {
        id: id.as_str().to_owned(),
        application_id: key.id.clone(),
        candidate_id: key.candidate_id.clone(),
        author_id: act.viewer.id().as_str().to_owned(),
        version: 1,
        created_at: act.now.0,
    };
    notes::insert(act.conn, &note, text)?;
    act.record("note.add", "note", id.as_str(), Some(&key.candidate_id), json!({"application": key.id}))?;
    let all = notes(act.conn, act.viewer, std::slice::from_ref(&key.id))?;
    all.into_values().flatten().find(|row| row.id == id).ok_or(Failure::NotFound)
}

/// Notes by application, newest first.
pub fn notes(
    conn: &mut Conn,
    viewer: &Viewer,
    applications: &[String],
) -> Result<HashMap<String, Vec<NoteRow>>, Failure> {
    let rows = notes::list(conn, applications)?;
    let ids: Vec<String> = rows.iter().map(|note| note.id.clone()).collect();
    let mut texts = notes::texts(conn, &ids)?;
    let authors: Vec<String> = rows.iter().map(|note| note.author_id.clone()).collect();
    let names = people::names(conn, &authors)?;
    let mut all: HashMap<String, Vec<NoteRow>> = HashMap::new();
    for note in rows {
        let mut earlier = texts.remove(&note.id).unwrap_or_default();
        let (text, _) = earlier.pop().ok_or_else(|| Failure::Internal("a note without text".to_owned()))?;
        all.entry(note.application_id).or_default().push(NoteRow {
            id: note.id.into(),
            author: names.get(&note.author_id).cloned().unwrap_or_default(),
            mine: note.author_id == viewer.id().as_str(),
            text,
            created_at: evenhand_shared::Timestamp(note.created_at),
            earlier: earlier.into_iter().map(|(text, at)| EarlierText { text, at }).collect(),
            version: note.version,
        });
    }
    Ok(all)
}

/// Adds a tag; answers the tags.
pub fn add_tag<B>(act: &mut Act<'_, B>, key: &ApplicationKey, tag: &str) -> Result<Vec<String>, Failure> {
    let fresh = tags::insert(act.conn, &key.id, tag, act.viewer.id(), act.now)?;
    let all = tags_of(act.conn, &key.id)?;
    if all.len() > TAGS_MAX {
        return Err(Failure::field("/tag", "too_many", "An application takes at most 20 tags."));
    }
    if fresh {
        act.record("tag.add", "application", &key.id, Some(&key.candidate_id), json!({}))?;
    }
    Ok(all)
}

/// Takes a tag away; answers the tags.
pub fn remove_tag<B>(act: &mut Act<'_, B>, key: &ApplicationKey, tag: &str) -> Result<Vec<String>, Failure> {
    if tags::delete(act.conn, &key.id, tag)? {
        act.record("tag.remove", "application", &key.id, Some(&key.candidate_id), json!({}))?;
    }
    tags_of(act.conn, &key.id)
}

fn tags_of(conn: &mut Conn, application: &str) -> Result<Vec<String>, Failure> {
    let mut all = tags::list(conn, &[application.to_owned()])?;
    Ok(all.remove(application).unwrap_or_default())
}
