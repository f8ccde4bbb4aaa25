//! The list of candidates: what is asked of it, its pages, views that somebody keeps, and adding one by hand.

use crate::{CandidateId, JobId, Timestamp, candidates::ApplicationRow, rejections::RejectionBrief};
use serde::{Deserialize, Serialize};

/// Most characters of what is searched for or filtered by.
pub const FILTER_MAX: usize = 200;
/// Most characters of a view's name.
pub const VIEW_NAME_MAX: usize = 60;
/// Most views of a person.
pub const VIEWS_MAX: usize = 30;
/// Rows of a page, unless another number is asked for.
pub const PAGE: usize = 50;
/// Most rows of a page.
pub const PAGE_MAX: usize = 500;
/// Most characters of a link.
pub const LINK_MAX: usize = 500;

/// Whether rejected applications are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ListStatus {
    /// All.
    #[default]
    All,
    /// Those that are not rejected.
    InProcess,
    /// Those that are.
    Rejected,
}

impl ListStatus {
    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::InProcess => "in_process",
            Self::Rejected => "rejected",
        }
    }
}

/// By what the list is ordered. Those on whom the reader is blind stand before all others, by name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ListSort {
    /// By name.
    #[default]
    #[serde(rename = "name")]
    Name,
    /// By name, from the end.
    #[serde(rename = "-name")]
    NameDown,
    /// Who came in first stands first.
    #[serde(rename = "added")]
    Added,
    /// Who came in last stands first.
    #[serde(rename = "-added")]
    AddedDown,
    /// Who has stood in their stage longest stands first.
    #[serde(rename = "since")]
    Since,
    /// Who moved last stands first.
    #[serde(rename = "-since")]
    SinceDown,
}

impl ListSort {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::NameDown, Self::Added, Self::AddedDown, Self::Since, Self::SinceDown];

    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::NameDown => "-name",
            Self::Added => "added",
            Self::AddedDown => "-added",
            Self::Since => "since",
            Self::SinceDown => "-since",
        }
    }

    /// Whether the largest stands first.
    #[must_use]
    pub const fn down(self) -> bool {
        matches!(self, Self::NameDown | Self::AddedDown | Self::SinceDown)
    }

    /// The same column the other way round.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Name => Self::NameDown,
            Self::NameDown => Self::Name,
            Self::Added => Self::AddedDown,
            Self::AddedDown => Self::Added,
            Self::Since => Self::SinceDown,
            Self::SinceDown => Self::Since,
        }
    }
}

/// What is asked of the list; an empty text asks nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CandidateFilter {
    /// Parts of name or address; all must be there.
    pub q: String,
    /// A job's id.
    pub job: String,
    /// A stage, by its name.
    pub stage: String,
    /// Where they came from, in full.
    pub source: String,
    /// A tag, whatever its letter case.
    pub tag: String,
    /// Rejected or not.
    pub status: ListStatus,
    /// The order.
    pub sort: ListSort,
}

impl CandidateFilter {
    /// Reads it from parameters of an address; the error names the parameter that is not understood. Others are passed over.
    pub fn read<'a>(value: impl Fn(&'static str) -> Option<&'a str>) -> Result<Self, &'static str> {
        let text = |name| {
            let text = value(name).unwrap_or_default().trim();
            if text.chars().count() > FILTER_MAX { Err(name) } else { Ok(text.to_owned()) }
        };
        let status = match value("status").unwrap_or_default() {
            "" | "all" => ListStatus::All,
            "in_process" => ListStatus::InProcess,
            "rejected" => ListStatus::Rejected,
            _ => return Err("status"),
        };
        let sort = match value("sort").unwrap_or_default() {
            "" => ListSort::Name,
            word => ListSort::ALL.into_iter().find(|sort| sort.word() == word).ok_or("sort")?,
        };
        Ok(Self {
            q: text("q")?,
            job: text("job")?,
            stage: text("stage")?,
            source: text("source")?,
            tag: text("tag")?,
            status,
            sort,
        })
    }

    /// The parameters that say it, those that say nothing left out.
    #[must_use]
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        let mut pairs = vec![
            ("q", self.q.as_str()),
            ("job", &self.job),
            ("stage", &self.stage),
            ("source", &self.source),
            ("tag", &self.tag),
        ];
        if self.status != ListStatus::All {
            pairs.push(("status", self.status.word()));
        }
        if self.sort != ListSort::Name {
            pairs.push(("sort", self.sort.word()));
        }
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// The parts that are searched for, in lower case.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        self.q.to_lowercase().split_whitespace().take(8).map(str::to_owned).collect()
    }
}

/// A row of the list.
///
/// For someone who has an open scorecard on this person everything beside the constant row is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CandidateRow {
    /// The application.
    #[serde(flatten)]
    pub row: ApplicationRow,
    /// Address.
    pub email: String,
    /// Where they came from.
    pub source: String,
    /// Tags of the job's team.
    pub tags: Vec<String>,
    /// When the application came in.
    pub added: Option<Timestamp>,
    /// Since when it stands in its stage.
    pub since: Option<Timestamp>,
    /// Version for changes.
    pub version: Option<i64>,
    /// Of a rejected application: why, and whether that can be taken back.
    pub rejection: Option<RejectionBrief>,
}

/// `GET /api/v1/candidates`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CandidatePage {
    /// The rows; on the first page those on whom the caller is blind stand before the others.
    pub rows: Vec<CandidateRow>,
    /// How many there are on all pages.
    pub total: u64,
    /// Where the next page begins; absent on the last.
    pub after: Option<String>,
}

/// A job to choose in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FilterJob {
    /// The job.
    pub id: JobId,
    /// Its title.
    pub title: String,
    /// Its stages in order.
    pub stages: Vec<String>,
    /// Whether the caller recruits for it.
    pub recruits: bool,
    /// Whether the caller may add candidates to it now.
    pub takes: bool,
}

/// A source with the number of applications that came from there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SourceCount {
    /// The source.
    pub source: String,
    /// How many.
    pub count: u64,
}

/// `GET /api/v1/candidate-filters`: what can be chosen, over persons on whom the caller is not open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CandidateFilters {
    /// The caller's jobs.
    pub jobs: Vec<FilterJob>,
    /// Sources, the most frequent first.
    pub sources: Vec<SourceCount>,
    /// Tags in order.
    pub tags: Vec<String>,
}

/// A view that somebody keeps: a name for what is asked of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SavedView {
    /// Its name; another one of the same name is replaced.
    pub name: String,
    /// What is asked.
    pub filter: CandidateFilter,
}

/// `POST /api/v1/my/views/removal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ViewName {
    /// The view.
    pub name: String,
}

/// `POST /api/v1/jobs/{id}/candidates`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCandidate {
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Where they came from; may be empty.
    #[serde(default)]
    pub source: String,
    /// Where more about them stands, such as a profile or a portfolio; may be empty.
    #[serde(default)]
    pub link: String,
    /// A note for the job's team; may be empty.
    #[serde(default)]
    pub note: String,
    /// The known candidate to whom the application is added, as the answer before named them.
    #[serde(default)]
    pub known: Option<CandidateId>,
}

/// Somebody with the same address, among those whom the caller may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KnownCandidate {
    /// The person.
    pub id: CandidateId,
    /// Name.
    pub name: String,
    /// Titles of the caller's jobs to which they applied.
    pub jobs: Vec<String>,
    /// Whether this very job is one of them; nothing can be added then.
    pub here: bool,
    /// Whether the caller has an open scorecard on them; somebody else has to add them then.
    pub frozen: bool,
}

/// What came of adding: the application, or somebody who is known already, and then nothing was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AddedCandidate {
    /// The new application.
    pub row: Option<ApplicationRow>,
    /// Who is known.
    pub known: Option<KnownCandidate>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn read(pairs: &[(&'static str, &str)]) -> Result<CandidateFilter, &'static str> {
        let all: HashMap<&str, &str> = pairs.iter().copied().collect();
        CandidateFilter::read(|name| all.get(name).copied())
    }

    #[test]
    fn what_an_address_says_is_said_again() {
        for sort in ListSort::ALL {
            assert_eq!(sort.turned().turned(), sort);
            assert_ne!(sort.turned().down(), sort.down());
            for status in [ListStatus::All, ListStatus::InProcess, ListStatus::Rejected] {
                let filter = CandidateFilter {
                    q: "noor ex".to_owned(),
                    job: "j".to_owned(),
                    stage: "On site & more".to_owned(),
                    source: String::new(),
                    tag: "Payments".to_owned(),
                    status,
                    sort,
                };
                assert_eq!(read(&filter.pairs()), Ok(filter));
            }
        }
        assert_eq!(read(&[]), Ok(CandidateFilter::default()));
        assert_eq!(CandidateFilter::default().pairs(), []);
    }

    #[test]
    fn what_is_not_understood_is_named() {
        let long = "x".repeat(FILTER_MAX + 1);
        for (name, value) in
            [("sort", "score"), ("status", "strong_no"), ("q", long.as_str()), ("tag", &long)]
        {
            assert_eq!(read(&[(name, value)]), Err(name));
        }
    }

    #[test]
    fn words_are_folded_and_few() {
        let filter = CandidateFilter { q: " Ünal  EXAMPLE ".to_owned(), ..CandidateFilter::default() };
        assert_eq!(filter.words(), ["ünal", "example"]);
        assert_eq!(CandidateFilter { q: "a ".repeat(50), ..CandidateFilter::default() }.words().len(), 8);
    }
}
