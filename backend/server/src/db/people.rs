//! `people`.

use super::{
    Conn,
    schema::people,
    words::{document, read_document},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{
    PersonId,
    people::{PersonRow, PersonState, Role},
};

/// A row.
#[derive(Debug, Clone, Queryable, Insertable, Identifiable, AsChangeset)]
#[diesel(table_name = people, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct Person {
    /// Identifier.
    pub id: String,
    /// Address as written.
    pub email: String,
    /// Address for comparing.
    pub email_folded: String,
    /// Name.
    pub name: String,
    /// Argon2id in PHC format; absent until the first password is set.
    pub password_hash: Option<String>,
    /// Roles as a JSON list.
    pub roles: String,
    /// Function.
    pub function: String,
    /// Seniority, 1 to 10.
    pub seniority: i64,
    /// IANA zone.
    pub zone: String,
    /// False once deactivated.
    pub active: bool,
    /// Raised to end every session at once.
    pub epoch: i64,
    /// Version for changes.
    pub version: i64,
    /// When.
    pub created_at: i64,
}

impl Person {
    /// The roles held now.
    pub fn roles(&self) -> Result<Vec<Role>, Failure> {
        read_document(&self.roles)
    }

    /// Replaces the roles; each once, in their listed order.
    pub fn set_roles(&mut self, roles: &[Role]) -> Result<(), Failure> {
        let kept: Vec<Role> = Role::ALL.into_iter().filter(|role| roles.contains(role)).collect();
        self.roles = document(&kept)?;
        Ok(())
    }

    /// Whether they can log in.
    #[must_use]
    pub fn state(&self) -> PersonState {
        match (self.active, &self.password_hash) {
            (false, _) => PersonState::Deactivated,
            (true, None) => PersonState::Invited,
            (true, Some(_)) => PersonState::Active,
        }
    }

    /// As colleagues see them, without what stands in other tables.
    pub fn row(&self) -> Result<PersonRow, Failure> {
        Ok(PersonRow {
            id: self.id.as_str().into(),
            name: self.name.clone(),
            email: self.email.clone(),
            roles: self.roles()?,
            function: self.function.clone(),
            seniority: self.seniority,
            zone: self.zone.clone(),
            state: self.state(),
            version: self.version,
            level: String::new(),
            hours: None,
            away: Vec::new(),
            invitation: None,
        })
    }
}

/// Everyone, by name.
pub fn list(conn: &mut Conn) -> Result<Vec<Person>, Failure> {
    Ok(people::table.order((people::name, people::id)).load(conn)?)
}

/// One person.
pub fn find(conn: &mut Conn, id: &PersonId) -> Result<Person, Failure> {
    Ok(people::table.find(id.as_str()).first(conn)?)
}

/// One person by folded address.
pub fn find_by_email(conn: &mut Conn, folded: &str) -> Result<Option<Person>, Failure> {
    Ok(people::table.filter(people::email_folded.eq(folded)).first(conn).optional()?)
}

/// Names by id, for those asked for.
pub fn names(conn: &mut Conn, ids: &[String]) -> Result<std::collections::HashMap<String, String>, Failure> {
    let rows: Vec<(String, String)> =
        people::table.filter(people::id.eq_any(ids)).select((people::id, people::name)).load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Function and seniority by id, for those asked for.
pub fn functions(
    conn: &mut Conn,
    ids: &[String],
) -> Result<std::collections::HashMap<String, (String, i64)>, Failure> {
    let rows: Vec<(String, String, i64)> = people::table
        .filter(people::id.eq_any(ids))
        .select((people::id, people::function, people::seniority))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, function, seniority)| (id, (function, seniority))).collect())
}

/// Whether there is anybody at all.
pub fn any(conn: &mut Conn) -> Result<bool, Failure> {
    Ok(people::table.select(people::id).first::<String>(conn).optional()?.is_some())
}

/// Adds a person.
pub fn insert(conn: &mut Conn, person: &Person) -> Result<(), Failure> {
    diesel::insert_into(people::table).values(person).execute(conn)?;
    Ok(())
}

/// Stores a changed person whose version was `seen`; the stored version becomes the next.
pub fn update(conn: &mut Conn, person: &mut Person, seen: i64) -> Result<(), Failure> {
    person.version = seen.saturating_add(1);
    let changed =
        diesel::update(people::table.filter(people::id.eq(&person.id)).filter(people::version.eq(seen)))
            .set(&*person)
            .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Failure::stale()) }
}

/// Ends every session of a person at their next request. It is no change of the person: their version stays.
pub fn raise_epoch(conn: &mut Conn, id: &PersonId) -> Result<(), Failure> {
    let person = find(conn, id)?;
    diesel::update(people::table.find(id.as_str()))
        .set(people::epoch.eq(person.epoch.saturating_add(1)))
        .execute(conn)?;
    Ok(())
}
