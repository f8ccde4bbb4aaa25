//! Entries in words: names and titles stand in for ids, in a few queries for a whole page.

use crate::{
    db::{Conn, audit::Line, candidates, jobs, people, words::read_document},
    failure::Failure,
};
use evenhand_shared::{
    Timestamp,
    audit::{AuditEntry, known},
};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// Who acts when nobody does.
const SYSTEM: &str = "Evenhand";

struct Names {
    people: HashMap<String, String>,
    candidates: HashMap<String, String>,
    jobs: HashMap<String, String>,
}

/// The entries of these lines, in their order.
pub fn entries(conn: &mut Conn, lines: Vec<Line>) -> Result<Vec<AuditEntry>, Failure> {
    let lines: Vec<(Line, Value)> = lines
        .into_iter()
        .map(|line| {
            let detail = read_document(&line.detail)?;
            Ok((line, detail))
        })
        .collect::<Result<_, Failure>>()?;
    let names = names(conn, &lines)?;
    Ok(lines.into_iter().map(|(line, detail)| entry(line, &detail, &names)).collect())
}

fn names(conn: &mut Conn, lines: &[(Line, Value)]) -> Result<Names, Failure> {
    let mut people_ids: BTreeSet<&str> = BTreeSet::new();
    for (line, detail) in lines {
        people_ids.extend(line.actor.as_deref());
        people_ids.extend(person(line, detail));
    }
    let of = |ids: BTreeSet<&str>| -> Vec<String> { ids.into_iter().map(str::to_owned).collect() };
    let candidate_ids = lines.iter().filter_map(|(line, _)| line.candidate_id.as_deref()).collect();
    let job_ids = lines.iter().filter_map(|(line, _)| line.job_id.as_deref()).collect();
    Ok(Names {
        people: people::names(conn, &of(people_ids))?,
        candidates: candidates::names(conn, &of(candidate_ids))?,
        jobs: jobs::list(conn, &of(job_ids))?.into_iter().map(|(id, job)| (id, job.title)).collect(),
    })
}

/// The person whom an act is about.
fn person<'a>(line: &'a Line, detail: &'a Value) -> Option<&'a str> {
    let told = detail.get("person").and_then(Value::as_str);
    told.or_else(|| (line.object_kind == "person").then_some(line.object_id.as_str()))
}

fn entry(line: Line, detail: &Value, names: &Names) -> AuditEntry {
    let words = known(&line.action).map_or_else(
        // An act without words of its own is read by auditors alone.
        || line.action.replace(['.', '_'], " "),
        |act| {
            let text = |name: &str| match detail.get(name) {
                Some(Value::String(text)) => text.clone(),
                Some(Value::Number(number)) => number.to_string(),
                _ => String::new(),
            };
            let named = |names: &HashMap<String, String>, id: Option<&str>, nobody: &str| {
                id.and_then(|id| names.get(id)).cloned().unwrap_or_else(|| nobody.to_owned())
            };
            act.words
                .replace("{stage}", &text("stage"))
                .replace("{number}", &text("number"))
                .replace("{people}", &text("people"))
                .replace("{person}", &named(&names.people, person(&line, detail), "somebody"))
                .replace(
                    "{candidate}",
                    &named(&names.candidates, line.candidate_id.as_deref(), "a candidate"),
                )
        },
    );
    let actor_name = match &line.actor {
        Some(id) => names.people.get(id).cloned().unwrap_or_default(),
        None => SYSTEM.to_owned(),
    };
    AuditEntry {
        at: Timestamp(line.at),
        actor: line.actor.map(Into::into),
        actor_name,
        action: line.action,
        words,
        object_kind: line.object_kind,
        candidate: line.candidate_id.map(Into::into),
        job_title: line.job_id.as_ref().and_then(|id| names.jobs.get(id)).cloned(),
        job: line.job_id.map(Into::into),
    }
}
