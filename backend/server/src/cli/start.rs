//! From the configuration to the server's parts.

use crate::{
    app::App,
    clock::Clock,
    config::{Config, one_line},
    db::{Db, Target},
    mint::Mint,
    passwords::Passwords,
    secrets::{Secrets, random_bytes},
};

/// Opens the database and brings it forward.
pub fn database(config: &Config) -> Result<Db, String> {
    // PostgreSQL explains itself in several lines.
    Db::open(&config.database, config.database_pool).map_err(|why| one_line(&why))
}

/// Opens the database and makes everything else.
pub fn open(config: Config) -> Result<App, String> {
    let db = database(&config)?;
    let secrets = Secrets::read_or_make(&config.secret_file)?;
    // Half of the cores, and not more than two: a hash takes 19 MiB, and logging in must not slow down everybody else.
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = (cores / 2).clamp(1, 2);
    let passwords = Passwords::start(threads, config.password_memory_kib, config.password_passes)?;
    let mint = Mint::new(random_bytes()?);
    Ok(App::new(config, db, Clock::System, mint, secrets, passwords))
}

/// The same, for tasks that mean nothing on a database that is not there yet.
pub fn open_existing(config: Config) -> Result<App, String> {
    match &config.database {
        Target::Sqlite(path) if !path.exists() => Err(format!(
            "There is no database at {}. Name the right one with EVENHAND_DATABASE_URL or in the configuration.",
            path.display()
        )),
        _ => open(config),
    }
}
