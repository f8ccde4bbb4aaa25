//! How plans and the library meet: a plan's rubrics are versions of the library, and new ones get there with the plan; so do kits that
//! nobody has written there yet.

use crate::{
    db::{
        Conn,
        library::{self, Use},
    },
    failure::Failure,
    mint::Ids,
};
use evenhand_shared::{
    LibraryId,
    library::{CompetencyText, LibraryKind, LibraryText},
    plan::{Competency, Kit, Plan, PlanFault, PlanVersion},
};

fn key_of(kind: LibraryKind, key: &str) -> String {
    match kind {
        LibraryKind::Competency => format!("competency:{key}"),
        LibraryKind::Kit => format!("kit:{key}"),
    }
}

/// The identifier that a thing of the library gets.
#[must_use]
pub fn id_for(ids: &Ids, kind: LibraryKind, key: &str) -> LibraryId {
    ids.object("library", &key_of(kind, key), 0)
}

fn known_anchors(conn: &mut Conn, competency: &Competency) -> Result<Option<Vec<String>>, Failure> {
    let number = competency.rubric.version;
    let known = library::find_version(conn, LibraryKind::Competency, &competency.key, number)?;
    Ok(known.and_then(|version| match version.text {
        LibraryText::Competency(text) => Some(text.anchors),
        LibraryText::Kit(_) => None,
    }))
}

/// Rubrics of a plan that the library knows in this version with other anchors.
pub fn changed_rubrics(conn: &mut Conn, plan: &Plan) -> Result<Vec<PlanFault>, Failure> {
    let mut faults = Vec::new();
    for (index, competency) in plan.competencies.iter().enumerate() {
        if known_anchors(conn, competency)?.is_some_and(|known| known != competency.rubric.anchors) {
            faults.push(PlanFault {
                line: 0,
                path: format!("competencies.{index}.rubric.anchors"),
                code: "rubric_changed".to_owned(),
                message: format!(
                    "The rubric of \"{}\" is known in this version with other anchors. Give the changed rubric the next version number.",
                    competency.key
                ),
            });
        }
    }
    Ok(faults)
}

/// Takes the rubrics and kits of a version that is being published into the library, as far as they are not there; the answer is what
/// the plan uses.
pub fn feed(conn: &mut Conn, ids: &Ids, version: &PlanVersion) -> Result<Vec<Use>, Failure> {
    let mut uses = Vec::new();
    for competency in &version.plan.competencies {
        let number = competency.rubric.version;
        if known_anchors(conn, competency)?.is_none() {
            let text = CompetencyText {
                name: competency.name.clone(),
                description: String::new(),
                anchors: competency.rubric.anchors.clone(),
            };
            take_in(conn, ids, version, &competency.key, number, LibraryText::Competency(text))?;
        }
        uses.push((LibraryKind::Competency, competency.key.clone(), number));
    }
    for kit in &version.plan.kits {
        if let Some((key, number)) = kit_in_use(conn, ids, version, kit)? {
            uses.push((LibraryKind::Kit, key, number));
        }
    }
    Ok(uses)
}

/// What the plan's kit is in the library: where it says it is from; without a word of that, the version that reads the same. The first
/// kit of its key begins the library's own. Other words under a known key are the plan's alone.
fn kit_in_use(
    conn: &mut Conn,
    ids: &Ids,
    version: &PlanVersion,
    kit: &Kit,
) -> Result<Option<(String, i64)>, Failure> {
    if let Some(origin) = &kit.origin {
        return Ok(Some((origin.kit.clone(), origin.version)));
    }
    let text = LibraryText::Kit(kit.clone());
    if let Some(item) = library::find_by_key(conn, LibraryKind::Kit, &kit.key)? {
        let versions = library::list_versions_of(conn, &LibraryId(item.id))?;
        let same = versions.into_iter().find(|known| known.text == text);
        return Ok(same.map(|known| (kit.key.clone(), known.number)));
    }
    take_in(conn, ids, version, &kit.key, 1, text)?;
    Ok(Some((kit.key.clone(), 1)))
}

/// Adds a version that came with a plan: whoever wrote and published the plan wrote and published it.
fn take_in(
    conn: &mut Conn,
    ids: &Ids,
    from: &PlanVersion,
    key: &str,
    number: i64,
    text: LibraryText,
) -> Result<(), Failure> {
    let kind = text.kind();
    let item = match library::find_by_key(conn, kind, key)? {
        Some(item) => LibraryId(item.id),
        None => {
            let id = id_for(ids, kind, key);
            library::insert(conn, &id, kind, key, from.published_at)?;
            id
        }
    };
    library::insert_version(
        conn,
        &library::Version {
            item,
            number,
            text,
            written_by: Some(from.created_by.clone()),
            published_by: Some(from.published_by.clone()),
            published_at: from.published_at,
            alone_reason: from.alone_reason.clone(),
        },
    )
}
