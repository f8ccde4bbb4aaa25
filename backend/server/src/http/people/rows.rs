//! People as a list shows them, with what the reader may know beside it: a few queries for any number of people.

use crate::{
    db::{
        Conn, leaves,
        password_links::{self, Link},
        people::{self, Person},
        profiles::{self, Profile},
    },
    failure::Failure,
    http::{operation::Act, profile::leaves::today},
};
use evenhand_policy::Viewer;
use evenhand_shared::{
    PersonId, Timestamp,
    availability::{Away, WorkingWeek},
    people::{Invitation, InvitationState, PersonRow, PersonState, Role},
};
use std::collections::HashMap;

/// Everyone, by name.
pub fn all<B>(act: &mut Act<'_, B>) -> Result<Vec<PersonRow>, Failure> {
    let people = people::list(act.conn)?;
    shown(act.conn, act.viewer, act.now, &people)
}

/// One person.
pub fn one<B>(act: &mut Act<'_, B>, id: &PersonId) -> Result<PersonRow, Failure> {
    let person = people::find(act.conn, id)?;
    shown(act.conn, act.viewer, act.now, &[person])?.pop().ok_or(Failure::NotFound)
}

fn shown(
    conn: &mut Conn,
    viewer: &Viewer,
    now: Timestamp,
    people: &[Person],
) -> Result<Vec<PersonRow>, Failure> {
    let invited = people.iter().any(|person| person.state() == PersonState::Invited);
    let mut invitations =
        if invited && viewer.has(Role::Admin) { invitations(conn, now)? } else { HashMap::new() };
    let ids: Vec<String> = people.iter().map(|person| person.id.clone()).collect();
    let mut told: HashMap<String, Profile> = profiles::list(conn, &ids)?.into_iter().collect();
    let mut away = away(conn, &ids, now)?;
    people
        .iter()
        .map(|person| {
            let mut row = person.row()?;
            if let Some(profile) = told.remove(&person.id) {
                row.level = profile.level;
                row.hours = Some(profile.hours).filter(WorkingWeek::told);
            }
            let today = today(&person.zone, now);
            row.away = away.remove(&person.id).unwrap_or_default();
            row.away.retain(|away| away.until >= today);
            row.invitation =
                invitations.remove(&person.id).filter(|_| person.state() == PersonState::Invited);
            Ok(row)
        })
        .collect()
}

/// Leaves that are not over, by person, without their kind.
fn away(conn: &mut Conn, ids: &[String], now: Timestamp) -> Result<HashMap<String, Vec<Away>>, Failure> {
    let mut all: HashMap<String, Vec<Away>> = HashMap::new();
    // No zone is further behind than this; each person's own day decides afterwards.
    for (person, leave) in leaves::list(conn, ids, &today("Etc/GMT+12", now))? {
        all.entry(person.0).or_default().push(Away { from: leave.from, until: leave.until });
    }
    Ok(all)
}

/// The newest invitation of everybody who has no password.
fn invitations(conn: &mut Conn, now: Timestamp) -> Result<HashMap<String, Invitation>, Failure> {
    let links = password_links::list_invitations(conn)?;
    let makers: Vec<String> = links.iter().filter_map(|link| link.made_by.clone()).collect();
    let names = people::names(conn, &makers)?;
    // Oldest first: the newest stays.
    Ok(links
        .into_iter()
        .map(|link| {
            let invitation = Invitation {
                sent_at: Timestamp(link.made_at),
                sent_by: link.made_by.as_ref().and_then(|by| names.get(by).cloned()),
                expires_at: Timestamp(link.expires_at),
                state: state(&link, now),
            };
            (link.person_id, invitation)
        })
        .collect())
}

/// A link that ended otherwise than by its time was taken back: a newer one would stand in its place here.
fn state(link: &Link, now: Timestamp) -> InvitationState {
    if link.used_at.is_some() {
        InvitationState::Revoked
    } else if link.expires_at <= now.0 {
        InvitationState::Expired
    } else {
        InvitationState::Open
    }
}
