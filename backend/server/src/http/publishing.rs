//! What plans and things of the library share: who writes a draft, who may publish it, and how.

use crate::{
    db::{Conn, drafts::Authors, people},
    failure::Failure,
};
use evenhand_hiring::reasons::{ReasonKind, check_reason};
use evenhand_policy::{Viewer, publishing};
use evenhand_shared::{
    Code, FieldError, PersonId,
    people::{PersonState, Role},
    plan::PlanFault,
    publishing::{DraftHead, Publication, Publishing, Writer},
};
use std::collections::HashMap;

/// Whether anybody but the author of the last change could publish: somebody who can log in, and of whom `may` is true.
pub fn others(
    conn: &mut Conn,
    author: &PersonId,
    may: impl Fn(&PersonId, &[Role]) -> bool,
) -> Result<bool, Failure> {
    for person in people::list(conn)? {
        let id = PersonId::from(person.id.as_str());
        if &id != author && person.state() == PersonState::Active && may(&id, &person.roles()?) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Names for a list of people.
pub fn writers(
    conn: &mut Conn,
    ids: impl Iterator<Item = PersonId>,
) -> Result<HashMap<PersonId, Writer>, Failure> {
    let ids: Vec<String> = ids.map(|id| id.0).collect();
    let names = people::names(conn, &ids)?;
    Ok(names
        .into_iter()
        .map(|(id, name)| (PersonId(id.clone()), Writer { id: PersonId(id), name }))
        .collect())
}

/// The writer of this id; a row that names nobody is a fault of ours and shows an empty name.
#[must_use]
pub fn writer(known: &HashMap<PersonId, Writer>, id: &PersonId) -> Writer {
    known.get(id).cloned().unwrap_or_else(|| Writer { id: id.clone(), name: String::new() })
}

/// The head of a draft as the viewer sees it.
pub fn head(
    conn: &mut Conn,
    viewer: &Viewer,
    authors: &Authors,
    number: i64,
    based_on: Option<i64>,
    others: bool,
) -> Result<DraftHead, Failure> {
    let known = writers(conn, [authors.started_by.clone(), authors.changed_by.clone()].into_iter())?;
    Ok(DraftHead {
        version: authors.version,
        number,
        based_on,
        started_by: writer(&known, &authors.started_by),
        started_at: authors.started_at,
        changed_by: writer(&known, &authors.changed_by),
        changed_at: authors.changed_at,
        publishing: publishing(viewer.id(), &authors.changed_by, others),
    })
}

/// Refuses a publication by the author where there is a second person, of another version than the one that was read, or with
/// faults; answers the reason of whoever publishes alone.
pub fn demand(
    viewer: &Viewer,
    authors: &Authors,
    others: bool,
    body: &Publication,
    faults: Vec<PlanFault>,
) -> Result<Option<String>, Failure> {
    if authors.version != body.version {
        return Err(Failure::stale());
    }
    let reason = match publishing(viewer.id(), &authors.changed_by, others) {
        Publishing::You => None,
        Publishing::Another => {
            return Err(Failure::refused(
                Code::Forbidden,
                "You made the last change, so somebody else reads it and publishes it.",
            ));
        }
        Publishing::YouAlone => Some(
            check_reason("/reason", ReasonKind::Full, &body.reason)
                .map_err(|fault| Failure::Invalid(vec![fault]))?,
        ),
    };
    if faults.is_empty() {
        return Ok(reason);
    }
    let error = |fault: PlanFault| {
        FieldError::new(format!("/{}", fault.path.replace('.', "/")), &fault.code, fault.message)
    };
    Err(Failure::Invalid(faults.into_iter().map(error).collect()))
}
