//! `leaves`: when people are away.

use super::{
    Conn,
    schema::leaves,
    words::{read_word, word},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{LeaveId, PersonId, availability::Leave};

type Row = (String, String, String, String, String);

fn leave(row: Row) -> Result<(PersonId, Leave), Failure> {
    let (id, person, from, until, kind) = row;
    Ok((PersonId(person), Leave { id: LeaveId(id), from, until, kind: read_word(&kind)? }))
}

/// Leaves of several people that end on this day or later, by their first day.
pub fn list(conn: &mut Conn, people: &[String], since: &str) -> Result<Vec<(PersonId, Leave)>, Failure> {
    let rows: Vec<Row> = leaves::table
        .filter(leaves::person_id.eq_any(people))
        .filter(leaves::last_day.ge(since))
        .order((leaves::first_day, leaves::id))
        .load(conn)?;
    rows.into_iter().map(leave).collect()
}

/// One leave and whose it is.
pub fn find(conn: &mut Conn, id: &LeaveId) -> Result<(PersonId, Leave), Failure> {
    leave(leaves::table.find(id.as_str()).first(conn)?)
}

/// Adds a leave.
pub fn insert(conn: &mut Conn, person: &PersonId, new: &Leave) -> Result<(), Failure> {
    diesel::insert_into(leaves::table)
        .values((
            leaves::id.eq(new.id.as_str()),
            leaves::person_id.eq(person.as_str()),
            leaves::first_day.eq(&new.from),
            leaves::last_day.eq(&new.until),
            leaves::kind.eq(word(&new.kind)?),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets a leave.
pub fn delete(conn: &mut Conn, id: &LeaveId) -> Result<(), Failure> {
    diesel::delete(leaves::table.find(id.as_str())).execute(conn)?;
    Ok(())
}
