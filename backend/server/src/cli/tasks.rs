//! Short tasks on the database.

use super::{say, start, words};
use crate::{
    app::App,
    config::Config,
    db::{
        audit::{self, Entry},
        people, settings,
        words::fold,
    },
    failure::Failure,
    mint::digest,
    password_links,
};
use evenhand_shared::{Code, PersonId, people::PersonState, sessions::LinkPurpose};
use serde_json::json;

/// Brings the database forward; opening it does.
pub fn migrate(config: &Config) -> Result<(), String> {
    start::database(config)?;
    say("The database is at this version.");
    Ok(())
}

/// Makes a setup token and prints it.
pub async fn setup_token(app: &App) -> Result<(), String> {
    if let Some(token) = make_setup_token(app, Earlier::Replaced).await.map_err(words)? {
        print_setup_token(app, &token);
    }
    Ok(())
}

/// What becomes of a setup token that was made before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    /// It stops working.
    Replaced,
    /// It stays, and no other is made.
    Kept,
}

/// Prints what to do with a setup token; the token has a line of its own, so that scripts can take it.
pub fn print_setup_token(app: &App, token: &str) {
    say(&format!(
        "Nobody is here yet. To become the first administrator, open {}/setup",
        app.config.public_url
    ));
    say("Setup token:");
    say(token);
}

/// Makes a setup token and stores its digest; refused once there is somebody.
pub async fn make_setup_token(app: &App, earlier: Earlier) -> Result<Option<String>, Failure> {
    let token = app.mint.for_actor("shell").token();
    let (stored, now) = (digest(&token), app.clock.now());
    let made = app
        .db
        .write(move |conn| {
            if people::any(conn)? {
                return Err(Failure::refused(
                    Code::Conflict,
                    "There are people here already. An administrator can make links for others; `evenhand reset-link EMAIL` makes one for an administrator.",
                ));
            }
            if earlier == Earlier::Kept && settings::find(conn, settings::SETUP_TOKEN)?.is_some() {
                return Ok(false);
            }
            settings::put(conn, settings::SETUP_TOKEN, &stored)?;
            let entry = Entry {
                at: now,
                actor: None,
                action: "setup_token.create",
                object_kind: "server",
                object_id: "",
                candidate: None,
                detail: json!({}),
            };
            audit::append(conn, &entry)?;
            Ok(true)
        })
        .await?;
    Ok(made.then_some(token))
}

/// Makes a link to set a password and prints it.
pub async fn reset_link(app: &App, email: String) -> Result<(), String> {
    let mut ids = app.mint.for_actor("shell");
    let now = app.clock.now();
    let link = app
        .db
        .write(move |conn| {
            let person = people::find_by_email(conn, &fold(&email))?
                .filter(|person| person.state() != PersonState::Deactivated)
                .ok_or_else(|| {
                    Failure::refused(Code::NotFound, "Nobody with this address can log in here.")
                })?;
            let id: PersonId = person.id.as_str().into();
            let (purpose, action) = match person.state() {
                PersonState::Active => (LinkPurpose::Reset, "password_link.create"),
                PersonState::Invited | PersonState::Deactivated => {
                    (LinkPurpose::Invitation, "invitation.create")
                }
            };
            let link = password_links::make(conn, &mut ids, &id, purpose, None, now)?;
            let entry = Entry {
                at: now,
                actor: None,
                action,
                object_kind: "person",
                object_id: id.as_str(),
                candidate: None,
                detail: json!({}),
            };
            audit::append(conn, &entry)?;
            Ok(link)
        })
        .await
        .map_err(words)?;
    say(&format!("{}{}", app.config.public_url, link.path));
    say(&format!("It works once, until {}.", link.expires_at.to_rfc3339()));
    Ok(())
}

/// Walks the audit chain.
pub async fn verify_audit(app: &App) -> Result<(), String> {
    match app.db.read(audit::verify).await.map_err(words)? {
        Ok(entries) => {
            say(&format!("The audit chain is whole: {entries} entries."));
            Ok(())
        }
        Err(number) => Err(format!("The audit chain does not fit at entry {number}.")),
    }
}
