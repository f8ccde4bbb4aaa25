//! What is asked of the list of candidates, for this viewer. Candidates on whom the viewer is open are asked for apart: by name,
//! job and their frozen stage, which never change, and as not rejected, without source and without tags.

use super::row::{self, Mine, Standings};
use crate::{
    db::{
        Conn,
        applications::{self, ApplicationKey},
        candidate_list::Asked,
        words::{document, fold},
    },
    failure::Failure,
    http::operation::Act,
};
use evenhand_policy::Viewer;
use evenhand_shared::{
    Code,
    candidate_list::{CandidateFilter, ListStatus},
};

/// Reads the filter from the address.
pub fn filter<B>(act: &Act<'_, B>) -> Result<CandidateFilter, Failure> {
    CandidateFilter::read(|name| act.parameter(name))
        .map_err(|name| Failure::refused(Code::BadRequest, format!("`{name}` is not understood here.")))
}

/// A filter with what it means for the viewer.
pub struct Question {
    /// The filter.
    pub filter: CandidateFilter,
    /// The viewer's jobs.
    pub mine: Mine,
    jobs: Vec<String>,
    hidden: Vec<String>,
    words: Vec<String>,
    tag: String,
}

impl Question {
    /// The question of this viewer.
    pub fn new(
        conn: &mut Conn,
        viewer: &Viewer,
        standings: &Standings,
        filter: CandidateFilter,
    ) -> Result<Self, Failure> {
        let mine = row::mine(conn, viewer)?;
        let mut jobs: Vec<String> =
            mine.keys().filter(|id| filter.job.is_empty() || **id == filter.job).cloned().collect();
        jobs.sort_unstable();
        let (words, tag) = (filter.words(), fold(&filter.tag));
        Ok(Self { filter, mine, jobs, hidden: standings.frozen(), words, tag })
    }

    /// The name of the list that this question gives, for its cursors.
    pub fn list(&self) -> Result<String, Failure> {
        Ok(format!("candidates {}", document(&self.filter)?))
    }

    /// What the database is asked.
    pub fn asked(&self) -> Asked<'_> {
        Asked {
            jobs: &self.jobs,
            hidden: &self.hidden,
            words: &self.words,
            stage: &self.filter.stage,
            source: &self.filter.source,
            tag: &self.tag,
            status: self.filter.status,
        }
    }

    /// Applications of those on whom the viewer is open, as far as their constants fit.
    pub fn frozen(&self, conn: &mut Conn, standings: &Standings) -> Result<Vec<ApplicationKey>, Failure> {
        let CandidateFilter { stage, source, tag, status, .. } = &self.filter;
        let never = *status == ListStatus::Rejected || !source.is_empty() || !tag.is_empty();
        if never || self.hidden.is_empty() {
            return Ok(Vec::new());
        }
        let mut keys = applications::list_keys_of_candidates(conn, &self.jobs, &self.hidden)?;
        keys.retain(|key| {
            let name = key.name.to_lowercase();
            let stands = standings.frozen_stage(&key.candidate_id.as_str().into());
            self.words.iter().all(|word| name.contains(word)) && (stage.is_empty() || stands == Some(stage))
        });
        Ok(keys)
    }
}
