//! Calling other programs.

use crate::{Outcome, terminal::Progress, workspace};
use std::{
    collections::VecDeque,
    io::{BufRead, BufReader, Read},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

/// A program that starts in the workspace's root.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(workspace::root());
    command
}

/// The cargo that runs this task.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The file of a program on `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// What a command prints on standard output, trimmed; nothing if it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command whose output the person sees as it is.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("Cannot start {}: {error}", shown(command)))?;
    succeeded(command, status)
}

/// What counts as a step forward in a silent command's output.
pub struct Milestone {
    /// How such a line begins.
    pub begins: &'static str,
    /// What is counted, such as `crates compiled`.
    pub counted: &'static str,
    /// How many there will be, about.
    pub expected: Option<u32>,
}

/// Runs a command and shows only how far it is; its last lines are shown when it fails.
pub fn run_counted(command: &mut Command, milestone: &Milestone) -> Outcome<Duration> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("Cannot start {}: {error}", shown(command)))?;
    let mut progress = Progress::new();
    let mut last: VecDeque<String> = VecDeque::new();
    let mut count = 0_u32;
    let lines = lines_of(&mut child);
    loop {
        match lines.recv_timeout(Duration::from_millis(500)) {
            Ok(line) => {
                if line.trim_start().starts_with(milestone.begins) {
                    count += 1;
                }
                last.push_back(line);
                if last.len() > 30 {
                    last.pop_front();
                }
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        let of = milestone.expected.map(|all| format!(" of about {}", all.max(count))).unwrap_or_default();
        progress.show(&format!("{count}{of} {}", milestone.counted));
    }
    let status = child.wait().map_err(|error| format!("Lost sight of {}: {error}", shown(command)))?;
    let took = progress.finish();
    if !status.success() {
        last.iter().for_each(|line| eprintln!("        {line}"));
    }
    succeeded(command, status).map(|()| took)
}

fn lines_of(child: &mut Child) -> std::sync::mpsc::Receiver<String> {
    let (sender, receiver) = channel();
    if let Some(output) = child.stdout.take() {
        forward(output, sender.clone());
    }
    if let Some(errors) = child.stderr.take() {
        forward(errors, sender);
    }
    receiver
}

fn forward(source: impl Read + Send + 'static, to: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(source).split(b'\n').map_while(Result::ok) {
            if to.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                return;
            }
        }
    });
}

fn succeeded(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status}).", shown(command))) }
}

/// The command as one would type it.
fn shown(command: &Command) -> String {
    let name = std::path::Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
