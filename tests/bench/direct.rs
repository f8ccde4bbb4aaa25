//! The second yardstick: the same operation on the same database, called in this process without HTTP.

use crate::{
    product::Product,
    report::count,
    scenes::{Read, Scene, now},
};
use evenhand_server::{
    app::App,
    clock::Clock,
    config::Config,
    db::{Db, Target},
    http::{operation::Verb, routes},
    mint::Mint,
    passwords::Passwords,
    secrets::Secrets,
    tokens,
};
use evenhand_tests::Place;
use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

/// The server's parts in this process.
pub struct Direct {
    app: App,
}

impl Direct {
    /// Opens the database that the product has left.
    pub fn open(place: &Place, product: &Product) -> Self {
        let secret_file = product.secret_file();
        let secrets = Secrets::read_or_make(&secret_file).unwrap();
        let url = match &place.target {
            Target::Sqlite(path) => format!("sqlite://{}", path.display()),
            Target::Postgres(url) => url.clone(),
        };
        let variables = [
            ("EVENHAND_DATABASE_URL", url),
            ("EVENHAND_SECRET_FILE", secret_file.to_string_lossy().into_owned()),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value));
        let config = Config::read(None, variables.into_iter()).unwrap();
        let db = Db::open(&config.database, config.database_pool).unwrap();
        let passwords = Passwords::start(1, config.password_memory_kib, config.password_passes).unwrap();
        Self { app: App::new(config, db, Clock::System, Mint::new([7; 32]), secrets, passwords) }
    }

    /// Calls a second, by as many callers at the same time; nothing for an operation that only HTTP can reach.
    pub fn measure(&self, scene: &Scene, read: &Read, callers: usize, time: Duration) -> Option<f64> {
        let entry = routes::entries()
            .into_iter()
            .find(|entry| entry.route.path == read.route && entry.route.verb == Verb::Get)?;
        let look = entry.look?;
        let token = scene.token(&read.caller);
        let claims = tokens::check(&self.app.secrets.access, &token, now()).unwrap();
        let path: HashMap<String, String> = if read.id.is_empty() {
            HashMap::new()
        } else {
            HashMap::from([("id".to_owned(), read.id.clone())])
        };
        let calls = actix_web::rt::System::new().block_on(async {
            let began = Instant::now();
            let caller = || async {
                let mut calls = 0;
                while began.elapsed() < time {
                    let (app, claims, path) = (self.app.clone(), claims.clone(), path.clone());
                    let work = move |conn: &mut _| look(conn, &app, &claims, path, HashMap::new());
                    assert!(!self.app.db.read(work).await.unwrap().is_empty());
                    calls += 1;
                }
                calls
            };
            let all = futures_util::future::join_all((0..callers).map(|_| caller())).await;
            count(all.into_iter().sum::<usize>()) / began.elapsed().as_secs_f64()
        });
        Some(calls)
    }
}
