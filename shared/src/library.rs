//! The library: competencies with their rubrics, and kits, from which plans are put together.

use crate::{
    JobId, LibraryId, Timestamp,
    plan::{Kit, PlanFault},
    publishing::{DraftHead, Writer},
};
use serde::{Deserialize, Serialize};

/// What a thing of the library is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LibraryKind {
    /// What is rated, with its rubric.
    Competency,
    /// What one interview covers.
    Kit,
}

/// A competency with its rubric.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CompetencyText {
    /// Name.
    pub name: String,
    /// What it means here, in a few sentences.
    #[serde(default)]
    pub description: String,
    /// The anchors of 4 or 5 levels, from the lowest to the highest.
    pub anchors: Vec<String>,
}

/// The words of one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", content = "text", rename_all = "snake_case", deny_unknown_fields)]
pub enum LibraryText {
    /// A competency.
    Competency(CompetencyText),
    /// A kit.
    Kit(Kit),
}

impl LibraryText {
    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> LibraryKind {
        match self {
            Self::Competency(_) => LibraryKind::Competency,
            Self::Kit(_) => LibraryKind::Kit,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Competency(competency) => &competency.name,
            Self::Kit(kit) => &kit.name,
        }
    }
}

/// A thing of the library in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LibraryRow {
    /// Identifier.
    pub id: LibraryId,
    /// Short name, as plans refer to it.
    pub key: String,
    /// Its newest published words; those of the draft while nothing is published.
    pub text: LibraryText,
    /// Its newest published version.
    pub number: Option<i64>,
    /// Whether a draft is being written.
    pub draft: bool,
    /// How many jobs have a plan that uses any version of it.
    pub jobs: i64,
}

/// A thing of the library with its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LibraryItem {
    /// Identifier.
    pub id: LibraryId,
    /// Short name.
    pub key: String,
    /// Published versions, newest first.
    pub versions: Vec<LibraryVersion>,
    /// What is being written.
    pub draft: Option<LibraryDraft>,
    /// Jobs whose plans use it.
    pub jobs: Vec<JobUse>,
    /// Kits of the library that rate it, in their newest version.
    pub kits: Vec<KitUse>,
}

/// A published version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LibraryVersion {
    /// Number; a competency's is the version of its rubric.
    pub number: i64,
    /// The words.
    pub text: LibraryText,
    /// Who wrote it.
    pub written_by: Option<Writer>,
    /// Who published it.
    pub published_by: Option<Writer>,
    /// When.
    pub published_at: Timestamp,
    /// Why without a second reader, where there was none.
    pub alone_reason: Option<String>,
}

/// The next version while it is being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LibraryDraft {
    /// Who writes it, and who may publish it.
    pub head: DraftHead,
    /// The words.
    pub text: LibraryText,
    /// What stops a publication.
    pub faults: Vec<PlanFault>,
}

/// A job whose plans use a thing of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JobUse {
    /// The job, when the caller is on its team.
    pub job_id: Option<JobId>,
    /// Its title.
    pub title: String,
    /// Versions of the thing that are in use, each with the plan versions that use it.
    pub uses: Vec<VersionUse>,
}

/// Which plan versions use one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VersionUse {
    /// Version of the thing.
    pub number: i64,
    /// Numbers of plan versions, oldest first.
    pub plans: Vec<i64>,
}

/// A kit that rates a competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KitUse {
    /// The kit.
    pub id: LibraryId,
    /// Its name.
    pub name: String,
}

/// `POST /api/v1/library`: a new thing, as a draft. Its key comes from its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewLibraryItem {
    /// The first words.
    pub text: LibraryText,
}

/// `PATCH /api/v1/library/{id}/draft`: the words as they stand in the editor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LibraryChange {
    /// The version of the draft that was seen.
    pub version: i64,
    /// The words.
    pub text: LibraryText,
}

/// A key made from a name: `Paired coding` becomes `paired-coding`.
#[must_use]
pub fn key_from(name: &str) -> String {
    let mut key = String::new();
    for c in name.trim().chars().flat_map(char::to_lowercase) {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
        if key.len() >= 60 {
            break;
        }
    }
    key.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::key_from;

    #[test]
    fn keys_from_names() {
        for (name, key) in [
            ("Paired coding", "paired-coding"),
            ("  C++ & Rust!  ", "c-rust"),
            ("Zuhören", "zuh-ren"),
            ("漢字", ""),
            ("", ""),
        ] {
            assert_eq!(key_from(name), key, "{name}");
        }
        assert!(key_from(&"ab ".repeat(50)).len() <= 60);
    }
}
