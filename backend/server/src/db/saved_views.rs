//! `saved_views`: what somebody asks of the list of candidates again and again, for themselves.

use super::{
    Conn,
    schema::saved_views,
    words::{document, fold, read_document},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{PersonId, candidate_list::SavedView};

/// A person's views, by name.
pub fn list(conn: &mut Conn, person: &PersonId) -> Result<Vec<SavedView>, Failure> {
    let rows: Vec<(String, String)> = saved_views::table
        .filter(saved_views::person_id.eq(person.as_str()))
        .order(saved_views::name_folded)
        .select((saved_views::name, saved_views::filter))
        .load(conn)?;
    rows.into_iter().map(|(name, filter)| Ok(SavedView { name, filter: read_document(&filter)? })).collect()
}

/// Keeps a view; one of the same name, whatever its letter case, is replaced.
pub fn put(conn: &mut Conn, person: &PersonId, view: &SavedView) -> Result<(), Failure> {
    delete(conn, person, &view.name)?;
    diesel::insert_into(saved_views::table)
        .values((
            saved_views::person_id.eq(person.as_str()),
            saved_views::name_folded.eq(fold(&view.name)),
            saved_views::name.eq(&view.name),
            saved_views::filter.eq(document(&view.filter)?),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets a view.
pub fn delete(conn: &mut Conn, person: &PersonId, name: &str) -> Result<(), Failure> {
    diesel::delete(saved_views::table.find((person.as_str(), fold(name)))).execute(conn)?;
    Ok(())
}
