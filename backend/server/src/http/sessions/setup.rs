//! `POST /setup`: the first administrator.

use super::{
    grant::open_session,
    open::{Call, CookieChange, OpenOperation, Reply},
};
use crate::{
    db::{
        audit::{self, Entry},
        people::{self, Person},
        settings,
        words::fold,
    },
    failure::{Failure, all_good},
    http::operation::{Door, Json, Route, SMALL, Verb, Who},
    mint::digest,
};
use evenhand_policy::Class;
use evenhand_shared::{
    PersonId, about,
    people::{Role, check_email, check_name},
    sessions::{SessionToken, check_password},
};
use serde_json::json;

/// Makes the first administrator with the one-time token; afterwards there is nothing here.
pub struct Setup;

impl OpenOperation for Setup {
    const ROUTE: Route = Route {
        id: "setup.claim",
        verb: Verb::Post,
        path: "/setup",
        summary: "Makes the first administrator with the setup token that the server printed",
        class: Class::Neutral,
        who: Who::Anyone,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = about::Setup;
    type Answer = Json<SessionToken>;

    async fn run(call: Call<about::Setup>) -> Result<Reply<Self::Answer>, Failure> {
        let Call { app, body, device, .. } = call;
        let token = digest(&body.token);
        let expected = app.db.read(|conn| settings::find(conn, settings::SETUP_TOKEN)).await?;
        // Digests are compared, so the time tells nothing about the token.
        if expected.ok_or(Failure::NotFound)? != token {
            return Err(Failure::NotFound);
        }
        let mut faults = Vec::new();
        check_name("/name", &body.name, &mut faults);
        check_email("/email", &body.email, &mut faults);
        faults.extend(check_password("/password", &body.password).err());
        all_good(faults)?;
        let password_hash = app.passwords.hash(body.password.clone()).await?;
        let now = app.clock.now();
        let inside = app.clone();
        let (answer, refresh) = app
            .db
            .write(move |conn| {
                // Two claims at once: the token is taken by the first.
                let still =
                    settings::find(conn, settings::SETUP_TOKEN)?.is_some_and(|stored| stored == token);
                if !still || people::any(conn)? {
                    return Err(Failure::NotFound);
                }
                settings::delete(conn, settings::SETUP_TOKEN)?;
                let mut ids = inside.mint.for_actor("setup");
                let id: PersonId = ids.id();
                let mut person = Person {
                    id: id.as_str().to_owned(),
                    email: body.email.trim().to_owned(),
                    email_folded: fold(&body.email),
                    name: body.name.trim().to_owned(),
                    password_hash: Some(password_hash),
                    roles: String::new(),
                    function: "Administration".to_owned(),
                    seniority: 5,
                    zone: "Etc/UTC".to_owned(),
                    active: true,
                    epoch: 1,
                    version: 1,
                    created_at: now.0,
                };
                person.set_roles(&[Role::Admin])?;
                people::insert(conn, &person)?;
                audit::append(
                    conn,
                    &Entry {
                        at: now,
                        actor: Some(&id),
                        action: "setup.claim",
                        object_kind: "person",
                        object_id: id.as_str(),
                        candidate: None,
                        detail: json!({}),
                    },
                )?;
                open_session(conn, &inside, &mut ids, &person, device, now)
            })
            .await?;
        Ok(Reply { answer: Json(answer), cookie: CookieChange::Set(refresh) })
    }
}
