//! One server with its own database, clock and key.

use crate::Reply;
use actix_web::{App as Actix, body::to_bytes, dev::ServiceResponse, http::Method, test};
use diesel::{Connection, PgConnection, SqliteConnection, connection::SimpleConnection};
use evenhand_server::{
    app::App,
    clock::Clock,
    config::Config,
    db::{Conn, Db, Target},
    http,
    jobs::sealing,
    mint::Mint,
    passwords::Passwords,
    secrets::Secrets,
};
use evenhand_shared::{Timestamp, time::MINUTE};
use futures_util::future::LocalBoxFuture;
use serde_json::Value;
use std::{
    cell::RefCell,
    collections::HashMap,
    path::PathBuf,
    rc::Rc,
    sync::atomic::{AtomicU64, Ordering},
};

/// When every world begins: 2030-01-07T09:00:00Z, a Monday.
pub const START: Timestamp = Timestamp(1_893_920_400_000_000 + 86_400_000_000);

/// The database of a world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file in a temporary folder.
    Sqlite,
    /// A schema of its own on the test server.
    Postgres,
}

type Call = Box<dyn Fn(test::TestRequest) -> LocalBoxFuture<'static, ServiceResponse>>;

/// A server.
pub struct World {
    /// Its parts.
    pub app: App,
    /// Its clock.
    pub clock: Clock,
    call: Call,
    tokens: RefCell<HashMap<String, (String, Timestamp)>>,
    _place: Place,
}

static NEXT: AtomicU64 = AtomicU64::new(1);

/// An empty place for a database: a temporary folder, or a schema of its own.
pub struct Place {
    /// How the server finds it.
    pub target: Target,
    _folder: tempfile::TempDir,
}

impl Place {
    /// A new one.
    #[must_use]
    pub fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let target = target(engine, &folder);
        Self { target, _folder: folder }
    }

    /// A plain connection.
    #[must_use]
    pub fn connect(&self) -> Conn {
        match &self.target {
            Target::Sqlite(path) => {
                Conn::Sqlite(SqliteConnection::establish(&path.to_string_lossy()).unwrap())
            }
            Target::Postgres(url) => Conn::Postgres(PgConnection::establish(url).unwrap()),
        }
    }
}

fn target(engine: Engine, folder: &tempfile::TempDir) -> Target {
    match engine {
        Engine::Sqlite => Target::Sqlite(folder.path().join("evenhand.sqlite")),
        Engine::Postgres => {
            let server = std::env::var("EVENHAND_TEST_POSTGRES_URL").unwrap_or_else(|_| {
                panic!("EVENHAND_TEST_POSTGRES_URL is not set. Run `cargo xtask test`, which starts a cluster, or set it yourself.")
            });
            let schema = format!("world_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
            let mut admin = PgConnection::establish(&server).expect("the test server answers");
            admin.batch_execute(&format!("CREATE SCHEMA {schema}")).unwrap();
            let join = if server.contains('?') { '&' } else { '?' };
            Target::Postgres(format!("{server}{join}options=-csearch_path%3D{schema}"))
        }
    }
}

impl World {
    /// An empty server.
    pub async fn empty(engine: Engine) -> Self {
        let place = Place::new(engine);
        let target = place.target.clone();
        let config = Config {
            database: target.clone(),
            database_pool: 2,
            listen: "127.0.0.1:8080".to_owned(),
            metrics_listen: None,
            public_url: "http://127.0.0.1:8080".to_owned(),
            tls_certificate: None,
            tls_key: None,
            secret_file: PathBuf::new(),
            password_memory_kib: 8,
            password_passes: 1,
            workers: 1,
        };
        let clock = Clock::manual(START);
        let db = Db::open(&target, config.database_pool).unwrap();
        let passwords = Passwords::start(1, config.password_memory_kib, config.password_passes).unwrap();
        let app =
            App::new(config, db, clock.clone(), Mint::new([7; 32]), Secrets::derive(&[9; 32]), passwords);
        let service = Rc::new(test::init_service(Actix::new().configure(http::mount(app.clone()))).await);
        let call: Call = Box::new(move |request| {
            let service = service.clone();
            Box::pin(async move {
                test::call_service(&*service, request.to_request()).await.map_into_boxed_body()
            })
        });
        Self { app, clock, call, tokens: RefCell::default(), _place: place }
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: test::TestRequest) -> Reply {
        let response = (self.call)(request).await;
        let status = response.status().as_u16();
        let mut headers: Vec<(String, String)> = response
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or("(not text)").to_owned()))
            .collect();
        headers.sort();
        let body = to_bytes(response.into_body()).await.unwrap_or_default().to_vec();
        Reply { status, headers, body }
    }

    /// Opens a stream: the answer whose body goes on.
    pub async fn stream(&self, who: &str, path: &str) -> ServiceResponse {
        let token = self.token(who).await;
        (self.call)(
            test::TestRequest::get().uri(path).insert_header(("authorization", format!("Bearer {token}"))),
        )
        .await
    }

    /// A request of nobody in particular. `path` is below `/api/v1`.
    pub fn request(&self, method: &str, path: &str) -> test::TestRequest {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        test::TestRequest::default().method(method).uri(&format!("/api/v1{path}"))
    }

    /// A request of someone who is signed in.
    pub async fn request_as(&self, who: &str, method: &str, path: &str) -> test::TestRequest {
        let token = self.token(who).await;
        self.request(method, path).insert_header(("authorization", format!("Bearer {token}")))
    }

    /// GET as someone.
    pub async fn get(&self, who: &str, path: &str) -> Reply {
        let request = self.request_as(who, "GET", path).await;
        self.send(request).await
    }

    /// Any method with a JSON body as someone.
    pub async fn act(&self, who: &str, method: &str, path: &str, body: Value) -> Reply {
        let request = self.request_as(who, method, path).await;
        self.send(request.set_json(body)).await
    }

    /// POST as someone.
    pub async fn post(&self, who: &str, path: &str, body: Value) -> Reply {
        self.act(who, "POST", path, body).await
    }

    /// The access token of someone, by the part of their address before the `@`; logged in anew when it has run out.
    pub async fn token(&self, who: &str) -> String {
        let now = self.clock.now();
        let kept = self.tokens.borrow().get(who).cloned();
        if let Some((token, until)) = kept
            && now < until
        {
            return token;
        }
        let login = serde_json::json!({"email": format!("{who}@example.org"), "password": crate::PASSWORD});
        let session = self.send(self.request("POST", "/sessions").set_json(login)).await.expect(201);
        let token = session["access_token"].as_str().unwrap().to_owned();
        self.keep_token(who, &token);
        token
    }

    /// Uses this token for someone from now on, for four minutes of the world's clock.
    pub fn keep_token(&self, who: &str, token: &str) {
        let until = self.clock.now().plus(4 * MINUTE);
        self.tokens.borrow_mut().insert(who.to_owned(), (token.to_owned(), until));
    }

    /// Moves the clock and lets every seal fall that is due by then.
    pub async fn advance(&self, micros: i64) {
        self.clock.advance(micros);
        sealing::seal_due(&self.app).await.unwrap();
    }
}
