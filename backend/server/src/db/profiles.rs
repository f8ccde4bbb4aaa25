//! `profiles`: what colleagues plan by. Whoever has no row has told nothing yet.

use super::{
    Conn,
    schema::profiles,
    words::{document, read_document},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{PersonId, availability::WorkingWeek};

/// A row.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = profiles)]
struct Row {
    person_id: String,
    level: String,
    hours: String,
    leaves_made: i64,
}

/// What somebody has told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// Level.
    pub level: String,
    /// Working hours.
    pub hours: WorkingWeek,
    /// How many leaves were ever written down: the number of the next one.
    pub leaves_made: i64,
}

impl Row {
    fn profile(&self) -> Result<Profile, Failure> {
        Ok(Profile {
            level: self.level.clone(),
            hours: read_document(&self.hours)?,
            leaves_made: self.leaves_made,
        })
    }
}

/// What one person has told.
pub fn find(conn: &mut Conn, person: &PersonId) -> Result<Profile, Failure> {
    let row: Option<Row> = profiles::table.find(person.as_str()).first(conn).optional()?;
    row.map_or_else(|| Ok(Profile::default()), |row| row.profile())
}

/// What several people have told, with whom; those who have told nothing are missing.
pub fn list(conn: &mut Conn, people: &[String]) -> Result<Vec<(String, Profile)>, Failure> {
    let rows: Vec<Row> = profiles::table.filter(profiles::person_id.eq_any(people)).load(conn)?;
    rows.iter().map(|row| Ok((row.person_id.clone(), row.profile()?))).collect()
}

/// Stores what somebody tells now.
pub fn put(conn: &mut Conn, person: &PersonId, profile: &Profile) -> Result<(), Failure> {
    diesel::delete(profiles::table.find(person.as_str())).execute(conn)?;
    let row = Row {
        person_id: person.as_str().to_owned(),
        level: profile.level.clone(),
        hours: document(&profile.hours)?,
        leaves_made: profile.leaves_made,
    };
    diesel::insert_into(profiles::table).values(&row).execute(conn)?;
    Ok(())
}
