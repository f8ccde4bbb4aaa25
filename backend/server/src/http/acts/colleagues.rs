//! `GET /my/colleagues`.

use crate::{
    db::people,
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    acts::Colleague,
    people::{PersonState, Role},
};

/// Who could take over an interview: everybody else who interviews here, whatever panels they sit on.
pub struct ListColleagues;

impl Operation for ListColleagues {
    const ROUTE: Route = Route {
        id: "colleagues.list",
        verb: Verb::Get,
        path: "/my/colleagues",
        summary: "Who could take over an interview of the caller",
        class: Class::Neutral,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<Colleague>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let mut colleagues = Vec::new();
        for person in people::list(act.conn)? {
            let other = person.id != act.viewer.id().as_str();
            if other && person.state() == PersonState::Active && person.roles()?.contains(&Role::Interviewer)
            {
                colleagues.push(Colleague { id: person.id.into(), name: person.name });
            }
        }
        Ok(Json(colleagues))
    }
}
