//! `POST /people`.

use super::{checks, invite::invite, rows};
use crate::{
    db::{people, words::fold},
    failure::{Failure, all_good},
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    FieldError,
    people::{NewPerson, PersonCreated, Role, check_person},
};

/// Adds a person; the answer holds the link with which they set their first password.
pub struct CreatePerson;

impl Operation for CreatePerson {
    const ROUTE: Route = Route {
        id: "people.create",
        verb: Verb::Post,
        path: "/people",
        summary: "Adds a person and makes the link for their first password",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = NewPerson;
    type Answer = Json<PersonCreated>;

    fn run(act: &mut Act<'_, NewPerson>) -> Result<Self::Answer, Failure> {
        let new = act.body.clone();
        let mut faults = check_person(&new.name, &new.email, &new.function, new.seniority);
        checks::check_roles(&new.roles, &mut faults);
        checks::check_zone(&new.zone, &mut faults);
        if people::find_by_email(act.conn, &fold(&new.email))?.is_some() {
            faults.push(FieldError::new("/email", "taken", "Somebody here has this address already."));
        }
        all_good(faults)?;
        let (person, link) = invite(act, &new)?;
        Ok(Json(PersonCreated { person: rows::one(act, &person.id.as_str().into())?, link }))
    }
}
