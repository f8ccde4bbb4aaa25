//! The caller's own scorecards.

use super::{
    Answer,
    transport::{Call, delete, get, part, patch, post},
};
use evenhand_shared::{
    AssignmentId,
    loops::Confirmation,
    scorecards::{DraftChange, DraftSaved, NewAmendment, ScorecardPage, Submitted, Withdrawal},
};

/// `GET /scorecards/{id}`.
pub async fn find(id: &AssignmentId) -> Answer<ScorecardPage> {
    get(&path(id, "")).await
}

/// `PATCH /scorecards/{id}`.
pub async fn save(id: &AssignmentId, change: &DraftChange) -> Answer<DraftSaved> {
    patch(&path(id, ""), change).await
}

/// `PATCH /scorecards/{id}` while the page is being left. What does not arrive is sent from the device's copy next time.
pub fn save_leaving(id: &AssignmentId, change: &DraftChange) {
    let path = path(id, "");
    if let Ok(body) = serde_json::to_string(change) {
        Call { body: Some(body), keepalive: true, ..Call::new("PATCH", &path) }.send_leaving();
    }
}

/// `POST /scorecards/{id}/submission`.
pub async fn submit(id: &AssignmentId) -> Answer<Submitted> {
    post(&path(id, "/submission"), &serde_json::json!({})).await
}

/// `DELETE /scorecards/{id}/submission`, within ten seconds.
pub async fn undo(id: &AssignmentId) -> Answer<()> {
    delete(&path(id, "/submission")).await
}

/// `POST /scorecards/{id}/amendments`.
pub async fn amend(id: &AssignmentId, amendment: &NewAmendment) -> Answer<ScorecardPage> {
    post(&path(id, "/amendments"), amendment).await
}

/// `POST /scorecards/{id}/withdrawal`.
pub async fn withdraw(id: &AssignmentId, withdrawal: &Withdrawal) -> Answer<ScorecardPage> {
    post(&path(id, "/withdrawal"), withdrawal).await
}

/// `POST /scorecards/{id}/unblinding`: the card will be marked as exposed.
pub async fn unblind(id: &AssignmentId) -> Answer<()> {
    post(&path(id, "/unblinding"), &Confirmation { confirm: true }).await
}

fn path(id: &AssignmentId, rest: &str) -> String {
    format!("/scorecards/{}{rest}", part(id.as_str()))
}
