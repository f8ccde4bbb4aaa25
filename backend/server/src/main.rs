//! Parses a subcommand, nothing else.

use std::process::ExitCode;

/// The system's own keeps the large blocks of password hashes, which trebles what an idle server holds.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    evenhand_server::cli::main()
}
