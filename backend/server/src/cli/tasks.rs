//! Short tasks on the database.

use super::{say, words};
use crate::{
    app::App,
    config::Config,
    db::{
        Db,
        audit::{self, Entry},
        people, settings,
        words::fold,
    },
    failure::Failure,
    mint::digest,
    password_links,
};
use evenhand_shared::{Code, PersonId, people::PersonState};
use serde_json::json;

/// Brings the database forward; opening it does.
pub fn migrate(config: &Config) -> Result<(), String> {
    Db::open(&config.database, 1)?;
    say("The database is at this version.");
    Ok(())
}

/// Makes a setup token and prints it.
pub async fn setup_token(app: &App) -> Result<(), String> {
    let token = make_setup_token(app).await.map_err(words)?;
    print_setup_token(app, &token);
    Ok(())
}

/// Prints what to do with a setup token.
pub fn print_setup_token(app: &App, token: &str) {
    say(&format!(
        "Nobody is here yet. To become the first administrator, open {}/setup",
        app.config.public_url
    ));
    say(&format!("Setup token: {token}"));
}

/// Makes a setup token and stores its digest; refused once there is somebody.
pub async fn make_setup_token(app: &App) -> Result<String, Failure> {
    let token = app.mint.for_actor("shell").token();
    let (stored, now) = (digest(&token), app.clock.now());
    app.db
        .write(move |conn| {
            if people::any(conn)? {
                return Err(Failure::refused(
                    Code::Conflict,
                    "There are people here already. An administrator can make links for others; `evenhand reset-link EMAIL` makes one for an administrator.",
                ));
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
            audit::append(conn, &entry)
        })
        .await?;
    Ok(token)
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
            let link = password_links::make(conn, &mut ids, &id, person.state(), now)?;
            let entry = Entry {
                at: now,
                actor: None,
                action: "password_link.create",
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
