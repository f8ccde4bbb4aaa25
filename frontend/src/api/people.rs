//! Members of the organisation.

use super::{
    Answer,
    transport::{delete, get, part, patch, post},
};
use evenhand_shared::{
    PersonId,
    people::{ImportFile, ImportReport, NewPerson, PasswordLink, PersonChange, PersonCreated, PersonRow},
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
