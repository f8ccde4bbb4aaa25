//! `POST /password-links/redeem`.

use super::open::{Call, OpenOperation, Reply};
use crate::{
    db::{
        audit::{self, Entry},
        password_links::{LinkEnd, end_open},
        people, sessions,
    },
    failure::{Failure, all_good},
    http::operation::{Door, Nothing, Route, SMALL, Verb, Who},
    password_links,
};
use evenhand_policy::Class;
use evenhand_shared::{
    PersonId,
    sessions::{RedeemLink, check_password},
};
use serde_json::json;

/// Sets a password with a link. Only this consumes the link: looking at the page does not.
pub struct Redeem;

impl OpenOperation for Redeem {
    const ROUTE: Route = Route {
        id: "password_links.redeem",
        verb: Verb::Post,
        path: "/password-links/redeem",
        summary: "Sets a password with the token of a link",
        class: Class::Own,
        who: Who::Anyone,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = RedeemLink;
    type Answer = Nothing;

    async fn run(call: Call<RedeemLink>) -> Result<Reply<Self::Answer>, Failure> {
        let Call { app, body, .. } = call;
        all_good(check_password("/password", &body.password).err().into_iter().collect())?;
        let hash = app.passwords.hash(body.password.clone()).await?;
        let now = app.clock.now();
        app.db
            .write(move |conn| {
                let (_, mut person) = password_links::find_open(conn, &body.token, now)?;
                let who: PersonId = person.id.as_str().into();
                end_open(conn, &who, LinkEnd::Used, now)?;
                person.password_hash = Some(hash);
                // A new password ends every session.
                person.epoch = person.epoch.saturating_add(1);
                let seen = person.version;
                people::update(conn, &mut person, seen)?;
                sessions::end_all(conn, &who, now)?;
                audit::append(
                    conn,
                    &Entry {
                        at: now,
                        actor: Some(&who),
                        action: "password.set",
                        object_kind: "person",
                        object_id: who.as_str(),
                        candidate: None,
                        detail: json!({}),
                    },
                )
            })
            .await?;
        app.committed();
        Ok(Nothing.into())
    }
}
