//! `audit`: a chain without gaps, written in the transaction of the act. If the row cannot be written, the act fails.
//!
//! `hash = SHA-256(prev_hash, seq, at, actor, action, object, candidate, detail)`, each part with its length before it.
//! Rows hold ids, never names.

mod places;
mod view;

pub use view::{Filter, Line, Reach, Since, list};

use super::{
    Conn,
    schema::{audit, audit_head},
};
use crate::{
    failure::Failure,
    mint::{hex, mac},
};
use diesel::prelude::*;
use evenhand_shared::{PersonId, Timestamp};

/// What is written down.
pub struct Entry<'a> {
    /// When.
    pub at: Timestamp,
    /// Who; absent for the system and the host's shell.
    pub actor: Option<&'a PersonId>,
    /// What, as a stable word such as `scorecard.submit`.
    pub action: &'a str,
    /// The kind of thing acted on.
    pub object_kind: &'a str,
    /// Its id.
    pub object_id: &'a str,
    /// The candidate concerned, so that views can leave out what a reader may not see.
    pub candidate: Option<&'a str>,
    /// Further ids and words as JSON; never names or scores.
    pub detail: serde_json::Value,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = audit, treat_none_as_default_value = false)]
struct Row {
    seq: i64,
    at: i64,
    actor: Option<String>,
    action: String,
    object_kind: String,
    object_id: String,
    candidate_id: Option<String>,
    detail: String,
    prev_hash: String,
    hash: String,
}

impl Row {
    fn computed_hash(&self) -> String {
        let (seq, at) = (self.seq.to_be_bytes(), self.at.to_be_bytes());
        let parts: [&[u8]; 9] = [
            self.prev_hash.as_bytes(),
            &seq,
            &at,
            self.actor.as_deref().unwrap_or("").as_bytes(),
            self.action.as_bytes(),
            self.object_kind.as_bytes(),
            self.object_id.as_bytes(),
            self.candidate_id.as_deref().unwrap_or("").as_bytes(),
            self.detail.as_bytes(),
        ];
        hex(&mac(b"evenhand-audit-v1", &parts))
    }
}

/// Appends an entry.
pub fn append(conn: &mut Conn, entry: &Entry<'_>) -> Result<(), Failure> {
    let (seq, prev_hash): (i64, String) =
        audit_head::table.find(1_i64).select((audit_head::seq, audit_head::hash)).first(conn)?;
    let mut row = Row {
        seq: seq.saturating_add(1),
        at: entry.at.0,
        actor: entry.actor.map(|p| p.as_str().to_owned()),
        action: entry.action.to_owned(),
        object_kind: entry.object_kind.to_owned(),
        object_id: entry.object_id.to_owned(),
        candidate_id: entry.candidate.map(ToOwned::to_owned),
        detail: entry.detail.to_string(),
        prev_hash,
        hash: String::new(),
    };
    row.hash = row.computed_hash();
    diesel::insert_into(audit::table).values(&row).execute(conn)?;
    places::insert(conn, row.seq, entry)?;
    diesel::update(audit_head::table.find(1_i64))
        .set((audit_head::seq.eq(row.seq), audit_head::hash.eq(&row.hash)))
        .execute(conn)?;
    Ok(())
}

/// Walks the chain; answers the number of entries, or the first sequence number that does not fit.
pub fn verify(conn: &mut Conn) -> Result<Result<i64, i64>, Failure> {
    let mut expected: (i64, String) = (1, String::new());
    loop {
        let rows: Vec<Row> =
            audit::table.filter(audit::seq.ge(expected.0)).order(audit::seq).limit(500).load(conn)?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            if row.seq != expected.0 || row.prev_hash != expected.1 || row.hash != row.computed_hash() {
                return Ok(Err(expected.0));
            }
            expected = (row.seq.saturating_add(1), row.hash);
        }
    }
    let head: (i64, String) =
        audit_head::table.find(1_i64).select((audit_head::seq, audit_head::hash)).first(conn)?;
    let last = expected.0.saturating_sub(1);
    Ok(if head == (last, expected.1) { Ok(last) } else { Err(last.saturating_add(1)) })
}

/// The actions recorded about one object, oldest first; for tests and for a person's own history.
pub fn actions_on(conn: &mut Conn, object_id: &str) -> Result<Vec<String>, Failure> {
    Ok(audit::table
        .filter(audit::object_id.eq(object_id))
        .order(audit::seq)
        .select(audit::action)
        .load(conn)?)
}

/// Entries about one candidate whose action is one of these, oldest first: who, what, on what, when. For the job's team, never for
/// whoever is open on the candidate.
pub fn list_about(conn: &mut Conn, candidate: &str, actions: &[&str]) -> Result<Vec<Past>, Failure> {
    Ok(audit::table
        .filter(audit::candidate_id.eq(candidate))
        .filter(audit::action.eq_any(actions))
        .order(audit::seq)
        .select((audit::at, audit::actor, audit::action, audit::object_id, audit::detail))
        .load(conn)?)
}

/// What happened once.
#[derive(Debug, Clone, Queryable)]
pub struct Past {
    /// When.
    pub at: i64,
    /// Who; absent for the system.
    pub actor: Option<String>,
    /// What.
    pub action: String,
    /// On what.
    pub object_id: String,
    /// Further ids and words as JSON.
    pub detail: String,
}
