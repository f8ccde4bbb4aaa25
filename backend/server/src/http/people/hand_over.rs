//! Handing over what somebody leaves behind.

use crate::{
    db::{
        assignments, job_covers, jobs,
        people::{self, Person},
    },
    failure::{Failure, all_good},
    http::{
        operation::Act,
        profile::teams::{self, role_of},
    },
};
use evenhand_policy::OwnCard;
use evenhand_shared::{
    FieldError, PersonId, jobs::TeamRole, loops::SlotState, people::PersonState, profile::TeamPart,
};
use serde_json::json;

/// Passes parts on hiring teams on to one successor for each part. A job is never left without a part that somebody held alone.
pub fn teams<B>(
    act: &mut Act<'_, B>,
    id: &PersonId,
    recruiter: Option<&PersonId>,
    hiring_manager: Option<&PersonId>,
) -> Result<(), Failure> {
    let person = people::find(act.conn, id)?;
    let parts = teams::parts(act.conn, &person)?;
    let mut faults = Vec::new();
    for (part, pointer, successor) in [
        (TeamRole::Recruiter, "/recruiter", recruiter),
        (TeamRole::HiringManager, "/hiring_manager", hiring_manager),
    ] {
        let held: Vec<&TeamPart> = parts.iter().filter(|team| team.part == part).collect();
        match successor {
            Some(successor) => check_successor(act, id, successor, part, pointer, &mut faults)?,
            None => faults.extend(held.iter().find(|team| team.alone).map(|team| {
                FieldError::new(
                    pointer,
                    "required",
                    format!(
                        "Nobody else is {} of {}. Choose who takes over.",
                        role_of(part).words().to_lowercase(),
                        team.title
                    ),
                )
            })),
        }
    }
    all_good(faults)?;
    job_covers::delete_by(act.conn, id)?;
    for team in parts {
        let successor = match team.part {
            TeamRole::Recruiter => recruiter,
            TeamRole::HiringManager => hiring_manager,
        };
        hand_on(act, id, &team, successor)?;
    }
    Ok(())
}

fn check_successor<B>(
    act: &mut Act<'_, B>,
    leaving: &PersonId,
    successor: &PersonId,
    part: TeamRole,
    pointer: &str,
    faults: &mut Vec<FieldError>,
) -> Result<(), Failure> {
    let found: Option<Person> = match people::find(act.conn, successor) {
        Ok(person) => Some(person),
        Err(Failure::NotFound) => None,
        Err(other) => return Err(other),
    };
    let fits = match &found {
        Some(person) => {
            successor != leaving
                && person.state() == PersonState::Active
                && person.roles()?.contains(&role_of(part))
        }
        None => false,
    };
    if !fits {
        faults.push(FieldError::new(
            pointer,
            "not_a_successor",
            format!(
                "Choose somebody else who can log in and is {} here.",
                role_of(part).words().to_lowercase()
            ),
        ));
    }
    Ok(())
}

fn hand_on<B>(
    act: &mut Act<'_, B>,
    id: &PersonId,
    team: &TeamPart,
    successor: Option<&PersonId>,
) -> Result<(), Failure> {
    let (job, part) = (&team.job_id, team.part);
    jobs::delete_member(act.conn, job, id, part)?;
    job_covers::delete(act.conn, job, id)?;
    let detail = json!({"person": id, "part": part, "oneself": false});
    act.record("job.team_remove", "job", job.as_str(), None, detail)?;
    if let Some(successor) = successor
        && !jobs::parts(act.conn, job, successor)?.contains(&part)
    {
        jobs::insert_member(act.conn, job, successor, part)?;
        let detail = json!({"person": successor, "part": part, "oneself": successor == act.viewer.id()});
        act.record("job.team_add", "job", job.as_str(), None, detail)?;
    }
    Ok(())
}

/// Gives places without a scorecard back, as declining them would: the recruiter of each job sees the constant word and asks somebody
/// else. A card that is in, or in its seconds for undo, stays in; which of the two it was, the administrator is not told (S2, S3, S9).
pub fn places<B>(act: &mut Act<'_, B>, id: &PersonId) -> Result<(), Failure> {
    for (candidate, slot) in assignments::own_everywhere(act.conn, id)? {
        if !slot.state.stands() || slot.card != OwnCard::Draft {
            continue;
        }
        assignments::set_state(act.conn, slot.assignment.as_str(), SlotState::Declined)?;
        let detail = json!({"person": id});
        let place = slot.assignment.as_str();
        act.record("assignment.hand_back", "assignment", place, Some(candidate.as_str()), detail)?;
    }
    Ok(())
}
