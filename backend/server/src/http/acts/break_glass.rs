//! `POST /loops/{id}/break-glass`.

use crate::{
    db::{assignments, broken_glass, jobs, loops, people, releases},
    failure::Failure,
    http::{
        covers,
        notices::tell::{About, News, tell},
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
        scorecards::unblind,
    },
};
use evenhand_hiring::reasons::{ReasonKind, check_reason};
use evenhand_policy::{Class, GlassAccess, Standing, blind_in_loop, glass_access, standing};
use evenhand_shared::{
    CandidateId, Code, LoopId, PersonId, Timestamp,
    acts::{BreakGlass, BrokenGlass},
    jobs::TeamRole,
    notices::NoticeKind,
    people::{PersonState, Role},
    time::HOUR,
};
use serde_json::json;

/// Lets the caller read the submitted cards of one loop for an hour before its release (S15). The reason is always asked for, and the
/// answer does not tell whether there is anything to read. Whoever owes a card on the candidate is answered from their own rows alone,
/// and is exposed by it at once: their blindness ends on every card that they owe there.
pub struct BreakTheGlass;

impl Operation for BreakTheGlass {
    const ROUTE: Route = Route {
        id: "loops.break_glass",
        verb: Verb::Post,
        path: "/loops/{id}/break-glass",
        summary: "Opens the submitted scorecards to the caller for an hour, in an emergency",
        class: Class::Own,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = BreakGlass;
    type Answer = Json<BrokenGlass>;

    fn run(act: &mut Act<'_, BreakGlass>) -> Result<Self::Answer, Failure> {
        let id: LoopId = act.id()?;
        let (candidate, job) = loops::find_key(act.conn, &id)?;
        let candidate = CandidateId(candidate);
        let own = assignments::own(act.conn, act.viewer.id(), &candidate)?;
        let rights = match standing(&own) {
            Standing::Open => scope::rights(act.conn, act.viewer, &job)?,
            Standing::Outside | Standing::Closed => scope::rights_on(act.conn, act.viewer, &job, &candidate)?,
        };
        let owed = match glass_access(&own, rights, &id) {
            GlassAccess::Hidden => return Err(Failure::NotFound),
            GlassAccess::AfterRelease if releases::find(act.conn, &id)?.is_none() => {
                return Err(Failure::NotFound);
            }
            GlassAccess::AfterRelease | GlassAccess::Free => Vec::new(),
            GlassAccess::Exposing(owed) => owed,
        };
        let reason = check_reason("/reason", ReasonKind::Full, &act.body.reason)
            .map_err(|fault| Failure::Invalid(vec![fault]))?;
        if !owed.is_empty() && !act.body.confirm {
            return Err(Failure::field(
                "/confirm",
                "required",
                "Confirm that your scorecard will be marked as exposed.",
            ));
        }
        // For whoever is open the release plays no part: to be told of it would be to learn of it.
        if owed.is_empty() && releases::find(act.conn, &id)?.is_some() {
            return Err(Failure::refused(Code::Conflict, "This loop is revealed already."));
        }
        let until = act.now.plus(HOUR);
        let glass = act.ids.id();
        broken_glass::insert(act.conn, glass, &id, act.viewer.id(), &reason, act.now, until)?;
        let row = loops::find(act.conn, &id)?;
        // Before the caller's blindness ends: until then a cover may act in their place, and is told.
        tell_whom_it_concerns(act, &row, until)?;
        for place in &owed {
            let place = assignments::find(act.conn, place)?;
            unblind::expose(act, &place)?;
        }
        act.record("loop.break_glass", "loop", id.as_str(), Some(candidate.as_str()), json!({}))?;
        Ok(Json(BrokenGlass { until }))
    }
}

/// Tells the first of hiring managers, covers and those who look after privacy who may know now; the rest of the team reads of it after
/// the release.
fn tell_whom_it_concerns(
    act: &mut Act<'_, BreakGlass>,
    row: &loops::Loop,
    until: Timestamp,
) -> Result<(), Failure> {
    let job = row.job_id.as_str().into();
    let team = jobs::team(act.conn, &job)?;
    let managers = team.iter().filter(|(_, part)| *part == TeamRole::HiringManager);
    let managers: Vec<PersonId> = managers.map(|(person, _)| person.clone()).collect();
    let covers = covers::in_force(act.conn, &job, &row.candidate_id.as_str().into())?;
    let mut privacy = Vec::new();
    for person in people::list(act.conn)? {
        let roles = person.roles()?;
        if roles.contains(&Role::Admin) || roles.contains(&Role::Auditor) {
            privacy.push(PersonId(person.id));
        }
    }
    let circles = [
        (managers, About::Team(row), "loop"),
        (covers.into_iter().map(|one| one.cover).collect(), About::Loop(row), "loop"),
        (privacy, About::Loop(row), "audit"),
    ];
    let mut told = Vec::new();
    for (circle, about, leads_to) in circles {
        for person in circle {
            if told.contains(&person) || !may_know(act, row, &person)? {
                continue;
            }
            let kind = NoticeKind::BrokenGlass;
            tell(act, &person, News { kind, about, object: (leads_to, &row.id), until: Some(until) })?;
            told.push(person);
        }
        if !told.is_empty() {
            break;
        }
    }
    for (person, _) in team {
        if !told.contains(&person) {
            let (kind, about) = (NoticeKind::GlassWasBroken, About::Team(row));
            tell(act, &person, News { kind, about, object: ("loop", &row.id), until: Some(until) })?;
            told.push(person);
        }
    }
    Ok(())
}

/// Somebody else who can log in, is not open on the candidate and did not leave this panel without a card.
fn may_know(act: &mut Act<'_, BreakGlass>, row: &loops::Loop, person: &PersonId) -> Result<bool, Failure> {
    if person == act.viewer.id() || people::find(act.conn, person)?.state() != PersonState::Active {
        return Ok(false);
    }
    let own = assignments::own(act.conn, person, &row.candidate_id.as_str().into())?;
    Ok(standing(&own) != Standing::Open && !blind_in_loop(&own, &row.id.as_str().into()))
}
