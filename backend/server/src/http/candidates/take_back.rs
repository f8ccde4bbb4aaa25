//! `POST /applications/{id}/taking-back`.

use super::{TEAM, rejection, taking_back};
use crate::{
    db::{applications, origins},
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{Code, Timestamp, imports::TakenBack};

/// Takes one application back: a test candidate, or one of an import.
pub struct TakeBackOne;

impl Operation for TakeBackOne {
    const ROUTE: Route = Route {
        id: "applications.take_back",
        verb: Verb::Post,
        path: "/applications/{id}/taking-back",
        summary: "Takes an application back that was imported or is for trying things out",
        class: Class::Gated,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<TakenBack>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let (key, rights) = rejection::key(act)?;
        if !rights.recruiter {
            return Err(Failure::refused(Code::Forbidden, "Recruiters of the job take applications back."));
        }
        let origin = origins::list(act.conn, std::slice::from_ref(&key.id))?.remove(&key.id);
        let came = Timestamp(applications::find(act.conn, &key.id.as_str().into())?.created_at);
        if origin.is_none() || taking_back::until(came, act.now).is_none() {
            return Err(taking_back::too_late());
        }
        taking_back::take_back(act, vec![(key.id, key.candidate_id, key.name)]).map(Json)
    }
}
