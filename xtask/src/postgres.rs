//! A throw-away PostgreSQL cluster for tests: a temporary folder, a free port on the loopback, a random password.

use crate::{
    Outcome,
    command::{find, output, program},
    packages::{self, Packages, is_root},
    workspace,
};
use std::{
    collections::hash_map::RandomState,
    fs,
    hash::{BuildHasher, Hasher},
    net::TcpListener,
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

const USER: &str = "evenhand";
const FOLDER: &str = "evenhand-postgres-";

/// The variable that hands the cluster to the tests. If it is set already, that server is used.
pub const VARIABLE: &str = "EVENHAND_TEST_POSTGRES_URL";

/// True if a server's programs are there, or the person named a server.
pub fn is_there() -> bool {
    std::env::var_os(VARIABLE).is_some() || programs().is_some()
}

/// Installs the server's programs.
pub fn install() -> Outcome {
    packages::install(&Packages {
        debian: "postgresql",
        fedora: "postgresql-server",
        arch: "postgresql",
        homebrew: "postgresql@17",
    })
}

/// The newest folder that holds `initdb` and `postgres`.
fn programs() -> Option<PathBuf> {
    let on_path = find("initdb").and_then(|file| fs::canonicalize(file).ok());
    let versions =
        ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"].into_iter().flat_map(|folder| {
            let mut found: Vec<PathBuf> = fs::read_dir(folder)
                .into_iter()
                .flatten()
                .filter_map(|entry| entry.ok().map(|entry| entry.path().join("bin")))
                .collect();
            found.sort();
            found.reverse();
            found
        });
    on_path
        .and_then(|file| file.parent().map(Path::to_path_buf))
        .into_iter()
        .chain(versions)
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

/// A running cluster; it ends with this value.
pub struct Cluster {
    server: Option<Child>,
    folder: PathBuf,
    /// How to reach it.
    pub url: String,
}

impl Cluster {
    /// Starts one, or hands on the one that the person named.
    pub fn start() -> Outcome<Self> {
        if let Ok(url) = std::env::var(VARIABLE) {
            return Ok(Self { server: None, folder: PathBuf::new(), url });
        }
        clear_leftovers();
        let programs = programs().ok_or("PostgreSQL's programs cannot be found.")?;
        let account = Account::find()?;
        let folder = std::env::temp_dir().join(format!("{FOLDER}{}", std::process::id()));
        let fault = |error: std::io::Error| format!("Cannot prepare {}: {error}", folder.display());
        fs::create_dir(&folder).map_err(fault)?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).map_err(fault)?;
        let password = random_password();
        let secret = folder.join("password");
        workspace::write(&secret, &password)?;
        account.own(&folder).and_then(|()| account.own(&secret)).map_err(fault)?;
        let port = free_port().map_err(fault)?;
        let mut cluster = Self {
            server: None,
            url: format!("postgres://{USER}:{password}@127.0.0.1:{port}/postgres"),
            folder,
        };
        cluster.initialise(&programs, &account, &secret)?;
        cluster.server = Some(cluster.serve(&programs, &account, port)?);
        cluster.wait(&programs, port)?;
        Ok(cluster)
    }

    fn initialise(&self, programs: &Path, account: &Account, secret: &Path) -> Outcome {
        let mut initialise = account.program(&programs.join("initdb"), &self.folder);
        initialise
            .args([
                "--username",
                USER,
                "--auth",
                "scram-sha-256",
                "--encoding",
                "UTF8",
                "--locale",
                "C",
                "--no-sync",
            ])
            .arg("--pwfile")
            .arg(secret)
            .arg("--pgdata")
            .arg(self.folder.join("data"));
        let answer = initialise.output().map_err(|error| format!("Cannot start initdb: {error}"))?;
        if answer.status.success() {
            return Ok(());
        }
        Err(format!("initdb failed:\n{}", String::from_utf8_lossy(&answer.stderr)))
    }

    fn serve(&self, programs: &Path, account: &Account, port: u16) -> Outcome<Child> {
        let fault = |error: std::io::Error| format!("Cannot start PostgreSQL: {error}");
        let log = fs::File::create(self.folder.join("log")).map_err(fault)?;
        let mut server = account.program(&programs.join("postgres"), &self.folder);
        server.arg("-D").arg(self.folder.join("data")).arg("-p").arg(port.to_string());
        // Nothing here outlives the tests, so nothing needs to survive a power cut.
        for setting in [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=300",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
        ] {
            server.args(["-c", setting]);
        }
        server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().map_err(fault)
    }

    fn wait(&mut self, programs: &Path, port: u16) -> Outcome {
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(30) {
            let ended = self.server.as_mut().is_some_and(|server| !matches!(server.try_wait(), Ok(None)));
            if ended {
                break;
            }
            // It accepts connections before it serves them, so a connection alone tells nothing.
            let ask = ["--quiet", "--host", "127.0.0.1", "--port", &port.to_string()];
            if output(program(programs.join("pg_isready")).args(ask)).is_some() {
                return Ok(());
            }
            sleep(Duration::from_millis(50));
        }
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(format!("PostgreSQL does not answer:\n{log}"))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let Some(server) = &mut self.server else { return };
        // SIGQUIT ends it at once; what it would save is thrown away anyway.
        stop(server.id());
        // It is gone or was never there: both end the same way.
        drop(server.wait());
        drop(fs::remove_dir_all(&self.folder));
    }
}

fn stop(process: u32) {
    drop(Command::new("kill").arg("-QUIT").arg(process.to_string()).stderr(Stdio::null()).status());
}

/// Ends clusters whose task was killed before it could.
fn clear_leftovers() {
    for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(task) = name.to_str().and_then(|name| name.strip_prefix(FOLDER)) else { continue };
        let alive = output(Command::new("kill").args(["-0", task])).is_some();
        if alive || task.parse::<u32>().is_err() {
            continue;
        }
        let recorded =
            fs::read_to_string(entry.path().join("data").join("postmaster.pid")).unwrap_or_default();
        if let Some(server) = recorded.lines().next().and_then(|line| line.parse().ok()) {
            stop(server);
            sleep(Duration::from_millis(300));
        }
        drop(fs::remove_dir_all(entry.path()));
    }
}

/// Who runs the server: PostgreSQL refuses to run as root.
struct Account(Option<(u32, u32)>);

impl Account {
    fn find() -> Outcome<Self> {
        if !is_root() {
            return Ok(Self(None));
        }
        let id = |which: &str, name: &str| output(program("id").args([which, name]))?.parse::<u32>().ok();
        ["postgres", "nobody"]
            .into_iter()
            .find_map(|name| Some((id("-u", name)?, id("-g", name)?)))
            .map(|ids| Self(Some(ids)))
            .ok_or_else(|| {
                "PostgreSQL does not run as root, and there is no user `postgres` or `nobody`.".to_owned()
            })
    }

    fn own(&self, path: &Path) -> std::io::Result<()> {
        match self.0 {
            Some((user, group)) => std::os::unix::fs::chown(path, Some(user), Some(group)),
            None => Ok(()),
        }
    }

    fn program(&self, file: &Path, folder: &Path) -> Command {
        let mut command = Command::new(file);
        command.current_dir(folder).env("LC_ALL", "C");
        if let Some((user, group)) = self.0 {
            command.uid(user).gid(group);
        }
        command
    }
}

/// The standard library seeds its maps from the system's random numbers; two of them make a password.
fn random_password() -> String {
    (0..2).map(|_| format!("{:016x}", RandomState::new().build_hasher().finish())).collect()
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
