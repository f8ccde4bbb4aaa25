//! People, job, applications, and everything that happened to them, in the order of time.

use super::{applications, loops};
use crate::{
    db::{
        Conn,
        audit::{self, Entry},
        jobs,
        people::{self, Person},
        plans, settings,
        words::{document, fold},
    },
    failure::Failure,
    mint::Ids,
};
use evenhand_hiring::demo::{DemoData, DemoPerson, demo};
use evenhand_shared::{
    ApplicationId, AssignmentId, CandidateId, JobId, LoopId, PersonId, Timestamp,
    about::DemoAccount,
    jobs::TeamRole,
    plan::PlanVersion,
    time::{DAY, MINUTE},
};
use serde_json::{Value, json};
use std::collections::HashMap;

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
    /// The plan.
    pub plan: PlanVersion,
    /// People by key.
    pub people: HashMap<&'static str, PersonId>,
    /// Candidates by key, with their application.
    pub candidates: HashMap<&'static str, (CandidateId, ApplicationId)>,
    /// Loops by number.
    pub loops: HashMap<usize, LoopId>,
    /// Places by number of loop, interview and slot.
    pub places: HashMap<(usize, usize, usize), AssignmentId>,
    /// Who acts as recruiter.
    pub recruiter: PersonId,
    /// Who acts as hiring manager.
    pub manager: PersonId,
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

    /// A candidate with the application, by key.
    pub fn candidate(&self, key: &str) -> Result<(CandidateId, ApplicationId), Failure> {
        self.candidates.get(key).cloned().ok_or_else(|| missing("candidate", key))
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
    password: &str,
    hash: &str,
) -> Result<(), Failure> {
    let data = demo();
    // Interviews begin at full and half hours.
    let anchor = Timestamp(now.0.saturating_sub(now.0.rem_euclid(30 * MINUTE)));
    let earliest = data.candidates.iter().map(|candidate| candidate.applied).min().unwrap_or(0);
    let opened = anchor.plus(earliest.saturating_mul(MINUTE)).plus(-2 * DAY);
    let mut people = HashMap::new();
    for person in &data.people {
        people.insert(person.key, add_person(conn, &mut ids, person, hash, opened)?);
    }
    let on_team = |part: TeamRole| {
        let found = data.people.iter().find(|person| person.team == Some(part));
        found.and_then(|person| people.get(person.key)).cloned().ok_or_else(|| missing("team", "part"))
    };
    let (recruiter, manager) = (on_team(TeamRole::Recruiter)?, on_team(TeamRole::HiringManager)?);
    let plan = add_job(conn, &mut ids, &data, &people, &recruiter, opened)?;
    let mut filler = Filler {
        conn,
        ids,
        anchor,
        plan,
        people,
        candidates: HashMap::new(),
        loops: HashMap::new(),
        places: HashMap::new(),
        recruiter,
        manager,
    };
    let mut events: Vec<Event<'_>> = Vec::new();
    for candidate in &data.candidates {
        events.extend(applications::events(&data, candidate));
    }
    for (number, new) in data.loops.iter().enumerate() {
        events.extend(loops::events(number, new));
    }
    events.sort_by_key(|(at, _)| *at);
    for (at, event) in events {
        let at = filler.at(at);
        event(&mut filler, at)?;
    }
    let accounts: Vec<DemoAccount> = data.people.iter().map(|person| account(person, password)).collect();
    settings::put(filler.conn, settings::DEMO, &document(&accounts)?)
}

fn account(person: &DemoPerson, password: &str) -> DemoAccount {
    DemoAccount {
        email: person.email.to_owned(),
        name: person.name.to_owned(),
        part: person.part.to_owned(),
        password: password.to_owned(),
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
        email: new.email.to_owned(),
        email_folded: fold(new.email),
        name: new.name.to_owned(),
        password_hash: Some(hash.to_owned()),
        roles: String::new(),
        function: new.function.to_owned(),
        seniority: new.seniority,
        zone: new.zone.to_owned(),
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
    data: &DemoData,
    people: &HashMap<&'static str, PersonId>,
    creator: &PersonId,
    at: Timestamp,
) -> Result<PlanVersion, Failure> {
    let plan = evenhand_hiring::plan_file::check(data.plan_toml).plan.ok_or_else(|| missing("plan", ""))?;
    let job: JobId = ids.id();
    jobs::insert(conn, &jobs::Job::of_plan(&job, &plan, at)?)?;
    plans::keep_rubrics(conn, &plan)?;
    let version = PlanVersion {
        id: ids.id(),
        job_id: job,
        number: 1,
        created_by: creator.clone(),
        created_at: at,
        plan,
    };
    plans::insert(conn, &version)?;
    let mut record = |action: &str, object_kind: &str, object_id: &str, detail: Value| {
        let entry =
            Entry { at, actor: Some(creator), action, object_kind, object_id, candidate: None, detail };
        audit::append(conn, &entry)
    };
    record("job.create", "job", version.job_id.as_str(), json!({}))?;
    record("plan.create", "plan", version.id.as_str(), json!({"job": version.job_id, "number": 1}))?;
    for person in &data.people {
        if let (Some(part), Some(id)) = (person.team, people.get(person.key)) {
            jobs::insert_member(conn, &version.job_id, id, part)?;
        }
    }
    Ok(version)
}
