//! A thing of the library as recruiters and hiring managers see it.

use super::WRITERS;
use crate::{
    db::{
        Conn, jobs,
        library::{self, Draft, Item, Version},
        words::word,
    },
    failure::Failure,
    http::{publishing, scope},
};
use evenhand_policy::Viewer;
use evenhand_shared::{
    JobId, LibraryId, PersonId,
    library::{
        JobUse, KitUse, LibraryDraft, LibraryItem, LibraryKind, LibraryText, LibraryVersion, VersionUse,
    },
    plan::PlanFault,
};
use std::collections::BTreeMap;

/// Whether anybody but the author of the last change could publish.
pub fn others(conn: &mut Conn, author: &PersonId) -> Result<bool, Failure> {
    publishing::others(conn, author, |_, roles| roles.iter().any(|role| WRITERS.contains(role)))
}

/// What stops a publication.
pub fn check(conn: &mut Conn, text: &LibraryText) -> Result<Vec<PlanFault>, Failure> {
    match text {
        LibraryText::Competency(competency) => Ok(evenhand_hiring::plan_file::check_competency(competency)),
        LibraryText::Kit(kit) => {
            let competency = word(&LibraryKind::Competency)?;
            let published: Vec<String> =
                library::list_versions(conn)?.into_iter().map(|version| version.item.0).collect();
            let known: Vec<String> = library::list(conn)?
                .into_iter()
                .filter(|item| item.kind == competency && published.contains(&item.id))
                .map(|item| item.key)
                .collect();
            Ok(evenhand_hiring::plan_file::check_kit(kit, &known))
        }
    }
}

/// The number that the next version will have.
pub fn next_number(versions: &[Version]) -> i64 {
    versions.iter().map(|version| version.number).max().unwrap_or(0).saturating_add(1)
}

fn draft(
    conn: &mut Conn,
    viewer: &Viewer,
    draft: Draft,
    versions: &[Version],
) -> Result<LibraryDraft, Failure> {
    let others = others(conn, &draft.authors.changed_by)?;
    let number = next_number(versions);
    let head = publishing::head(conn, viewer, &draft.authors, number, draft.based_on, others)?;
    let faults = check(conn, &draft.text)?;
    Ok(LibraryDraft { head, text: draft.text, faults })
}

/// Everything about one thing.
pub fn item(conn: &mut Conn, viewer: &Viewer, item: Item) -> Result<LibraryItem, Failure> {
    let id = LibraryId(item.id.clone());
    let versions = library::list_versions_of(conn, &id)?;
    let draft = match library::find_draft(conn, &id)? {
        Some(found) => Some(draft(conn, viewer, found, &versions)?),
        None => None,
    };
    let jobs = job_uses(conn, viewer, &item)?;
    let kits = if item.kind == word(&LibraryKind::Competency)? { kits(conn, &item.key)? } else { Vec::new() };
    let ids = versions.iter().flat_map(|v| [v.written_by.clone(), v.published_by.clone()]).flatten();
    let known = publishing::writers(conn, ids)?;
    let version = |version: Version| LibraryVersion {
        number: version.number,
        text: version.text,
        written_by: version.written_by.map(|id| publishing::writer(&known, &id)),
        published_by: version.published_by.map(|id| publishing::writer(&known, &id)),
        published_at: version.published_at,
        alone_reason: version.alone_reason,
    };
    let versions = versions.into_iter().map(version).collect();
    Ok(LibraryItem { id, key: item.key, versions, draft, jobs, kits })
}

/// The jobs whose plans use it. Jobs are visible to everybody inside; the way to one is its team's.
fn job_uses(conn: &mut Conn, viewer: &Viewer, item: &Item) -> Result<Vec<JobUse>, Failure> {
    let mut by_job: BTreeMap<JobId, BTreeMap<i64, Vec<i64>>> = BTreeMap::new();
    for (job, plan, number) in library::list_uses(conn, item)? {
        by_job.entry(job).or_default().entry(number).or_default().push(plan);
    }
    let mine: Vec<_> = scope::my_jobs(conn, viewer)?.into_iter().map(|(id, _, _)| id).collect();
    let ids: Vec<String> = by_job.keys().map(|job| job.as_str().to_owned()).collect();
    let rows = jobs::list(conn, &ids)?;
    let mut all = Vec::new();
    for (job, uses) in by_job {
        let title = rows.get(job.as_str()).map(|row| row.title.clone()).unwrap_or_default();
        let uses = uses.into_iter().map(|(number, plans)| VersionUse { number, plans }).collect();
        all.push(JobUse { job_id: mine.contains(&job).then_some(job), title, uses });
    }
    all.sort_by(|a, b| a.title.cmp(&b.title));
    Ok(all)
}

/// The kits that rate a competency, in their newest version.
fn kits(conn: &mut Conn, competency: &str) -> Result<Vec<KitUse>, Failure> {
    let mut kits: Vec<KitUse> = Vec::new();
    let mut seen = String::new();
    for version in library::list_versions(conn)? {
        let newest = version.item.0 != seen;
        seen.clone_from(&version.item.0);
        if let LibraryText::Kit(kit) = version.text
            && newest
            && kit.rates.iter().any(|key| key == competency)
        {
            kits.push(KitUse { id: version.item, name: kit.name });
        }
    }
    kits.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(kits)
}
