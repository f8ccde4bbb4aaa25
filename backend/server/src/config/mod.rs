//! Configuration: built-in values, then the file, then `EVENHAND_*` variables. An unknown key is an error that says so.

use crate::db::Target;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Everything that can be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Where the data lives.
    pub database: Target,
    /// Connections in the pool.
    pub database_pool: u32,
    /// Address and port of the product.
    pub listen: String,
    /// Address and port of `/metrics`; off when absent.
    pub metrics_listen: Option<String>,
    /// The address under which people reach the product, for links and origin checks.
    pub public_url: String,
    /// PEM file of the TLS certificate chain.
    pub tls_certificate: Option<PathBuf>,
    /// PEM file of the TLS key.
    pub tls_key: Option<PathBuf>,
    /// File with the server's secret, made at the first start when absent.
    pub secret_file: PathBuf,
    /// Argon2id memory in KiB.
    pub password_memory_kib: u32,
    /// Argon2id passes.
    pub password_passes: u32,
    /// Threads of the web server.
    pub workers: usize,
}

/// The keys as written in the file; the variables are the same words in capitals behind `EVENHAND_`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    database_url: Option<String>,
    database_pool: Option<u32>,
    listen: Option<String>,
    metrics_listen: Option<String>,
    public_url: Option<String>,
    tls_certificate: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    secret_file: Option<PathBuf>,
    password_memory_kib: Option<u32>,
    password_passes: Option<u32>,
    workers: Option<usize>,
}

/// Keys that are numbers: their variables are read as such.
const NUMBERS: [&str; 4] = ["database_pool", "password_memory_kib", "password_passes", "workers"];
/// Variables of the test harness and the build, which are not configuration.
const FOREIGN: [&str; 6] = [
    "EVENHAND_BIN",
    "EVENHAND_BINARY",
    "EVENHAND_CHROMIUM",
    "EVENHAND_CONFIG",
    "EVENHAND_SOAK",
    "EVENHAND_TEST_POSTGRES_URL",
];
/// Keys that mean nothing at zero.
const POSITIVE: [&str; 2] = ["database_pool", "workers"];
/// The database when none is named.
const DATABASE: &str = "sqlite://evenhand.sqlite";
/// The same for a demonstration, so that it never stands beside real data.
const DEMO_DATABASE: &str = "sqlite://evenhand-demo.sqlite";

impl Config {
    /// Reads the file, when there is one, and the variables.
    pub fn read(
        file: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, String> {
        written(file, variables)?.complete(DATABASE)
    }

    /// The same for a demonstration, which has a database of its own unless one is named.
    pub fn read_for_demo(
        file: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, String> {
        written(file, variables)?.complete(DEMO_DATABASE)
    }

    /// Whether only this machine can reach the server.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        use std::net::ToSocketAddrs;
        let Ok(mut addresses) = self.listen.to_socket_addrs() else { return false };
        addresses.all(|address| address.ip().is_loopback())
    }
}

fn written(
    file: Option<&Path>,
    variables: impl Iterator<Item = (String, String)>,
) -> Result<Written, String> {
    let mut table = match file {
        Some(path) => table_of(path)?,
        None => toml::Table::new(),
    };
    for (name, value) in variables.filter(|(name, _)| !FOREIGN.contains(&name.as_str())) {
        let Some(key) = name.strip_prefix("EVENHAND_").map(str::to_lowercase) else { continue };
        let value = if NUMBERS.contains(&key.as_str()) {
            toml::Value::Integer(value.parse().map_err(|_| format!("{name} must be a whole number."))?)
        } else {
            toml::Value::String(value)
        };
        table.insert(key, value);
    }
    if let Some(key) = POSITIVE.iter().find(|key| table.get(**key) == Some(&toml::Value::Integer(0))) {
        return Err(format!("Configuration: `{key}` must be at least 1."));
    }
    table.try_into().map_err(|e: toml::de::Error| format!("Configuration: {}", one_line(&e.to_string())))
}

fn table_of(path: &Path) -> Result<toml::Table, String> {
    let name = path.display();
    let text =
        std::fs::read_to_string(path).map_err(|e| format!("Cannot read the configuration {name}: {e}"))?;
    text.parse().map_err(|e: toml::de::Error| {
        let before = e.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count().saturating_add(1);
        format!("The configuration {name} is not TOML, line {line}: {}", one_line(e.message()))
    })
}

/// The variables of this process that are meant for it. Others need not be text.
pub fn variables() -> Result<Vec<(String, String)>, String> {
    let named = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value)));
    named
        .filter(|(name, _)| name.starts_with("EVENHAND_"))
        .map(|(name, value)| match value.into_string() {
            Ok(value) => Ok((name, value)),
            Err(_) => Err(format!("{name} is not UTF-8 text.")),
        })
        .collect()
}

/// What others say in several lines, in one.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address or a name, and a port. Whether there is such a machine shows when the server listens.
fn check_listen(key: &str, listen: &str) -> Result<(), String> {
    let shaped =
        listen.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
    if shaped {
        Ok(())
    } else {
        Err(format!("`{key}` must be an address and a port such as 127.0.0.1:8080, not `{listen}`."))
    }
}

impl Written {
    fn complete(self, default_database: &str) -> Result<Config, String> {
        let database = Target::parse(self.database_url.as_deref().unwrap_or(default_database))?;
        let secret_file = match (self.secret_file, &database) {
            (Some(path), _) => path,
            (None, Target::Sqlite(path)) => path.with_extension("secret"),
            (None, Target::Postgres(_)) => {
                return Err(
                    "With PostgreSQL, set `secret_file` (EVENHAND_SECRET_FILE): all servers share it."
                        .to_owned(),
                );
            }
        };
        if self.tls_certificate.is_some() != self.tls_key.is_some() {
            return Err("Set both `tls_certificate` and `tls_key`, or neither.".to_owned());
        }
        let listen = self.listen.unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        check_listen("listen", &listen)?;
        if let Some(metrics) = &self.metrics_listen {
            check_listen("metrics_listen", metrics)?;
        }
        let scheme = if self.tls_certificate.is_some() { "https" } else { "http" };
        let public_url = self.public_url.unwrap_or_else(|| format!("{scheme}://{listen}"));
        Ok(Config {
            database,
            database_pool: self.database_pool.unwrap_or(8),
            public_url: public_url.trim_end_matches('/').to_owned(),
            listen,
            metrics_listen: self.metrics_listen,
            tls_certificate: self.tls_certificate,
            tls_key: self.tls_key,
            secret_file,
            password_memory_kib: self.password_memory_kib.unwrap_or(19_456),
            password_passes: self.password_passes.unwrap_or(2),
            workers: self.workers.unwrap_or(2),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(variables: &[(&str, &str)]) -> Result<Config, String> {
        Config::read(None, variables.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())))
    }

    #[test]
    fn unknown_keys_and_schemes_are_errors_that_say_so() {
        assert!(read(&[("EVENHAND_LISTENN", "x")]).unwrap_err().contains("listenn"));
        assert!(read(&[("EVENHAND_DATABASE_URL", "mysql://x")]).unwrap_err().contains("mysql"));
        assert!(read(&[("EVENHAND_WORKERS", "many")]).unwrap_err().contains("EVENHAND_WORKERS"));
        assert!(read(&[("EVENHAND_TLS_KEY", "k.pem")]).unwrap_err().contains("tls_certificate"));
    }

    #[test]
    fn values_that_cannot_be_used_are_named() {
        for (name, value, said) in [
            ("EVENHAND_WORKERS", "0", "`workers` must be at least 1"),
            ("EVENHAND_DATABASE_POOL", "0", "`database_pool` must be at least 1"),
            ("EVENHAND_WORKERS", "-1", "workers"),
            ("EVENHAND_LISTEN", "8080", "`listen`"),
            ("EVENHAND_LISTEN", ":8080", "`listen`"),
            ("EVENHAND_LISTEN", "127.0.0.1:http", "`listen`"),
            ("EVENHAND_METRICS_LISTEN", "here", "`metrics_listen`"),
        ] {
            let why = read(&[(name, value)]).unwrap_err();
            assert!(why.contains(said) && !why.contains('\n'), "{name}={value}: {why}");
        }
        assert!(read(&[("EVENHAND_LISTEN", "[::1]:8080")]).unwrap().is_loopback());
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("evenhand.toml");
        for (text, said) in [
            ("workers = 3\nlisten = \n", "evenhand.toml is not TOML, line 2"),
            ("workers = 0\n", "`workers`"),
            ("lissten = \"x\"\n", "lissten"),
        ] {
            std::fs::write(&path, text).unwrap();
            let why = Config::read(Some(&path), std::iter::empty()).unwrap_err();
            assert!(why.contains(said) && !why.contains('\n'), "{why}");
        }
        std::fs::write(&path, "workers = 3\nlisten = \"127.0.0.1:1\"\n").unwrap();
        let variables = [("EVENHAND_WORKERS".to_owned(), "4".to_owned())];
        let config = Config::read(Some(&path), variables.into_iter()).unwrap();
        assert_eq!((config.workers, config.listen.as_str()), (4, "127.0.0.1:1"));
    }

    #[test]
    fn the_defaults_listen_on_loopback_with_a_file() {
        let config = read(&[("PATH", "x")]).unwrap();
        assert_eq!(config.listen, "127.0.0.1:8080");
        assert_eq!(config.database, Target::Sqlite("evenhand.sqlite".into()));
        assert_eq!(config.secret_file, PathBuf::from("evenhand.secret"));
        assert!(config.is_loopback());
        assert!(!read(&[("EVENHAND_LISTEN", "0.0.0.0:8080")]).unwrap().is_loopback());
        let demo = Config::read_for_demo(None, std::iter::empty()).unwrap();
        assert_eq!(demo.database, Target::Sqlite("evenhand-demo.sqlite".into()));
    }
}
