//! `application_tags`: words by which a job's team sorts its applications. Secret for whoever is open on the candidate.

use super::{Conn, schema::application_tags, words::fold};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{PersonId, Timestamp};
use std::collections::HashMap;

/// Tags of several applications, each in order.
pub fn list(conn: &mut Conn, applications: &[String]) -> Result<HashMap<String, Vec<String>>, Failure> {
    let rows: Vec<(String, String)> = application_tags::table
        .filter(application_tags::application_id.eq_any(applications))
        .order((application_tags::application_id, application_tags::tag_folded))
        .select((application_tags::application_id, application_tags::tag))
        .load(conn)?;
    let mut all: HashMap<String, Vec<String>> = HashMap::new();
    for (application, tag) in rows {
        all.entry(application).or_default().push(tag);
    }
    Ok(all)
}

/// Adds a tag; answers whether it was not there before, whatever its letter case.
pub fn insert(
    conn: &mut Conn,
    application: &str,
    tag: &str,
    by: &PersonId,
    now: Timestamp,
) -> Result<bool, Failure> {
    let folded = fold(tag);
    let there: Option<String> = application_tags::table
        .find((application, &folded))
        .select(application_tags::tag)
        .first(conn)
        .optional()?;
    if there.is_some() {
        return Ok(false);
    }
    diesel::insert_into(application_tags::table)
        .values((
            application_tags::application_id.eq(application),
            application_tags::tag_folded.eq(folded),
            application_tags::tag.eq(tag.trim()),
            application_tags::added_by.eq(by.as_str()),
            application_tags::added_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(true)
}

/// Takes a tag away; answers whether it was there.
pub fn delete(conn: &mut Conn, application: &str, tag: &str) -> Result<bool, Failure> {
    let gone = diesel::delete(application_tags::table.find((application, fold(tag)))).execute(conn)?;
    Ok(gone > 0)
}

/// Takes all tags of an application away.
pub fn delete_of(conn: &mut Conn, application: &str) -> Result<(), Failure> {
    diesel::delete(application_tags::table.filter(application_tags::application_id.eq(application)))
        .execute(conn)?;
    Ok(())
}
