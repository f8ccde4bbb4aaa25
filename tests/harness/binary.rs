//! The real binary on a temporary file, and a small client.

use crate::PASSWORD;
use serde_json::{Value, json};
use std::{
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// A server process.
pub struct Binary {
    path: PathBuf,
    folder: tempfile::TempDir,
    port: u16,
    child: Option<Child>,
}

impl Binary {
    /// Its folder, which goes away with it.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The binary that `cargo xtask build` makes, or the one named by EVENHAND_BIN.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "a process is nobody's default")]
    pub fn new() -> Self {
        let path = std::env::var_os("EVENHAND_BIN").map_or_else(
            || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/release/evenhand")),
            PathBuf::from,
        );
        assert!(path.exists(), "{} is not there. Build it with `cargo xtask build`.", path.display());
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        Self { path, folder: tempfile::tempdir().unwrap(), port, child: None }
    }

    /// A subcommand on its database, with nothing to read.
    #[must_use]
    pub fn command(&self, subcommand: &str) -> Command {
        let mut command = Command::new(&self.path);
        command
            .arg(subcommand)
            .current_dir(self.folder.path())
            .env(
                "EVENHAND_DATABASE_URL",
                format!("sqlite://{}", self.folder.path().join("evenhand.sqlite").display()),
            )
            .env("EVENHAND_LISTEN", format!("127.0.0.1:{}", self.port))
            .env("EVENHAND_PASSWORD_MEMORY_KIB", "8")
            .env("EVENHAND_PASSWORD_PASSES", "1")
            .stdin(Stdio::null());
        command
    }

    /// Starts it and waits until it is ready.
    pub fn start(&mut self) {
        self.child = Some(self.command("serve").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        let began = Instant::now();
        let client = self.client();
        while client.ready().is_none() {
            assert!(began.elapsed() < Duration::from_secs(30), "the server does not become ready");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Kills it as a power cut of the process would: SIGKILL.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// Makes the first administrator; answers their token.
    pub fn set_up(&mut self) -> String {
        self.kill();
        let output = self.command("setup-token").output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        let token = words.max_by_key(|word| word.len()).unwrap().to_owned();
        // Not `serve`, which would make a token of its own: the one just made still counts.
        self.start();
        let setup =
            json!({"token": token, "name": "Root", "email": "root@example.org", "password": PASSWORD});
        let (status, body) = self.client().send("POST", "/setup", None, &setup).unwrap();
        assert_eq!(status, 201, "{body}");
        body["access_token"].as_str().unwrap().to_owned()
    }

    /// Logs in.
    #[must_use]
    pub fn login(&self, email: &str) -> String {
        let login = json!({"email": email, "password": PASSWORD});
        let (status, body) = self.client().send("POST", "/sessions", None, &login).unwrap();
        assert_eq!(status, 201, "{body}");
        body["access_token"].as_str().unwrap().to_owned()
    }

    /// Stops the server and walks the audit chain.
    pub fn verify_audit(&mut self) {
        self.kill();
        let output = self.command("verify-audit").output().unwrap();
        assert!(
            output.status.success(),
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// A client.
    #[must_use]
    pub fn client(&self) -> Client {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(10)));
        Client { agent: config.build().into(), root: format!("http://127.0.0.1:{}", self.port) }
    }
}

impl Drop for Binary {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A client of one server.
#[derive(Clone)]
pub struct Client {
    agent: ureq::Agent,
    root: String,
}

impl Client {
    fn ready(&self) -> Option<()> {
        let answer = self.agent.get(format!("{}/readyz", self.root)).call().ok()?;
        (answer.status().as_u16() == 200).then_some(())
    }

    /// Status and body; `None` when the connection broke off, as it does when the server is killed.
    pub fn send(&self, method: &str, path: &str, token: Option<&str>, body: &Value) -> Option<(u16, Value)> {
        let mut request =
            ureq::http::Request::builder().method(method).uri(format!("{}/api/v1{path}", self.root));
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let text = if body.is_null() { String::new() } else { body.to_string() };
        let request = request.header("content-type", "application/json").body(text).unwrap();
        let mut answer = self.agent.run(request).ok()?;
        let status = answer.status().as_u16();
        let text = answer.body_mut().read_to_string().ok()?;
        Some((status, if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() }))
    }

    /// The body, after checking the status.
    pub fn expect(&self, method: &str, path: &str, token: &str, body: &Value, status: u16) -> Value {
        let (answered, body) = self.send(method, path, Some(token), body).expect("the server answers");
        assert_eq!(answered, status, "{method} {path}: {body}");
        body
    }

    /// Fills in a whole card with one request; `None` when the connection broke off.
    pub fn fill(&self, token: &str, card: &str) -> Option<()> {
        let (_, page) = self.send("GET", &format!("/scorecards/{card}"), Some(token), &Value::Null)?;
        if page["interview"]["card"] != "draft" {
            return Some(());
        }
        let mut fields = vec![json!({"field": "recommendation", "base": 0, "value": "yes"})];
        for competency in page["competencies"].as_array().unwrap() {
            let key = competency["key"].as_str().unwrap();
            fields.push(json!({"field": format!("evidence:{key}"), "base": 0, "value": "Saw it happen."}));
            fields.push(json!({"field": format!("rating:{key}"), "base": 0, "value": "3"}));
        }
        let (status, body) =
            self.send("PATCH", &format!("/scorecards/{card}"), Some(token), &json!({"fields": fields}))?;
        assert!(status == 200 || (status == 409 && body["code"] == "sealed"), "{status} {body}");
        Some(())
    }
}
