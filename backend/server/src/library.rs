//! How plans and the library meet: a plan's rubrics are versions of the library, and new ones get there with the plan.

use crate::{
    db::{Conn, library},
    failure::Failure,
    mint::Ids,
};
use evenhand_shared::{
    LibraryId,
    library::{CompetencyText, LibraryKind, LibraryText},
    plan::{Competency, Plan, PlanFault, PlanVersion},
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

/// Takes the rubrics of a version that is being published into the library, as far as they are not there.
pub fn feed(conn: &mut Conn, ids: &Ids, version: &PlanVersion) -> Result<(), Failure> {
    for competency in &version.plan.competencies {
        if known_anchors(conn, competency)?.is_some() {
            continue;
        }
        let item = match library::find_by_key(conn, LibraryKind::Competency, &competency.key)? {
            Some(item) => LibraryId(item.id),
            None => {
                let id = id_for(ids, LibraryKind::Competency, &competency.key);
                library::insert(conn, &id, LibraryKind::Competency, &competency.key, version.published_at)?;
                id
            }
        };
        let text = CompetencyText {
            name: competency.name.clone(),
            description: String::new(),
            anchors: competency.rubric.anchors.clone(),
        };
        library::insert_version(
            conn,
            &library::Version {
                item,
                number: competency.rubric.version,
                text: LibraryText::Competency(text),
                written_by: Some(version.created_by.clone()),
                published_by: Some(version.published_by.clone()),
                published_at: version.published_at,
                alone_reason: version.alone_reason.clone(),
            },
        )?;
    }
    Ok(())
}
