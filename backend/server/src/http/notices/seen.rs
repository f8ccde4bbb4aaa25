//! `POST /my/notices/seen`.

use crate::{
    db::notices,
    failure::Failure,
    http::operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::notices::{NOTICES_MAX, SeenNotices};

/// Marks entries of the caller as seen. What is not theirs is passed over, so that the answer tells nothing.
pub struct MarkSeen;

impl Operation for MarkSeen {
    const ROUTE: Route = Route {
        id: "notices.seen",
        verb: Verb::Post,
        path: "/my/notices/seen",
        summary: "Marks what the caller was told as seen",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = SeenNotices;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, SeenNotices>) -> Result<Self::Answer, Failure> {
        if act.body.ids.len() > NOTICES_MAX {
            return Err(Failure::field("/ids", "too_many", "Mark at most 100 entries at once."));
        }
        let ids = act.body.ids.clone();
        notices::mark_seen(act.conn, act.viewer.id(), &ids, act.now)?;
        Ok(Nothing)
    }
}
