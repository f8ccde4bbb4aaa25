//! `GET /profile`.

use super::{leaves, teams};
use crate::{
    db::people,
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        people::rows,
        scorecards::page::my_interviews,
    },
};
use evenhand_policy::Class;
use evenhand_shared::profile::Profile;

/// The caller: what they may do, where they sit, when they work. Built from their own rows alone.
pub struct ReadProfile;

impl Operation for ReadProfile {
    const ROUTE: Route = Route {
        id: "profile.read",
        verb: Verb::Get,
        path: "/profile",
        summary: "The caller's own rights, teams, panels, hours and leave",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Profile>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id = act.viewer.id();
        let person = people::find(act.conn, id)?;
        Ok(Json(Profile {
            leaves: leaves::current(act.conn, &person, act.now)?,
            teams: teams::parts(act.conn, &person)?,
            panels: my_interviews(act.conn, act.viewer)?,
            person: rows::one(act, id)?,
        }))
    }
}
