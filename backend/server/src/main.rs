//! Parses a subcommand, nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    evenhand_server::cli::main()
}
