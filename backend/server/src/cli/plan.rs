//! Interview plans on the command line.

use super::{say, start, words};
use crate::{
    app::App,
    config::Config,
    db::{jobs, people, plans, words::fold},
    failure::Failure,
    http::{dispatch, plans::create::ImportOnHost},
};
use actix_web::rt::SystemRunner;
use clap::Subcommand;
use evenhand_hiring::plan_file;
use evenhand_shared::{Code, people::PersonState, plan::PlanFile};
use std::path::{Path, PathBuf};

/// What can be done with plans. With SQLite the server must be stopped for import and export.
#[derive(Subcommand)]
pub enum PlanCommand {
    /// Name every fault of a plan file by its line; needs no database
    Check {
        /// The TOML file
        file: PathBuf,
    },
    /// Import and publish a plan file: a new key makes a job, a known one its next version
    Import {
        /// The TOML file
        file: PathBuf,
        /// Address of the recruiter or hiring manager in whose name it is imported
        #[arg(long = "as", value_name = "EMAIL")]
        importer: String,
    },
    /// Print a job's plan as TOML
    Export {
        /// Key of the job, such as backend-engineer
        key: String,
        /// Version; the newest when it is left out
        #[arg(long)]
        number: Option<i64>,
    },
}

/// Runs the subcommand.
pub fn run(
    command: PlanCommand,
    config: impl Fn() -> Result<Config, String>,
    runtime: &SystemRunner,
) -> Result<(), String> {
    match command {
        PlanCommand::Check { file } => check(&file),
        PlanCommand::Import { file, importer } => {
            check(&file)?;
            let toml = read(&file)?;
            runtime.block_on(async { import(&start::open_existing(config()?)?, toml, importer).await })
        }
        PlanCommand::Export { key, number } => {
            runtime.block_on(async { export(&start::open_existing(config()?)?, key, number).await })
        }
    }
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|e| format!("Cannot read {}: {e}", file.display()))
}

/// Prints faults and hints as `FILE:LINE: …`, as editors understand them.
fn check(file: &Path) -> Result<(), String> {
    let found = plan_file::check(&read(file)?);
    for hint in &found.hints {
        say(&format!("{}:{}: hint: {}", file.display(), hint.line, hint.message));
    }
    if found.faults.is_empty() {
        say("The plan has no faults.");
        return Ok(());
    }
    let lines: Vec<String> =
        found.faults.iter().map(|f| format!("{}:{}: {}", file.display(), f.line, f.message)).collect();
    Err(lines.join("\n"))
}

async fn import(app: &App, toml: String, importer: String) -> Result<(), String> {
    let inside = app.clone();
    let imported = app
        .db
        .write(move |conn| {
            let person = people::find_by_email(conn, &fold(&importer))?
                .filter(|person| person.state() != PersonState::Deactivated)
                .ok_or_else(|| {
                    Failure::refused(Code::NotFound, "Nobody with this address is active here.")
                })?;
            dispatch::for_person::<ImportOnHost>(conn, &inside, &person, PlanFile { toml }).map_err(
                |failure| match failure {
                    Failure::NotFound => {
                        Failure::refused(Code::Forbidden, "Only recruiters and hiring managers import plans.")
                    }
                    other => other,
                },
            )
        })
        .await
        .map_err(words)?
        .0;
    say(&format!("Imported as version {} of {}.", imported.number, imported.plan.job.key));
    if !imported.differs.is_empty() {
        say(&format!("The job keeps its own {}; the plan differs there.", imported.differs.join(", ")));
    }
    Ok(())
}

async fn export(app: &App, key: String, number: Option<i64>) -> Result<(), String> {
    let text = app
        .db
        .read(move |conn| {
            let job = jobs::find_by_key(conn, &key)?.ok_or_else(|| {
                Failure::refused(Code::NotFound, format!("There is no job with the key {key}."))
            })?;
            let versions = plans::list(conn, &job)?;
            let wanted =
                versions.into_iter().find(|version| number.is_none_or(|number| version.number == number));
            let version = wanted
                .ok_or_else(|| Failure::refused(Code::NotFound, "The job has no plan of that number."))?;
            Ok(plan_file::export(&version.plan))
        })
        .await
        .map_err(words)?;
    say(text.trim_end());
    Ok(())
}
