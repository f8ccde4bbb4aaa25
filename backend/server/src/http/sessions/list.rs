//! `GET /sessions`.

use super::{device, grant::alive};
use crate::{
    db::{people, sessions},
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{Timestamp, sessions::SessionRow};

/// One's own sessions.
pub struct ListSessions;

impl Operation for ListSessions {
    const ROUTE: Route = Route {
        id: "sessions.list",
        verb: Verb::Get,
        path: "/sessions",
        summary: "The caller's own sessions",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<SessionRow>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let epoch = people::find(act.conn, act.viewer.id())?.epoch;
        let rows = sessions::list_open(act.conn, act.viewer.id())?;
        // What ran out by itself is over, although nobody ended it.
        let alive = rows.into_iter().filter(|session| alive(session, epoch, act.now));
        let rows = alive.map(|session| SessionRow {
            current: session.id == act.session.as_str(),
            id: session.id.into(),
            device: device::words(&session.device),
            created_at: Timestamp(session.created_at),
            last_used_at: Timestamp(session.last_used_at),
        });
        Ok(Json(rows.collect()))
    }
}
