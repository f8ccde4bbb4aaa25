//! `cargo xtask bench`: figures, printed and not judged.

use crate::{
    Outcome,
    command::{cargo, run},
    postgres::{self, Cluster},
    product,
    setup::{self, Part},
    terminal::heading,
    workspace,
};
use std::process::Command;

/// Builds the product and its driver, and measures.
pub fn bench(arguments: &[String]) -> Outcome {
    heading("Set-up");
    setup::prepare(&[Part::BUILD.as_slice(), &[Part::PostgreSql]].concat())?;
    let binary = product::build()?;
    let mut driver = cargo();
    driver.args(["build", "--release", "--locked", "--bin", "evenhand-bench"]);
    for package in product::SERVER_SIDE {
        driver.args(["--package", package]);
    }
    run(&mut driver)?;
    let cluster = Cluster::start()?;
    heading("Measuring");
    let mut measure = Command::new(binary.with_file_name("evenhand-bench"));
    measure.arg("--server").arg(&binary).args(arguments).env(postgres::VARIABLE, &cluster.url);
    run(measure.current_dir(workspace::root()))
}
