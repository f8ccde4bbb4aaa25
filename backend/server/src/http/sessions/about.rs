//! `GET /about`.

use super::open::{Call, OpenOperation, Reply};
use crate::{
    db::{people, settings},
    failure::Failure,
    http::operation::{Door, Empty, Json, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::about;

/// What a visitor may know before logging in.
pub struct About;

impl OpenOperation for About {
    const ROUTE: Route = Route {
        id: "about.read",
        verb: Verb::Get,
        path: "/about",
        summary: "The server's version, and whether it is a demonstration or waits for its set-up",
        class: Class::Neutral,
        who: Who::Anyone,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<about::About>;

    async fn run(call: Call<Empty>) -> Result<Reply<Self::Answer>, Failure> {
        call.app
            .db
            .read(|conn| {
                let demo = settings::find(conn, settings::DEMO)?;
                let demo_accounts = match &demo {
                    Some(accounts) => serde_json::from_str(accounts)?,
                    None => Vec::new(),
                };
                let about = about::About {
                    version: env!("CARGO_PKG_VERSION").to_owned(),
                    demo: demo.is_some(),
                    setup_needed: !people::any(conn)?,
                    demo_accounts,
                };
                Ok(Json(about).into())
            })
            .await
    }
}
