//! `password_links`: links to set a password, by the digest of their token.

use super::{
    Conn,
    schema::{password_links, people},
    words::{read_word, word},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{PersonId, Timestamp, sessions::LinkPurpose};
use serde::{Deserialize, Serialize};

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = password_links, treat_none_as_default_value = false)]
pub struct Link {
    /// SHA-256 of the token.
    pub token_hash: String,
    /// For whom.
    pub person_id: String,
    /// When it stops working.
    pub expires_at: i64,
    /// When it ended before that.
    pub used_at: Option<i64>,
    /// What it is for.
    pub purpose: String,
    /// Who made it; absent for the host's shell.
    pub made_by: Option<String>,
    /// When it was made.
    pub made_at: i64,
    /// How it ended.
    pub ended: Option<String>,
}

impl Link {
    /// What it is for.
    pub fn purpose(&self) -> Result<LinkPurpose, Failure> {
        read_word(&self.purpose)
    }
}

/// How a link ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkEnd {
    /// A password was set with it.
    Used,
    /// A newer one took its place.
    Replaced,
    /// It was taken back.
    Revoked,
}

/// Stores a link.
pub fn insert(conn: &mut Conn, link: &Link) -> Result<(), Failure> {
    diesel::insert_into(password_links::table).values(link).execute(conn)?;
    Ok(())
}

/// A link by its token's digest.
pub fn find(conn: &mut Conn, token_hash: &str) -> Result<Option<Link>, Failure> {
    Ok(password_links::table.find(token_hash).first(conn).optional()?)
}

/// Ends all links of a person that have not ended otherwise; answers how many.
pub fn end_open(conn: &mut Conn, person: &PersonId, how: LinkEnd, now: Timestamp) -> Result<usize, Failure> {
    let open = password_links::table
        .filter(password_links::person_id.eq(person.as_str()))
        .filter(password_links::used_at.is_null());
    Ok(diesel::update(open)
        .set((password_links::used_at.eq(Some(now.0)), password_links::ended.eq(Some(word(&how)?))))
        .execute(conn)?)
}

/// Invitations of everybody who has no password, oldest first.
pub fn list_invitations(conn: &mut Conn) -> Result<Vec<Link>, Failure> {
    Ok(password_links::table
        .inner_join(people::table.on(people::id.eq(password_links::person_id)))
        .filter(people::password_hash.is_null())
        .filter(password_links::purpose.eq(word(&LinkPurpose::Invitation)?))
        .order((password_links::made_at, password_links::token_hash))
        .select(password_links::all_columns)
        .load(conn)?)
}
