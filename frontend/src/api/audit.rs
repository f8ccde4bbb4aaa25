//! What happened.

use super::{
    Answer,
    transport::{get, get_text, part},
};
use evenhand_shared::{
    JobId,
    audit::{AuditEntry, AuditPage},
};

/// The filters, as they stand in the query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Acts by this person.
    pub actor: String,
    /// This act.
    pub action: String,
    /// Acts on this job.
    pub job: String,
    /// From this instant on.
    pub from: String,
    /// Before this instant.
    pub until: String,
}

impl AuditQuery {
    fn text(&self, after: &str) -> String {
        let named = [
            ("actor", self.actor.as_str()),
            ("action", &self.action),
            ("job", &self.job),
            ("from", &self.from),
            ("until", &self.until),
            ("after", after),
        ];
        let set: Vec<String> = named
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", part(value)))
            .collect();
        if set.is_empty() { String::new() } else { format!("?{}", set.join("&")) }
    }
}

/// `GET /audit`; `after` is empty for the first page.
pub async fn list(query: &AuditQuery, after: &str) -> Answer<AuditPage> {
    get(&format!("/audit{}", query.text(after))).await
}

/// `GET /audit/export`: a CSV file.
pub async fn export(query: &AuditQuery) -> Answer<String> {
    get_text(&format!("/audit/export{}", query.text(""))).await
}

/// `GET /activity`, of one job or of all whose team the caller is on.
pub async fn activity(job: Option<&JobId>) -> Answer<Vec<AuditEntry>> {
    match job {
        Some(job) => get(&format!("/activity?job={}", part(job.as_str()))).await,
        None => get("/activity").await,
    }
}
