//! Subcommands.

use std::process::ExitCode;

/// Runs the subcommand.
#[must_use]
pub fn main() -> ExitCode {
    ExitCode::SUCCESS
}
