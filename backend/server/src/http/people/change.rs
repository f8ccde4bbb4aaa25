//! `PATCH /people/{id}`.

use super::{admins::demand_another_admin, checks, rows};
use crate::{
    db::{people, profiles},
    failure::{Failure, all_good},
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    PersonId,
    availability::check_week,
    people::{PersonChange, PersonRow, Role, check_level, check_person},
};
use serde_json::json;

/// Changes a person. Roles count from the next request on.
pub struct ChangePerson;

impl Operation for ChangePerson {
    const ROUTE: Route = Route {
        id: "people.change",
        verb: Verb::Patch,
        path: "/people/{id}",
        summary: "Changes a person's name, roles, function, level, seniority, zone or hours",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = PersonChange;
    type Answer = Json<PersonRow>;

    fn run(act: &mut Act<'_, PersonChange>) -> Result<Self::Answer, Failure> {
        let id: PersonId = act.id()?;
        let mut person = people::find(act.conn, &id)?;
        let change = act.body.clone();
        if person.version != change.version {
            return Err(Failure::stale());
        }
        let mut faults = Vec::new();
        if let Some(name) = &change.name {
            person.name = name.trim().to_owned();
        }
        if let Some(function) = &change.function {
            person.function = function.trim().to_owned();
        }
        if let Some(seniority) = change.seniority {
            person.seniority = seniority;
        }
        faults.extend(check_person(&person.name, &person.email, &person.function, person.seniority));
        if let Some(zone) = &change.zone {
            checks::check_zone(zone, &mut faults);
            person.zone = zone.trim().to_owned();
        }
        if let Some(roles) = &change.roles {
            checks::check_roles(roles, &mut faults);
            person.set_roles(roles)?;
        }
        if let Some(level) = &change.level {
            check_level(level.trim(), &mut faults);
        }
        faults.extend(change.hours.iter().flat_map(check_week));
        all_good(faults)?;
        if !person.roles()?.contains(&Role::Admin) {
            demand_another_admin(act, &id)?;
        }
        people::update(act.conn, &mut person, change.version)?;
        if change.level.is_some() || change.hours.is_some() {
            let mut profile = profiles::find(act.conn, &id)?;
            profile.level = change.level.as_ref().map_or(profile.level, |level| level.trim().to_owned());
            profile.hours = change.hours.unwrap_or(profile.hours);
            profiles::put(act.conn, &id, &profile)?;
        }
        let detail = json!({"roles": change.roles});
        act.record("person.change", "person", id.as_str(), None, detail)?;
        Ok(Json(rows::one(act, &id)?))
    }
}
