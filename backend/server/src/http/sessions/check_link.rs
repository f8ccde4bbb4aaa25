//! `POST /password-links/check`.

use super::open::{Call, OpenOperation, Reply};
use crate::{
    failure::Failure,
    http::operation::{Door, Json, Route, SMALL, Verb, Who},
    password_links,
};
use evenhand_policy::Class;
use evenhand_shared::{
    Timestamp,
    sessions::{LinkCheck, LinkStanding},
};

/// Looks at a link before somebody thinks of a password for nothing. It uses nothing up and names nobody.
pub struct CheckLink;

impl OpenOperation for CheckLink {
    const ROUTE: Route = Route {
        id: "password_links.check",
        verb: Verb::Post,
        path: "/password-links/check",
        summary: "Says whether a link to set a password works, and what it is for",
        class: Class::Own,
        who: Who::Anyone,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = LinkCheck;
    type Answer = Json<LinkStanding>;

    async fn run(call: Call<LinkCheck>) -> Result<Reply<Self::Answer>, Failure> {
        let Call { app, body, .. } = call;
        let now = app.clock.now();
        let standing = app.db.read(move |conn| {
            let (link, _) = password_links::find_open(conn, &body.token, now)?;
            Ok(LinkStanding { purpose: link.purpose()?, expires_at: Timestamp(link.expires_at) })
        });
        Ok(Json(standing.await?).into())
    }
}
