//! The demonstration: only its content is the same every time; identifiers, keys and the password come from the operating
//! system. It goes into an empty database, and stays on this machine unless a flag says otherwise (S42).

mod applications;
mod cards;
mod fill;
mod loops;
mod papers;
mod requests;
mod tours;

use super::{say, words};
use crate::{
    app::App,
    config::Config,
    db::{Conn, people, settings},
    failure::Failure,
    secrets::random_bytes,
};
use evenhand_shared::{Code, about::DemoAccount};

/// Refuses an address that other machines can reach.
pub fn demand_loopback(config: &Config, off_loopback: bool) -> Result<(), String> {
    if off_loopback || config.is_loopback() {
        return Ok(());
    }
    Err(format!(
        "A demonstration lets anybody log in as anybody, and {} can be reached from other machines. Listen on 127.0.0.1, or say that you mean it with --allow-demo-off-loopback.",
        config.listen
    ))
}

/// How much of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Written by hand, to be looked at.
    Small,
    /// Made by rule: thousands of candidates, for statistics and benchmarks.
    Large,
}

/// Fills the database when nobody is in it; a database with a demonstration in it is left as it is.
pub async fn fill_when_empty(app: &App, off_loopback: bool) -> Result<(), String> {
    let is_demo =
        app.db.read(|conn| Ok(settings::find(conn, settings::DEMO)?.is_some())).await.map_err(words)?;
    if is_demo { Ok(()) } else { fill_empty(app, Size::Small, off_loopback).await }
}

/// Fills an empty database; refuses any other.
pub async fn fill_empty(app: &App, size: Size, off_loopback: bool) -> Result<(), String> {
    demand_loopback(&app.config, off_loopback)?;
    // Before the hash, which takes a while; the transaction asks again.
    app.db.read(demand_empty).await.map_err(words)?;
    let password = password()?;
    // One hash for all: the accounts of a demonstration protect nothing.
    let hash = app.passwords.hash(password.clone()).await.map_err(words)?;
    let (ids, now) = (app.mint.for_actor("demonstration"), app.clock.now());
    let data = match size {
        Size::Small => evenhand_hiring::demo::demo(),
        Size::Large => evenhand_hiring::demo::large(),
    };
    app.db
        .write(move |conn| {
            demand_empty(conn)?;
            // Nobody becomes the first administrator any more.
            settings::delete(conn, settings::SETUP_TOKEN)?;
            fill::fill(conn, ids, now, &data, &password, &hash)
        })
        .await
        .map_err(words)?;
    say("The database now holds the demonstration.");
    Ok(())
}

/// Refuses a database with people in it.
fn demand_empty(conn: &mut Conn) -> Result<(), Failure> {
    if people::any(conn)? {
        return Err(Failure::refused(
            Code::Conflict,
            "There are people in this database already. A demonstration goes into an empty one; name another with EVENHAND_DATABASE_URL.",
        ));
    }
    Ok(())
}

/// Prints the accounts.
pub fn announce(accounts: &str) -> Result<(), String> {
    let accounts: Vec<DemoAccount> = serde_json::from_str(accounts).map_err(|e| e.to_string())?;
    say("This is a demonstration. Log in as:");
    for account in &accounts {
        say(&format!("  {:<24} {}", account.email, account.part));
    }
    if let Some(account) = accounts.first() {
        say(&format!("Password of all of them: {}", account.password));
    }
    Ok(())
}

/// Four groups of four letters and digits that cannot be mistaken for one another: 80 bits.
fn password() -> Result<String, String> {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut text = String::new();
    for (place, byte) in random_bytes()?.into_iter().take(16).enumerate() {
        if place > 0 && place.is_multiple_of(4) {
            text.push('-');
        }
        text.extend(LETTERS.get(usize::from(byte % 32)).map(|letter| char::from(*letter)));
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
