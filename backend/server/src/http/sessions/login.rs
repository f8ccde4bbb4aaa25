//! `POST /sessions`.

use super::{
    grant::open_session,
    open::{Call, CookieChange, OpenOperation, Reply},
};
use crate::{
    db::{people, sessions, words::fold},
    failure::Failure,
    http::operation::{Door, Json, Route, SMALL, Verb, Who},
    mint::digest,
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, Timestamp,
    people::PersonState,
    sessions::{self as wire, PASSWORD_MAX, SessionToken},
    time::SECOND,
};

/// Opens a session with address and password. Unknown, wrong and disabled look the same and take the same time.
pub struct Login;

/// Failures of one account before waiting begins; then the wait doubles up to five minutes, and never becomes a lock.
const FREE_FAILURES: i64 = 5;

impl OpenOperation for Login {
    const ROUTE: Route = Route {
        id: "sessions.open",
        verb: Verb::Post,
        path: "/sessions",
        summary: "Logs in with address and password",
        class: Class::Own,
        who: Who::Anyone,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 201,
    };
    type Body = wire::Login;
    type Answer = Json<SessionToken>;

    async fn run(call: Call<wire::Login>) -> Result<Reply<Self::Answer>, Failure> {
        let Call { app, body, device, .. } = call;
        let folded = fold(&body.email);
        let account = account(&folded);
        let now = app.clock.now();
        let (name, bucket) = (folded.clone(), account.clone());
        let (person, failures) = app
            .db
            .read(move |conn| Ok((people::find_by_email(conn, &name)?, sessions::failures(conn, &bucket)?)))
            .await?;
        if let Some(seconds) = wait(failures, now) {
            return Err(Failure::Later { code: Code::TooMany, seconds });
        }
        let person =
            person.filter(|p| p.state() == PersonState::Active && body.password.len() <= PASSWORD_MAX);
        let stored = person.as_ref().and_then(|p| p.password_hash.clone());
        let password = if body.password.len() <= PASSWORD_MAX { body.password } else { String::new() };
        let fits = app.passwords.verify(password, stored.clone()).await?;
        let inside = app.clone();
        let opened = app
            .db
            .write(move |conn| {
                // The password may have been changed, or the account closed, while it was being checked.
                let person = people::find_by_email(conn, &folded)?
                    .filter(|p| fits && p.state() == PersonState::Active && p.password_hash == stored);
                let Some(person) = person else {
                    sessions::note_failure(conn, &account, now)?;
                    return Ok(None);
                };
                sessions::clear_failures(conn, &account)?;
                let mut ids = inside.mint.for_actor(&person.id);
                open_session(conn, &inside, &mut ids, &person, device, now).map(Some)
            })
            .await?;
        let (answer, refresh) = opened.ok_or_else(|| {
            Failure::refused(Code::BadCredentials, "Address and password do not fit together.")
        })?;
        Ok(Reply { answer: Json(answer), cookie: CookieChange::Set(refresh) })
    }
}

/// The bucket in which an account's failures are counted: bounded in number, the same for known and unknown addresses.
fn account(folded: &str) -> String {
    digest(folded).chars().take(4).collect()
}

fn wait((failures, last): (i64, Timestamp), now: Timestamp) -> Option<u64> {
    let over = failures.saturating_sub(FREE_FAILURES);
    if over < 0 {
        return None;
    }
    let seconds = 1_i64.checked_shl(u32::try_from(over).unwrap_or(9).min(9)).unwrap_or(300).min(300);
    let left = seconds.saturating_mul(SECOND).saturating_sub(now.since(last));
    (left > 0).then(|| u64::try_from(left / SECOND).unwrap_or(0).saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_stays_under_five_minutes() {
        let now = Timestamp(1_000 * SECOND);
        assert_eq!(wait((4, now), now), None);
        assert_eq!(wait((5, now), now), Some(2));
        assert_eq!(wait((6, now), now), Some(3));
        assert_eq!(wait((40, now), now), Some(301));
        assert_eq!(wait((40, now.plus(-300 * SECOND)), now), None);
    }
}
