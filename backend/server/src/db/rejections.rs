//! `rejections`: what stands beside `applications.rejection_reason`, which alone says whether an application is rejected.
//! Secret for whoever is open on the candidate.

use super::{Conn, schema::rejections};
use crate::failure::Failure;
use diesel::prelude::*;
use std::collections::HashMap;

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = rejections, treat_none_as_default_value = false)]
pub struct RejectionRow {
    /// The application.
    pub application_id: String,
    /// The chosen reason.
    pub kind: String,
    /// What the candidate is told.
    pub letter: String,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: i64,
    /// Who told the candidate.
    pub announced_by: Option<String>,
    /// When.
    pub announced_at: Option<i64>,
}

/// The row of one application.
pub fn find(conn: &mut Conn, application: &str) -> Result<Option<RejectionRow>, Failure> {
    Ok(rejections::table.find(application).first(conn).optional()?)
}

/// Rows of several applications.
pub fn list(conn: &mut Conn, applications: &[String]) -> Result<HashMap<String, RejectionRow>, Failure> {
    let rows: Vec<RejectionRow> =
        rejections::table.filter(rejections::application_id.eq_any(applications)).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.application_id.clone(), row)).collect())
}

/// Adds or replaces the row of an application.
pub fn put(conn: &mut Conn, row: &RejectionRow) -> Result<(), Failure> {
    delete(conn, &row.application_id)?;
    diesel::insert_into(rejections::table).values(row).execute(conn)?;
    Ok(())
}

/// Takes the row of an application away.
pub fn delete(conn: &mut Conn, application: &str) -> Result<(), Failure> {
    diesel::delete(rejections::table.find(application)).execute(conn)?;
    Ok(())
}
