//! The release binary: filling a database, serving it, and what it says about itself.

use evenhand_server::db::Target;
use evenhand_tests::Place;
use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// The product on one database.
pub struct Product {
    binary: PathBuf,
    folder: tempfile::TempDir,
    database: String,
    /// Where it serves.
    pub address: String,
    metrics: String,
    child: Option<Child>,
}

/// Commits and writes so far.
pub struct Commits {
    commits: f64,
    writes: f64,
}

impl Commits {
    /// Writes for each commit since then; nothing where no commits are counted.
    pub fn per_commit_since(&self, before: &Self) -> Option<f64> {
        let commits = self.commits - before.commits;
        (commits > 0.0).then(|| (self.writes - before.writes) / commits)
    }
}

impl Product {
    /// Not started yet.
    pub fn new(binary: &Path, place: &Place) -> Self {
        let free = || TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let database = match &place.target {
            Target::Sqlite(path) => format!("sqlite://{}", path.display()),
            Target::Postgres(url) => url.clone(),
        };
        Self {
            binary: binary.to_owned(),
            folder: tempfile::tempdir().unwrap(),
            database,
            address: free(),
            metrics: free(),
            child: None,
        }
    }

    /// The file with the server's secret.
    pub fn secret_file(&self) -> PathBuf {
        self.folder.path().join("secret")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("EVENHAND_DATABASE_URL", &self.database)
            .env("EVENHAND_LISTEN", &self.address)
            .env("EVENHAND_METRICS_LISTEN", &self.metrics)
            .env("EVENHAND_SECRET_FILE", self.secret_file())
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        command
    }

    /// Fills the database with the large demonstration; answers how long it took.
    pub fn fill(&self) -> Duration {
        let began = Instant::now();
        assert!(self.command(&["demo", "--large"]).status().unwrap().success());
        began.elapsed()
    }

    /// Serves, and waits until it is ready.
    pub fn start(&mut self) {
        self.child = Some(self.command(&["serve"]).stderr(Stdio::null()).spawn().unwrap());
        let began = Instant::now();
        while ureq::get(format!("http://{}/readyz", self.address)).call().is_err() {
            assert!(began.elapsed() < Duration::from_secs(30), "the server does not become ready");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Ends the server.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// Resident memory in MiB, as Linux counts it; zero elsewhere.
    pub fn resident(&self) -> f64 {
        let id = self.child.as_ref().map_or(0, Child::id);
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
        kib.unwrap_or(0.0) / 1_024.0
    }

    /// What the SQLite writer has done so far.
    pub fn commits(&self) -> Commits {
        let mut answer = ureq::get(format!("http://{}/metrics", self.metrics)).call().unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        let value = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|rest| rest.trim().parse().ok()).unwrap_or(0.0)
        };
        Commits {
            commits: value("evenhand_sqlite_commits_total "),
            writes: value("evenhand_sqlite_writes_total "),
        }
    }
}

impl Drop for Product {
    fn drop(&mut self) {
        self.stop();
    }
}
