//! Members of the organisation.

use super::{
    Answer,
    transport::{delete, get, part, patch, post},
};
use evenhand_shared::{
    LeaveId, PersonId,
    availability::{Leave, NewLeave},
    people::{ImportFile, ImportReport, NewPerson, PasswordLink, PersonChange, PersonCreated, PersonRow},
    profile::{Deactivation, PersonDetail, Profile, ProfileChange, Reactivation},
};

/// `GET /people`.
pub async fn list() -> Answer<Vec<PersonRow>> {
    get("/people").await
}

/// `POST /people`.
pub async fn create(person: &NewPerson) -> Answer<PersonCreated> {
    post("/people", person).await
}

/// `POST /people/import`.
pub async fn import(file: &ImportFile) -> Answer<ImportReport> {
    post("/people/import", file).await
}

/// `PATCH /people/{id}`.
pub async fn change(id: &PersonId, change: &PersonChange) -> Answer<PersonRow> {
    patch(&format!("/people/{}", part(id.as_str())), change).await
}

/// `POST /people/{id}/invitation`.
pub async fn invite(id: &PersonId) -> Answer<PasswordLink> {
    post(&format!("/people/{}/invitation", part(id.as_str())), &serde_json::json!({})).await
}

/// `DELETE /people/{id}/invitation`.
pub async fn revoke_invitation(id: &PersonId) -> Answer<PersonRow> {
    delete(&format!("/people/{}/invitation", part(id.as_str()))).await
}

/// `POST /people/{id}/password-link`.
pub async fn password_link(id: &PersonId) -> Answer<PasswordLink> {
    post(&format!("/people/{}/password-link", part(id.as_str())), &serde_json::json!({})).await
}

/// `POST /people/{id}/sign-out`.
pub async fn sign_out(id: &PersonId) -> Answer<()> {
    post(&format!("/people/{}/sign-out", part(id.as_str())), &serde_json::json!({})).await
}

/// `GET /people/{id}`.
pub async fn find(id: &PersonId) -> Answer<PersonDetail> {
    get(&format!("/people/{}", part(id.as_str()))).await
}

/// `GET /profile`.
pub async fn profile() -> Answer<Profile> {
    get("/profile").await
}

/// `PATCH /profile`.
pub async fn change_profile(change: &ProfileChange) -> Answer<PersonRow> {
    patch("/profile", change).await
}

/// `POST /profile/leaves`, or `POST /people/{id}/leaves` for somebody else.
pub async fn add_leave(of: Option<&PersonId>, leave: &NewLeave) -> Answer<Leave> {
    match of {
        None => post("/profile/leaves", leave).await,
        Some(id) => post(&format!("/people/{}/leaves", part(id.as_str())), leave).await,
    }
}

/// `DELETE /leaves/{id}`.
pub async fn remove_leave(id: &LeaveId) -> Answer<()> {
    delete(&format!("/leaves/{}", part(id.as_str()))).await
}

/// `POST /people/{id}/deactivation`.
pub async fn deactivate(id: &PersonId, body: &Deactivation) -> Answer<PersonRow> {
    post(&format!("/people/{}/deactivation", part(id.as_str())), body).await
}

/// `POST /people/{id}/reactivation`.
pub async fn reactivate(id: &PersonId, version: i64) -> Answer<PersonRow> {
    post(&format!("/people/{}/reactivation", part(id.as_str())), &Reactivation { version }).await
}
