//! The command line of the real binary.
#![expect(clippy::expect_used, reason = "a test fails by panicking, and says where")]

use evenhand_tests::Binary;
use std::process::{Command, Output};

fn run(command: &mut Command) -> (bool, String) {
    let Output { status, stdout, stderr } = command.output().expect("the binary starts");
    (status.success(), format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr)))
}

#[test]
fn configuration_faults_are_said_in_one_sentence() {
    let server = Binary::new();
    for (name, value, said) in [
        ("EVENHAND_LISTENN", "x", "listenn"),
        ("EVENHAND_DATABASE_URL", "mysql://x", "mysql"),
        ("EVENHAND_WORKERS", "many", "EVENHAND_WORKERS"),
        ("EVENHAND_CONFIG", "/nowhere/evenhand.toml", "/nowhere/evenhand.toml"),
    ] {
        let (good, text) = run(server.command("migrate").env(name, value));
        assert!(!good && text.contains(said), "{name}: {text}");
        assert!(!text.contains("panicked"), "{text}");
    }
}

#[test]
fn d04_a_second_process_on_the_same_file_is_refused() {
    let mut server = Binary::new();
    server.start();
    let (good, text) = run(&mut server.command("migrate"));
    assert!(!good && text.contains("Another process"), "{text}");
}

#[test]
fn a10_a_setup_token_is_made_only_while_there_is_nobody() {
    let mut server = Binary::new();
    server.start();
    drop(server.set_up());
    server.kill();
    let (good, text) = run(&mut server.command("setup-token"));
    assert!(!good && text.contains("people here already"), "{text}");
    let (good, text) = run(server.command("reset-link").arg("root@example.org"));
    assert!(good && text.contains("/set-password#"), "{text}");
    let (good, _) = run(server.command("reset-link").arg("nobody@example.org"));
    assert!(!good);
    server.verify_audit();
}

#[test]
fn s42_a_demonstration_needs_an_empty_database_and_the_loopback() {
    let server = Binary::new();
    let (good, text) = run(server.command("demo").env("EVENHAND_LISTEN", "0.0.0.0:9"));
    assert!(!good && text.contains("loopback"), "{text}");
    let (good, text) = run(&mut server.command("demo"));
    assert!(good, "{text}");
    let (good, _) = run(&mut server.command("demo"));
    assert!(!good, "a second filling is refused");
}

#[test]
fn plans_are_checked_imported_and_exported() {
    let server = Binary::new();
    let (good, text) = run(&mut server.command("demo"));
    assert!(good, "{text}");
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/../plans/product-designer.toml");
    let text = std::fs::read_to_string(plan).unwrap();
    // The demonstration has a job of that name already.
    let text = text.replacen("key = \"product-designer\"", "key = \"second-designer\"", 1);
    let new = server.folder().join("new.toml");
    std::fs::write(&new, &text).unwrap();
    let bad = server.folder().join("bad.toml");
    std::fs::write(&bad, text.replacen("weight = ", "weight = 1", 1)).unwrap();
    let (good, said) = run(server.command("plan").arg("check").arg(&bad));
    assert!(!good && said.contains("bad.toml:") && said.contains("add up"), "{said}");
    let (good, said) = run(server.command("plan").arg("import").arg(&new).args(["--as", "ines@example.org"]));
    assert!(!good && said.contains("recruiters"), "{said}");
    let (good, said) =
        run(server.command("plan").arg("import").arg(&new).args(["--as", "samir@example.org"]));
    assert!(good && said.contains("version 1"), "{said}");
    let (good, exported) = run(server.command("plan").args(["export", "second-designer"]));
    assert!(good, "{exported}");
    let again = evenhand_hiring::plan_file::check(&exported);
    assert_eq!(again.plan, evenhand_hiring::plan_file::check(&text).plan, "nothing is lost on the way");
}

#[test]
fn the_openapi_document_is_printed() {
    let (good, text) = run(&mut Binary::new().command("openapi"));
    assert!(good && text.contains("\"openapi\": \"3.1.0\""), "{text}");
}
