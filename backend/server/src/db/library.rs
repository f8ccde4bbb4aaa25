//! `library_items`, `library_versions`, `library_drafts` and `library_uses`. Published versions never change.

use super::{
    Conn,
    drafts::Authors,
    schema::{library_drafts, library_items, library_uses, library_versions, plans},
    words::{document, read_document, word},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{
    JobId, LibraryId, PersonId, PlanId, Timestamp,
    library::{LibraryKind, LibraryText},
};

/// A competency or a kit.
#[derive(Debug, Clone, Queryable)]
pub struct Item {
    /// Identifier.
    pub id: String,
    /// Kind, as a word.
    pub kind: String,
    /// Short name.
    pub key: String,
    /// When it was made.
    pub created_at: i64,
}

/// A published version.
#[derive(Debug, Clone)]
pub struct Version {
    /// What it is a version of.
    pub item: LibraryId,
    /// Number.
    pub number: i64,
    /// The words.
    pub text: LibraryText,
    /// Who wrote it.
    pub written_by: Option<PersonId>,
    /// Who published it.
    pub published_by: Option<PersonId>,
    /// When.
    pub published_at: Timestamp,
    /// Why without a second reader, where there was none.
    pub alone_reason: Option<String>,
}

/// The next version while it is being written.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it is a draft of.
    pub item: LibraryId,
    /// The words.
    pub text: LibraryText,
    /// The number of the version that it began from.
    pub based_on: Option<i64>,
    /// Who writes it.
    pub authors: Authors,
}

type VersionColumns = (String, i64, String, Option<String>, Option<String>, i64, Option<String>);

fn version(row: VersionColumns) -> Result<Version, Failure> {
    let (item, number, content, written_by, published_by, published_at, alone_reason) = row;
    Ok(Version {
        item: LibraryId(item),
        number,
        text: read_document(&content)?,
        written_by: written_by.map(PersonId),
        published_by: published_by.map(PersonId),
        published_at: Timestamp(published_at),
        alone_reason,
    })
}

type DraftColumns = (String, String, Option<i64>, i64, String, i64, String, i64);

fn draft(row: DraftColumns) -> Result<Draft, Failure> {
    let (item, content, based_on, version, started_by, started_at, changed_by, changed_at) = row;
    Ok(Draft {
        item: LibraryId(item),
        text: read_document(&content)?,
        based_on,
        authors: Authors {
            started_by: started_by.into(),
            started_at: Timestamp(started_at),
            changed_by: changed_by.into(),
            changed_at: Timestamp(changed_at),
            version,
        },
    })
}

/// Everything, by kind and key.
pub fn list(conn: &mut Conn) -> Result<Vec<Item>, Failure> {
    Ok(library_items::table.order((library_items::kind, library_items::key)).load(conn)?)
}

/// One thing.
pub fn find(conn: &mut Conn, id: &LibraryId) -> Result<Item, Failure> {
    Ok(library_items::table.find(id.as_str()).first(conn)?)
}

/// One thing by its key.
pub fn find_by_key(conn: &mut Conn, kind: LibraryKind, key: &str) -> Result<Option<Item>, Failure> {
    let found = library_items::table
        .filter(library_items::kind.eq(word(&kind)?))
        .filter(library_items::key.eq(key))
        .first(conn)
        .optional()?;
    Ok(found)
}

/// Adds a thing.
pub fn insert(
    conn: &mut Conn,
    id: &LibraryId,
    kind: LibraryKind,
    key: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    diesel::insert_into(library_items::table)
        .values((
            library_items::id.eq(id.as_str()),
            library_items::kind.eq(word(&kind)?),
            library_items::key.eq(key),
            library_items::created_at.eq(now.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes away a thing of which nothing was published.
pub fn delete(conn: &mut Conn, id: &LibraryId) -> Result<(), Failure> {
    diesel::delete(library_items::table.find(id.as_str())).execute(conn)?;
    Ok(())
}

/// Every published version, newest first within each thing.
pub fn list_versions(conn: &mut Conn) -> Result<Vec<Version>, Failure> {
    let rows: Vec<VersionColumns> = library_versions::table
        .order((library_versions::item_id, library_versions::number.desc()))
        .load(conn)?;
    rows.into_iter().map(version).collect()
}

/// The published versions of one thing, newest first.
pub fn list_versions_of(conn: &mut Conn, id: &LibraryId) -> Result<Vec<Version>, Failure> {
    let rows: Vec<VersionColumns> = library_versions::table
        .filter(library_versions::item_id.eq(id.as_str()))
        .order(library_versions::number.desc())
        .load(conn)?;
    rows.into_iter().map(version).collect()
}

/// One published version by kind, key and number.
pub fn find_version(
    conn: &mut Conn,
    kind: LibraryKind,
    key: &str,
    number: i64,
) -> Result<Option<Version>, Failure> {
    let Some(item) = find_by_key(conn, kind, key)? else { return Ok(None) };
    let row: Option<VersionColumns> =
        library_versions::table.find((item.id, number)).first(conn).optional()?;
    row.map(version).transpose()
}

/// Adds a version.
pub fn insert_version(conn: &mut Conn, version: &Version) -> Result<(), Failure> {
    diesel::insert_into(library_versions::table)
        .values((
            library_versions::item_id.eq(version.item.as_str()),
            library_versions::number.eq(version.number),
            library_versions::content.eq(document(&version.text)?),
            library_versions::written_by.eq(version.written_by.as_ref().map(PersonId::as_str)),
            library_versions::published_by.eq(version.published_by.as_ref().map(PersonId::as_str)),
            library_versions::published_at.eq(version.published_at.0),
            library_versions::alone_reason.eq(version.alone_reason.as_deref()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Every draft.
pub fn list_drafts(conn: &mut Conn) -> Result<Vec<Draft>, Failure> {
    let rows: Vec<DraftColumns> = library_drafts::table.order(library_drafts::item_id).load(conn)?;
    rows.into_iter().map(draft).collect()
}

/// The draft of a thing.
pub fn find_draft(conn: &mut Conn, id: &LibraryId) -> Result<Option<Draft>, Failure> {
    let row: Option<DraftColumns> = library_drafts::table.find(id.as_str()).first(conn).optional()?;
    row.map(draft).transpose()
}

/// Adds a draft, or replaces the one that the thing has.
pub fn put_draft(conn: &mut Conn, draft: &Draft) -> Result<(), Failure> {
    delete_draft(conn, &draft.item)?;
    diesel::insert_into(library_drafts::table)
        .values((
            library_drafts::item_id.eq(draft.item.as_str()),
            library_drafts::content.eq(document(&draft.text)?),
            library_drafts::based_on.eq(draft.based_on),
            library_drafts::version.eq(draft.authors.version),
            library_drafts::started_by.eq(draft.authors.started_by.as_str()),
            library_drafts::started_at.eq(draft.authors.started_at.0),
            library_drafts::changed_by.eq(draft.authors.changed_by.as_str()),
            library_drafts::changed_at.eq(draft.authors.changed_at.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes the draft of a thing away.
pub fn delete_draft(conn: &mut Conn, id: &LibraryId) -> Result<(), Failure> {
    diesel::delete(library_drafts::table.find(id.as_str())).execute(conn)?;
    Ok(())
}

/// Kind, key and version of something that a plan uses.
pub type Use = (LibraryKind, String, i64);

/// Notes what a published plan uses.
pub fn insert_uses(conn: &mut Conn, plan: &PlanId, mut uses: Vec<Use>) -> Result<(), Failure> {
    uses.sort_unstable();
    uses.dedup();
    for (kind, key, number) in uses {
        diesel::insert_into(library_uses::table)
            .values((
                library_uses::plan_id.eq(plan.as_str()),
                library_uses::kind.eq(word(&kind)?),
                library_uses::key.eq(key),
                library_uses::number.eq(number),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Kind, key and job of every use, each once.
pub fn list_using_jobs(conn: &mut Conn) -> Result<Vec<(String, String, JobId)>, Failure> {
    let rows: Vec<(String, String, String)> = library_uses::table
        .inner_join(plans::table.on(plans::id.eq(library_uses::plan_id)))
        .select((library_uses::kind, library_uses::key, plans::job_id))
        .distinct()
        .load(conn)?;
    Ok(rows.into_iter().map(|(kind, key, job)| (kind, key, JobId(job))).collect())
}

/// Job, number of the plan version and version of the thing, for every plan that uses it, by job and number.
pub fn list_uses(conn: &mut Conn, item: &Item) -> Result<Vec<(JobId, i64, i64)>, Failure> {
    let rows: Vec<(String, i64, i64)> = library_uses::table
        .inner_join(plans::table.on(plans::id.eq(library_uses::plan_id)))
        .filter(library_uses::kind.eq(&item.kind))
        .filter(library_uses::key.eq(&item.key))
        .order((plans::job_id, plans::number))
        .select((plans::job_id, plans::number, library_uses::number))
        .load(conn)?;
    Ok(rows.into_iter().map(|(job, plan, number)| (JobId(job), plan, number)).collect())
}
