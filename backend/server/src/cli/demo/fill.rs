//! People, job, applications, and everything that happened to them, in the order of time.

use super::{applications, loops, loops::Place};
use crate::{
    db::{
        Conn,
        audit::{self, Entry},
        jobs, ladder,
        loops::Loop,
        people::{self, Person},
        plans, settings,
        words::{document, fold},
    },
    failure::Failure,
    library,
    mint::Ids,
};
use evenhand_hiring::demo::{DemoData, DemoJob, DemoLoop, DemoMeasure, DemoPerson};
use evenhand_shared::{
    ApplicationId, AssignmentId, CandidateId, InterviewId, JobId, LevelId, LoopId, PersonId, Timestamp,
    about::{DemoAccount, TourStep},
    jobs::{JobOutcome, TeamRole},
    ladder::LadderLevel,
    plan::PlanVersion,
    time::{DAY, MINUTE},
};
use serde_json::{Value, json};
use std::{collections::HashMap, rc::Rc};

/// What happens at some time: minutes before or after the filling.
pub type Event<'a> = (i64, Box<dyn FnOnce(&mut Filler<'_>, Timestamp) -> Result<(), Failure> + 'a>);

/// What is known while the database is being filled.
pub struct Filler<'c> {
    /// The connection.
    pub conn: &'c mut Conn,
    /// Identifiers.
    pub ids: Ids,
    /// The time from which all others are counted.
    pub anchor: Timestamp,
    /// Jobs by key.
    pub jobs: HashMap<&'static str, Rc<FilledJob>>,
    /// People by key.
    pub people: HashMap<String, PersonId>,
    /// Candidates by key.
    pub candidates: HashMap<String, Applicant>,
    /// Loops by number.
    pub loops: HashMap<usize, LoopId>,
    /// Places by number of loop, interview and slot.
    pub places: HashMap<Place, Taken>,
}

/// A place on a panel that stands in the database.
#[derive(Clone)]
pub struct Taken {
    /// The assignment.
    pub id: AssignmentId,
    /// On which interview.
    pub interview: InterviewId,
    /// Of whom.
    pub candidate: CandidateId,
    /// For which job.
    pub job: Rc<FilledJob>,
}

/// A job that stands in the database.
pub struct FilledJob {
    /// Its first plan.
    pub plan: PlanVersion,
    /// Who acts as recruiter.
    pub recruiter: PersonId,
    /// Who acts as hiring manager.
    pub manager: PersonId,
}

/// A candidate who stands in the database.
#[derive(Clone)]
pub struct Applicant {
    /// The person.
    pub id: CandidateId,
    /// Their application.
    pub application: ApplicationId,
    /// The job applied for.
    pub job: Rc<FilledJob>,
}

impl Filler<'_> {
    /// An instant by its minutes.
    pub fn at(&self, minutes: i64) -> Timestamp {
        self.anchor.plus(minutes.saturating_mul(MINUTE))
    }

    /// Someone by key.
    pub fn person(&self, key: &str) -> Result<PersonId, Failure> {
        self.people.get(key).cloned().ok_or_else(|| missing("person", key))
    }

    /// A job by key.
    pub fn job(&self, key: &str) -> Result<Rc<FilledJob>, Failure> {
        self.jobs.get(key).cloned().ok_or_else(|| missing("job", key))
    }

    /// A candidate by key.
    pub fn candidate(&self, key: &str) -> Result<Applicant, Failure> {
        self.candidates.get(key).cloned().ok_or_else(|| missing("candidate", key))
    }

    /// The job of a loop.
    pub fn job_of(&self, row: &Loop) -> Result<Rc<FilledJob>, Failure> {
        let found = self.jobs.values().find(|job| job.plan.job_id.as_str() == row.job_id);
        found.cloned().ok_or_else(|| missing("job", &row.job_id))
    }

    /// A loop by its number.
    pub fn loop_id(&self, number: usize, new: &DemoLoop) -> Result<LoopId, Failure> {
        self.loops.get(&number).cloned().ok_or_else(|| missing("loop", &new.candidate))
    }

    /// A place on a panel.
    pub fn place(&self, place: Place) -> Result<Taken, Failure> {
        self.places.get(&place).cloned().ok_or_else(|| missing("place", "of a loop"))
    }

    /// Writes an audit entry.
    pub fn record(
        &mut self,
        at: Timestamp,
        actor: Option<&PersonId>,
        action: &str,
        object: (&str, &str),
        candidate: Option<&CandidateId>,
        detail: Value,
    ) -> Result<(), Failure> {
        let (object_kind, object_id) = object;
        let candidate = candidate.map(CandidateId::as_str);
        audit::append(self.conn, &Entry { at, actor, action, object_kind, object_id, candidate, detail })
    }
}

/// What the content promises and does not hold.
pub fn missing(what: &str, key: &str) -> Failure {
    Failure::Internal(format!("the demonstration has no {what} `{key}`"))
}

/// Fills the database.
pub fn fill(
    conn: &mut Conn,
    mut ids: Ids,
    now: Timestamp,
    data: &DemoData,
    password: &str,
    hash: &str,
) -> Result<(), Failure> {
    // Interviews begin at full and half hours.
    let anchor = Timestamp(now.0.saturating_sub(now.0.rem_euclid(30 * MINUTE)));
    let earliest = data.candidates.iter().map(|candidate| candidate.applied).min().unwrap_or(0);
    let opened = anchor.plus(earliest.saturating_mul(MINUTE)).plus(-2 * DAY);
    let mut people = HashMap::new();
    for person in &data.people {
        people.insert(person.key.to_string(), add_person(conn, &mut ids, person, hash, opened)?);
    }
    let mut levels: HashMap<String, LevelId> = HashMap::new();
    for content in &data.ladder {
        let level = LadderLevel { id: ids.id(), content: content.clone(), version: 1 };
        ladder::insert(conn, &level)?;
        levels.insert(content.name.clone(), level.id);
    }
    let mut jobs = HashMap::new();
    for job in &data.jobs {
        let level = levels.get(job.level).ok_or_else(|| missing("level", job.level))?;
        jobs.insert(job.key, Rc::new(add_job(conn, &mut ids, job, level, &people, opened)?));
    }
    let (candidates, loops, places) = (HashMap::new(), HashMap::new(), HashMap::new());
    let mut filler = Filler { conn, ids, anchor, jobs, people, candidates, loops, places };
    let mut own: HashMap<&str, Vec<&DemoLoop>> = HashMap::new();
    for new in &data.loops {
        own.entry(&*new.candidate).or_default().push(new);
    }
    let mut events: Vec<Event<'_>> = Vec::new();
    for candidate in &data.candidates {
        events.extend(applications::events(candidate, own.get(&*candidate.key).map_or(&[], Vec::as_slice)));
    }
    for (number, new) in data.loops.iter().enumerate() {
        events.extend(loops::events(number, new));
    }
    for remark in &data.remarks {
        events.push((remark.at, Box::new(move |filler: &mut Filler<'_>, at| filler.remark(remark, at))));
    }
    for paper in &data.papers {
        events.push((paper.at, Box::new(move |filler: &mut Filler<'_>, at| filler.add_paper(paper, at))));
    }
    for request in &data.requests {
        events.push((request.at, Box::new(move |filler: &mut Filler<'_>, at| filler.say(request, at))));
    }
    events.sort_by_key(|(at, _)| *at);
    for (at, event) in events {
        let at = filler.at(at);
        event(&mut filler, at)?;
    }
    let mut accounts: Vec<DemoAccount> = Vec::new();
    for person in data.people.iter().filter(|person| !person.part.is_empty()) {
        accounts.push(account(person, password, filler.tour(data, &person.key)?));
    }
    settings::put(filler.conn, settings::DEMO, &document(&accounts)?)
}

fn account(person: &DemoPerson, password: &str, tour: Vec<TourStep>) -> DemoAccount {
    DemoAccount {
        email: person.email.to_string(),
        name: person.name.to_string(),
        part: person.part.to_string(),
        password: password.to_owned(),
        tour,
    }
}

fn add_person(
    conn: &mut Conn,
    ids: &mut Ids,
    new: &DemoPerson,
    hash: &str,
    at: Timestamp,
) -> Result<PersonId, Failure> {
    let id: PersonId = ids.id();
    let mut person = Person {
        id: id.as_str().to_owned(),
        email: new.email.to_string(),
        email_folded: fold(&new.email),
        name: new.name.to_string(),
        password_hash: Some(hash.to_owned()),
        roles: String::new(),
        function: new.function.to_string(),
        seniority: new.seniority,
        zone: new.zone.to_string(),
        active: true,
        epoch: 1,
        version: 1,
        created_at: at.0,
    };
    person.set_roles(&new.roles)?;
    people::insert(conn, &person)?;
    let entry = Entry {
        at,
        actor: None,
        action: "person.create",
        object_kind: "person",
        object_id: id.as_str(),
        candidate: None,
        detail: json!({"roles": new.roles}),
    };
    audit::append(conn, &entry)?;
    Ok(id)
}

fn add_job(
    conn: &mut Conn,
    ids: &mut Ids,
    new: &DemoJob,
    level: &LevelId,
    people: &HashMap<String, PersonId>,
    at: Timestamp,
) -> Result<FilledJob, Failure> {
    let member = |key: &str| people.get(key).cloned().ok_or_else(|| missing("person", key));
    let (recruiter, manager) = (member(&new.recruiter)?, member(&new.manager)?);
    let plan =
        evenhand_hiring::plan_file::check(new.plan_toml).plan.ok_or_else(|| missing("plan", new.key))?;
    let job: JobId = ids.id();
    let mut row = jobs::Job::of_plan(&job, &plan, at)?;
    row.ladder_level = Some(level.as_str().to_owned());
    row.flexibility = new.flexibility.to_owned();
    row.outcomes = document(&measured(&row.outcomes()?, &new.measures))?;
    jobs::insert(conn, &row)?;
    let version = PlanVersion {
        id: ids.id(),
        job_id: job,
        number: 1,
        created_by: recruiter.clone(),
        created_at: at,
        published_by: manager.clone(),
        published_at: at,
        alone_reason: None,
        plan,
    };
    let uses = library::feed(conn, ids, &version)?;
    plans::insert(conn, &version, uses)?;
    let mut record = |action: &str, object_kind: &str, object_id: &str, detail: Value| {
        let actor = Some(&recruiter);
        let entry = Entry { at, actor, action, object_kind, object_id, candidate: None, detail };
        audit::append(conn, &entry)
    };
    record("job.create", "job", version.job_id.as_str(), json!({}))?;
    record("plan.publish", "plan", version.id.as_str(), json!({"job": version.job_id, "number": 1}))?;
    for (person, part) in [(&recruiter, TeamRole::Recruiter), (&manager, TeamRole::HiringManager)] {
        jobs::insert_member(conn, &version.job_id, person, part)?;
    }
    Ok(FilledJob { plan: version, recruiter, manager })
}

/// The plan's outcomes with how each is measured.
fn measured(outcomes: &[JobOutcome], measures: &[DemoMeasure]) -> Vec<JobOutcome> {
    let with = |outcome: &JobOutcome| {
        let found = measures.iter().find(|one| one.outcome == outcome.key);
        found.map_or_else(
            || outcome.clone(),
            |found| JobOutcome {
                measure: found.measure.to_owned(),
                target: found.target.to_owned(),
                due: found.due.to_owned(),
                ..outcome.clone()
            },
        )
    };
    outcomes.iter().map(with).collect()
}
