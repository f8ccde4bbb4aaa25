//! `PATCH /profile`.

use crate::{
    db::{people, profiles},
    failure::{Failure, all_good},
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        people::{checks::check_zone, rows},
    },
};
use evenhand_policy::Class;
use evenhand_shared::{availability::check_week, people::PersonRow, profile::ProfileChange};
use serde_json::json;

/// Changes what is one's own to say: zone and working hours. Roles, function, level and seniority are the administrators'.
pub struct ChangeProfile;

impl Operation for ChangeProfile {
    const ROUTE: Route = Route {
        id: "profile.change",
        verb: Verb::Patch,
        path: "/profile",
        summary: "Changes the caller's own zone and working hours",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = ProfileChange;
    type Answer = Json<PersonRow>;

    fn run(act: &mut Act<'_, ProfileChange>) -> Result<Self::Answer, Failure> {
        let id = act.viewer.id();
        let mut person = people::find(act.conn, id)?;
        let change = act.body.clone();
        if person.version != change.version {
            return Err(Failure::stale());
        }
        let mut faults = Vec::new();
        if let Some(zone) = &change.zone {
            check_zone(zone, &mut faults);
            person.zone = zone.trim().to_owned();
        }
        faults.extend(change.hours.iter().flat_map(check_week));
        all_good(faults)?;
        people::update(act.conn, &mut person, change.version)?;
        if let Some(hours) = change.hours {
            let mut profile = profiles::find(act.conn, id)?;
            profile.hours = hours;
            profiles::put(act.conn, id, &profile)?;
        }
        let detail = json!({"zone": change.zone.is_some(), "hours": change.hours.is_some()});
        act.record("profile.change", "person", id.as_str(), None, detail)?;
        Ok(Json(rows::one(act, id)?))
    }
}
