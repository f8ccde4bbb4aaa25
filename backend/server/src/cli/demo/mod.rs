//! The demonstration: only its content is the same every time; identifiers, keys and the password come from the operating
//! system. It goes into an empty database, and stays on this machine unless a flag says otherwise (S42).

mod applications;
mod fill;
mod loops;

use super::{say, words};
use crate::{
    app::App,
    db::{people, settings},
    secrets::random_bytes,
};
use evenhand_shared::about::DemoAccount;

/// Refuses an address that other machines can reach.
pub fn demand_loopback(app: &App, off_loopback: bool) -> Result<(), String> {
    if off_loopback || app.config.is_loopback() {
        return Ok(());
    }
    Err(format!(
        "A demonstration lets anybody log in as anybody, and {} can be reached from other machines. Listen on 127.0.0.1, or say that you mean it with --allow-demo-off-loopback.",
        app.config.listen
    ))
}

/// Fills the database when nobody is in it; a database with a demonstration in it is left as it is.
pub async fn fill_when_empty(app: &App, off_loopback: bool) -> Result<(), String> {
    let is_demo =
        app.db.read(|conn| Ok(settings::find(conn, settings::DEMO)?.is_some())).await.map_err(words)?;
    if is_demo { Ok(()) } else { fill_empty(app, off_loopback).await }
}

/// Fills an empty database; refuses any other.
pub async fn fill_empty(app: &App, off_loopback: bool) -> Result<(), String> {
    demand_loopback(app, off_loopback)?;
    if app.db.read(people::any).await.map_err(words)? {
        return Err(
            "There are people in this database already. A demonstration goes into an empty one; name another with EVENHAND_DATABASE_URL."
                .to_owned(),
        );
    }
    let password = password()?;
    // One hash for all: the accounts of a demonstration protect nothing.
    let hash = app.passwords.hash(password.clone()).await.map_err(words)?;
    let (ids, now) = (app.mint.for_actor("demonstration"), app.clock.now());
    app.db.write(move |conn| fill::fill(conn, ids, now, &password, &hash)).await.map_err(words)?;
    say("The database now holds the demonstration.");
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
mod tests {
    use super::*;
    use crate::{
        clock::Clock,
        config::Config,
        db::{Db, applications as stored, audit, jobs, loops, releases},
        mint::Mint,
        passwords::Passwords,
        secrets::Secrets,
    };
    use evenhand_shared::Timestamp;

    fn app(folder: &std::path::Path, listen: &str) -> App {
        let url = format!("sqlite://{}", folder.join("demo.sqlite").display());
        let variables = [("EVENHAND_DATABASE_URL", url.as_str()), ("EVENHAND_LISTEN", listen)];
        let config =
            Config::read_for_demo(None, variables.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())))
                .unwrap();
        let db = Db::open(&config.database, 1).unwrap();
        let clock = Clock::manual(Timestamp(2_000_000_000_000_000));
        let passwords = Passwords::start(1, 8, 1).unwrap();
        App::new(config, db, clock, Mint::new([1; 32]), Secrets::derive(&[2; 32]), passwords)
    }

    #[test]
    fn s42_the_demonstration_fills_an_empty_database_once_and_stays_on_loopback() {
        let folder = tempfile::tempdir().unwrap();
        actix_web::rt::System::new().block_on(async {
            let open = app(folder.path(), "0.0.0.0:1");
            assert!(fill_empty(&open, false).await.unwrap_err().contains("--allow-demo-off-loopback"));
            assert!(!open.db.read(people::any).await.unwrap());
            drop(open);
            let other = tempfile::tempdir().unwrap();
            let app = app(other.path(), "127.0.0.1:1");
            fill_when_empty(&app, false).await.unwrap();
            fill_when_empty(&app, false).await.unwrap();
            assert!(fill_empty(&app, false).await.unwrap_err().contains("people in this database already"));
            let (entries, applied, released) = app
                .db
                .read(|conn| {
                    let job = jobs::find_by_key(conn, "backend-engineer")?.unwrap();
                    let applied = stored::list_keys(conn, &job)?.len();
                    let mut released = Vec::new();
                    for (id, _, _) in loops::list_keys(conn, &job)? {
                        released.push(releases::find(conn, &id)?.is_some());
                    }
                    Ok((audit::verify(conn)?, applied, released))
                })
                .await
                .unwrap();
            assert!(entries.unwrap() > 100);
            assert_eq!(applied, 20);
            assert_eq!(released.iter().filter(|released| **released).count(), 2);
            assert_eq!(released.len(), 6);
        });
    }

    #[test]
    fn passwords_of_demonstrations_differ_and_are_long_enough() {
        let (one, two) = (password().unwrap(), password().unwrap());
        assert_ne!(one, two);
        assert_eq!(evenhand_shared::sessions::check_password("/password", &one), Ok(()));
        assert_eq!(one.len(), 19);
    }
}
