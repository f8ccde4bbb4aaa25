//! The rules of a job: what its words must be, and which way its status may go.

use crate::reasons::{ReasonKind, check_reason};
use evenhand_shared::{
    FieldError, LevelId,
    jobs::{ClosedAs, JobAbout, JobMove, JobOutcome, JobStatus, StageEdit},
    ladder::{LadderLevel, LevelContent},
    plan::{PayBand, Plan, PlanFault},
};
use std::collections::BTreeSet;

const LINE_MAX: usize = 120;
const SENTENCE_MAX: usize = 400;
const PROSE_MAX: usize = 4_000;
const KEY_MAX: usize = 60;
const STAGES_MAX: usize = 20;
const OUTCOMES_MAX: usize = 24;
const CRITERIA_MAX: usize = 20;
const BANDS_MAX: usize = 12;
/// More than any yearly pay in any currency.
const PAY_MAX: i64 = 1_000_000_000_000;

/// Faults by field.
pub type Faults = Vec<FieldError>;

fn fault(faults: &mut Faults, pointer: &str, code: &str, message: &str) {
    faults.push(FieldError::new(pointer, code, message));
}

/// A text on one line; `most` characters.
fn line(faults: &mut Faults, pointer: &str, text: &str, most: usize, needed: bool) {
    if needed && text.trim().is_empty() {
        fault(faults, pointer, "required", "Write something here.");
    } else if text.chars().count() > most {
        fault(faults, pointer, "too_long", &format!("Keep this under {most} characters."));
    } else if text.chars().any(char::is_control) {
        fault(faults, pointer, "line_break", "Keep this on one line.");
    }
}

/// A text of any shape.
fn prose(faults: &mut Faults, pointer: &str, text: &str) {
    if text.chars().count() > PROSE_MAX {
        fault(faults, pointer, "too_long", "Keep this under 4,000 characters.");
    } else if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        fault(faults, pointer, "control_character", "Take out the control characters.");
    }
}

/// A key: lower case letters, digits and single hyphens.
pub fn check_key(pointer: &str, key: &str, faults: &mut Faults) {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if key.is_empty() {
        fault(faults, pointer, "required", "Write a short name such as backend-engineer.");
    } else if key.len() > KEY_MAX {
        fault(faults, pointer, "too_long", "Keep the short name under 60 characters.");
    } else if !key.split('-').all(part) {
        let message =
            "Use lower case letters and digits with single hyphens between, such as backend-engineer.";
        fault(faults, pointer, "malformed_key", message);
    }
}

fn check_band(pointer: &str, band: &PayBand, faults: &mut Faults) {
    if band.currency.len() != 3 || !band.currency.bytes().all(|b| b.is_ascii_uppercase()) {
        let message = "The currency is three capital letters, such as EUR.";
        fault(faults, &format!("{pointer}/currency"), "malformed_currency", message);
    }
    if band.low < 0 {
        fault(faults, &format!("{pointer}/low"), "negative_pay", "The lower end cannot be negative.");
    }
    if band.high > PAY_MAX {
        fault(faults, &format!("{pointer}/high"), "out_of_range", "This is more than a year's pay can be.");
    } else if band.low > band.high {
        let message = "The lower end is above the upper end; correct one of them.";
        fault(faults, &format!("{pointer}/high"), "band_upside_down", message);
    }
}

/// What a job is about.
#[must_use]
pub fn check_about(about: &JobAbout) -> Faults {
    let mut faults = Vec::new();
    line(&mut faults, "/about/title", &about.title, LINE_MAX, true);
    line(&mut faults, "/about/level", &about.level, LINE_MAX, about.ladder_level.is_none());
    prose(&mut faults, "/about/summary", &about.summary);
    check_band("/about/band", &about.band, &mut faults);
    line(&mut faults, "/about/flexibility", &about.flexibility, SENTENCE_MAX, false);
    faults
}

/// The names of a pipeline's stages; `pointer` leads from a stage's number to its name.
pub fn check_stages(names: &[&str], pointer: impl Fn(usize) -> String, faults: &mut Faults) {
    if names.is_empty() {
        fault(faults, "/stages", "no_stages", "Keep at least one stage; candidates begin in the first one.");
    }
    if names.len() > STAGES_MAX {
        fault(faults, "/stages", "too_many_stages", "A pipeline holds at most 20 stages.");
    }
    let mut seen = BTreeSet::new();
    for (n, name) in names.iter().enumerate() {
        line(faults, &pointer(n), name, LINE_MAX, true);
        if !name.trim().is_empty() && !seen.insert(name.trim().to_lowercase()) {
            fault(faults, &pointer(n), "duplicate_stage", "Two stages have this name; give each its own.");
        }
    }
}

/// What becomes of the stages: renamed ones as (old, new), and the removed ones.
#[derive(Debug, PartialEq, Eq)]
pub struct StagePlan {
    /// Names before and after.
    pub renamed: Vec<(String, String)>,
    /// Names that go.
    pub removed: Vec<String>,
}

/// Compares the stages as they are with what is asked for.
pub fn plan_stages(now: &[String], edits: &[StageEdit]) -> Result<StagePlan, Faults> {
    let mut faults = Vec::new();
    let names: Vec<&str> = edits.iter().map(|edit| edit.name.as_str()).collect();
    check_stages(&names, |n| format!("/stages/{n}/name"), &mut faults);
    let mut used = BTreeSet::new();
    let mut renamed = Vec::new();
    for (n, edit) in edits.iter().enumerate() {
        let Some(was) = &edit.was else { continue };
        if !now.contains(was) || !used.insert(was) {
            let message = "This is not one of the stages, or stands here twice. Look at the newer version.";
            fault(&mut faults, &format!("/stages/{n}/was"), "unknown", message);
        } else if was != edit.name.trim() {
            renamed.push((was.clone(), edit.name.trim().to_owned()));
        }
    }
    let removed = now.iter().filter(|stage| !used.contains(stage)).cloned().collect();
    if faults.is_empty() { Ok(StagePlan { renamed, removed }) } else { Err(faults) }
}

/// The outcomes of a job. Measure, target and date may follow later; the page says what is missing.
#[must_use]
pub fn check_outcomes(outcomes: &[JobOutcome]) -> Faults {
    let mut faults = Vec::new();
    if outcomes.len() > OUTCOMES_MAX {
        fault(&mut faults, "/outcomes", "too_many_outcomes", "A job holds at most 24 outcomes.");
    }
    let mut seen = BTreeSet::new();
    for (n, outcome) in outcomes.iter().enumerate() {
        let at = format!("/outcomes/{n}");
        check_key(&format!("{at}/key"), &outcome.key, &mut faults);
        if !outcome.key.is_empty() && !seen.insert(&outcome.key) {
            fault(&mut faults, &format!("{at}/key"), "duplicate_key", "Two outcomes have this short name.");
        }
        if outcome.text.trim().is_empty() {
            fault(&mut faults, &format!("{at}/text"), "required", "Write the result in one sentence.");
        }
        prose(&mut faults, &format!("{at}/text"), &outcome.text);
        line(&mut faults, &format!("{at}/measure"), &outcome.measure, SENTENCE_MAX, false);
        line(&mut faults, &format!("{at}/target"), &outcome.target, LINE_MAX, false);
        line(&mut faults, &format!("{at}/due"), &outcome.due, LINE_MAX, false);
    }
    faults
}

/// A level of the career ladder.
#[must_use]
pub fn check_level(level: &LevelContent) -> Faults {
    let mut faults = Vec::new();
    line(&mut faults, "/function", &level.function, 80, false);
    line(&mut faults, "/name", &level.name, LINE_MAX, true);
    if !(1..=99).contains(&level.position) {
        fault(&mut faults, "/position", "out_of_range", "The place goes from 1 to 99, from the bottom up.");
    }
    prose(&mut faults, "/summary", &level.summary);
    if level.criteria.len() > CRITERIA_MAX {
        fault(&mut faults, "/criteria", "too_many_criteria", "A level holds at most 20 criteria.");
    }
    for (n, criterion) in level.criteria.iter().enumerate() {
        line(&mut faults, &format!("/criteria/{n}"), criterion, SENTENCE_MAX, true);
    }
    if level.bands.len() > BANDS_MAX {
        fault(&mut faults, "/bands", "too_many_bands", "A level holds at most 12 bands.");
    }
    let mut seen = BTreeSet::new();
    for (n, band) in level.bands.iter().enumerate() {
        check_band(&format!("/bands/{n}"), band, &mut faults);
        if !seen.insert(&band.currency) {
            let message = "This currency has a band already; keep one for each.";
            fault(&mut faults, &format!("/bands/{n}/currency"), "duplicate_currency", message);
        }
    }
    faults
}

/// Whether a job's band reaches outside its level's.
#[must_use]
pub const fn reaches_outside(job: &PayBand, level: &PayBand) -> bool {
    job.low < level.low || job.high > level.high
}

/// The level of the ladder that a plan's file means by its words: the only one of that name. Where several functions have one, the
/// words stay words.
#[must_use]
pub fn level_named<'l>(ladder: &'l [LadderLevel], words: &str) -> Option<&'l LevelId> {
    let folded = |name: &str| name.trim().to_lowercase();
    let mut same = ladder.iter().filter(|level| folded(&level.content.name) == folded(words));
    let first = same.next()?;
    same.next().is_none().then_some(&first.id)
}

/// Outcomes of a plan that its job does not have. A job without outcomes takes whatever its plan says.
#[must_use]
pub fn unknown_outcomes(plan: &Plan, of_job: &[JobOutcome]) -> Vec<PlanFault> {
    if of_job.is_empty() {
        return Vec::new();
    }
    let unknown = |(n, key): (usize, &String)| {
        let known = key.is_empty() || of_job.iter().any(|outcome| outcome.key == *key);
        (!known).then(|| PlanFault {
            line: 0,
            path: format!("outcomes.{n}.key"),
            code: "unknown_outcome".to_owned(),
            message: format!(
                "The job has no outcome \"{key}\". Write it on the job's page first, or take it out of the plan."
            ),
        })
    };
    plan.outcomes.iter().map(|outcome| &outcome.key).enumerate().filter_map(unknown).collect()
}

/// Why a job does not move.
#[derive(Debug, PartialEq, Eq)]
pub enum MoveRefused {
    /// Its status does not allow it.
    Status(&'static str),
    /// Fields need attention.
    Fields(Faults),
}

/// Whether the move is possible; for closing, how it ended and why.
pub fn check_move(from: JobStatus, asked: &JobMove) -> Result<Option<(ClosedAs, String)>, MoveRefused> {
    use JobStatus::{Closed, Draft, Open, Paused};
    match (from, asked.status) {
        (Draft, Open | Closed) | (Open, Paused | Closed) | (Paused, Open | Closed) | (Closed, Open) => {}
        (Draft, Paused) => {
            return Err(MoveRefused::Status(
                "A draft takes no candidates anyway; there is nothing to pause.",
            ));
        }
        (Closed, Paused) => {
            return Err(MoveRefused::Status("This job is closed. Reopen it before you pause it."));
        }
        (_, Draft) => {
            return Err(MoveRefused::Status(
                "A job that was opened does not become a draft again. Pause it instead.",
            ));
        }
        (Open, Open) => return Err(MoveRefused::Status("This job is open already.")),
        (Paused, Paused) => return Err(MoveRefused::Status("This job is paused already.")),
        (Closed, Closed) => return Err(MoveRefused::Status("This job is closed already.")),
    }
    let mut faults = Vec::new();
    let reason = asked.reason.as_deref().unwrap_or_default();
    if asked.status != Closed {
        if asked.how.is_some() || !reason.is_empty() {
            fault(&mut faults, "/reason", "not_asked", "A reason belongs to closing; leave it out.");
            return Err(MoveRefused::Fields(faults));
        }
        return Ok(None);
    }
    if asked.how.is_none() {
        fault(&mut faults, "/how", "required", "Say whether the job was filled or called off.");
    }
    let reason = check_reason("/reason", ReasonKind::Short, reason)
        .map_err(|fault| faults.push(fault))
        .unwrap_or_default();
    match asked.how {
        Some(how) if faults.is_empty() => Ok(Some((how, reason))),
        _ => Err(MoveRefused::Fields(faults)),
    }
}
