//! Subcommands.

mod demo;
mod plan;
mod serve;
mod start;
mod tasks;
mod tls;

use crate::{
    config::{self, Config},
    failure::Failure,
    http,
};
use clap::{Args, Parser, Subcommand};
use std::{
    io::{IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
};

/// Structured interview loops with blind scorecards.
///
/// Everything can be set in a TOML file (--config FILE, or EVENHAND_CONFIG) and by variables such as EVENHAND_LISTEN;
/// a variable wins over the file. See docs/operating.md.
#[derive(Parser)]
#[command(name = "evenhand", version)]
struct Cli {
    /// TOML file with the configuration
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start the server
    ///
    /// On an empty database it prints a one-time setup token: whoever opens /setup with it becomes the first
    /// administrator. SIGTERM and Ctrl-C let running requests finish, for at most 25 seconds.
    Serve {
        /// Serve a demonstration: fill the database first when it is empty (evenhand-demo.sqlite unless one is named)
        #[arg(long)]
        demo: bool,
        #[command(flatten)]
        reach: DemoReach,
    },
    /// Bring the database forward to this version, and do nothing else
    Migrate,
    /// Fill an empty database with the demonstration, and do nothing else
    Demo {
        /// Sixty interviewers, 2,000 candidates and 12,000 ratings with known leniencies, for statistics and benchmarks
        #[arg(long)]
        large: bool,
        #[command(flatten)]
        reach: DemoReach,
    },
    /// Print the OpenAPI document
    Openapi,
    /// Print a new one-time setup token, as long as there is nobody; an earlier one stops working
    SetupToken,
    /// Print a link with which a person sets a new password
    ///
    /// With SQLite the server must be stopped for it; an administrator can make the same link in the product.
    ResetLink {
        /// Address of the person
        email: String,
    },
    /// Check, import and export interview plans
    #[command(subcommand)]
    Plan(plan::PlanCommand),
    /// Walk the audit chain and name the first entry that does not fit
    VerifyAudit,
}

#[derive(Args, Clone, Copy)]
struct DemoReach {
    /// Let a demonstration listen on an address that other machines can reach; anybody there can log in as anybody
    #[arg(long)]
    allow_demo_off_loopback: bool,
}

/// Runs the subcommand.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    log();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<(), String> {
    let file = cli.config.or_else(|| std::env::var_os("EVENHAND_CONFIG").map(PathBuf::from));
    let is_demo = matches!(cli.command, Command::Serve { demo: true, .. } | Command::Demo { .. });
    let config = || {
        let read = if is_demo { Config::read_for_demo } else { Config::read };
        read(file.as_deref(), config::variables()?.into_iter())
    };
    let runtime = actix_web::rt::System::new();
    match cli.command {
        Command::Serve { demo, reach } => {
            runtime.block_on(serve::run(config()?, demo, reach.allow_demo_off_loopback))
        }
        Command::Migrate => tasks::migrate(&config()?),
        Command::Demo { large, reach } => runtime.block_on(async {
            let config = config()?;
            demo::demand_loopback(&config, reach.allow_demo_off_loopback)?;
            let app = start::open(config)?;
            let size = if large { demo::Size::Large } else { demo::Size::Small };
            demo::fill_empty(&app, size, reach.allow_demo_off_loopback).await
        }),
        Command::Openapi => {
            let text = serde_json::to_string_pretty(&http::openapi::document()).map_err(|e| e.to_string())?;
            say(&text);
            Ok(())
        }
        Command::SetupToken => runtime.block_on(async { tasks::setup_token(&start::open(config()?)?).await }),
        Command::ResetLink { email } => {
            runtime.block_on(async { tasks::reset_link(&start::open_existing(config()?)?, email).await })
        }
        Command::Plan(command) => plan::run(command, config, &runtime),
        Command::VerifyAudit => {
            runtime.block_on(async { tasks::verify_audit(&start::open_existing(config()?)?).await })
        }
    }
}

/// The log goes to standard error; `RUST_LOG` says how much of it.
fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,actix_server=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
}

/// Prints a line to standard output; that nobody reads it any more is no reason to fail.
fn say(line: &str) {
    let mut out = std::io::stdout();
    drop(writeln!(out, "{line}").and_then(|()| out.flush()).err());
}

/// A failure in words, for whoever runs the command.
fn words(failure: Failure) -> String {
    match failure {
        Failure::NotFound => "There is no such thing.".to_owned(),
        Failure::Refused { detail, .. } => detail,
        Failure::Invalid(faults) => {
            faults.into_iter().map(|fault| fault.message).collect::<Vec<_>>().join("\n")
        }
        Failure::Later { .. } => "The server is busy; try again.".to_owned(),
        Failure::Internal(why) => why,
    }
}
