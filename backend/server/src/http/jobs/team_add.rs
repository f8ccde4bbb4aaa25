//! `POST /jobs/{id}/team`.

use super::view;
use crate::{
    db::{jobs, people},
    failure::Failure,
    http::{
        notices::tell::{About, News, tell},
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        profile::teams::role_of,
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    JobId,
    jobs::{JobDetail, TeamChange, TeamRole},
    notices::NoticeKind,
    people::{PersonState, Role},
};
use serde_json::json;

/// Adds someone to a job's team. Whoever adds themselves in another part is written down as such.
pub struct AddMember;

/// The hiring managers are told when somebody takes a part for themselves.
fn tell_managers(act: &mut Act<'_, TeamChange>, id: &JobId) -> Result<(), Failure> {
    for (person, part) in jobs::team(act.conn, id)? {
        if part == TeamRole::HiringManager {
            let news = News {
                kind: NoticeKind::JoinedTeam,
                about: About::Own,
                object: ("job", id.as_str()),
                until: None,
            };
            tell(act, &person, news)?;
        }
    }
    Ok(())
}

impl Operation for AddMember {
    const ROUTE: Route = Route {
        id: "jobs.team_add",
        verb: Verb::Post,
        path: "/jobs/{id}/team",
        summary: "Adds a member to a job's hiring team",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = TeamChange;
    type Answer = Json<JobDetail>;

    fn run(act: &mut Act<'_, TeamChange>) -> Result<Self::Answer, Failure> {
        let id: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &id)?;
        let TeamChange { person_id, role } = act.body.clone();
        let person = match people::find(act.conn, &person_id) {
            Ok(person) => person,
            Err(Failure::NotFound) => {
                return Err(Failure::field(
                    "/person_id",
                    "unknown",
                    "Choose somebody from the list of people.",
                ));
            }
            Err(other) => return Err(other),
        };
        let needed = role_of(role);
        if person.state() == PersonState::Deactivated || !person.roles()?.contains(&needed) {
            let message = format!(
                "This person does not have the role {} here; an administrator can give it to them.",
                needed.words().to_lowercase()
            );
            return Err(Failure::field("/person_id", "wrong_role", message));
        }
        if !jobs::parts(act.conn, &id, &person_id)?.contains(&role) {
            jobs::insert_member(act.conn, &id, &person_id, role)?;
            let detail = json!({"person": person_id, "part": role, "oneself": &person_id == act.viewer.id()});
            act.record("job.team_add", "job", id.as_str(), None, detail)?;
            if &person_id == act.viewer.id() {
                tell_managers(act, &id)?;
            }
        }
        let rights = scope::team(act.conn, act.viewer, &id)?;
        Ok(Json(view::detail(act.conn, &id, rights)?))
    }
}
