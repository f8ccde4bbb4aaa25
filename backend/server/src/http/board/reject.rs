//! `POST /jobs/{id}/board/rejections`.

use super::{TEAM, moves::each, moving::Fate};
use crate::{
    db::jobs,
    failure::{Failure, all_good},
    http::{
        candidates::rejection,
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::rejection::check;
use evenhand_policy::Class;
use evenhand_shared::{
    FieldError, JobId,
    board::{BoardRejections, COUNTED_ABOVE, Moved},
    rejections::{Rejection, letter},
};

/// Rejects cards with one reason, each with its own letter, decided and not announced yet.
pub struct RejectCards;

impl Operation for RejectCards {
    const ROUTE: Route = Route {
        id: "board.reject",
        verb: Verb::Post,
        path: "/jobs/{id}/board/rejections",
        summary: "Rejects one or several applications and says what became of each",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: 4 * SMALL,
        status: 200,
    };
    type Body = BoardRejections;
    type Answer = Json<Moved>;

    fn run(act: &mut Act<'_, BoardRejections>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        let BoardRejections { kind, reason, cards, count } = act.body.clone();
        let mut faults = check(kind, &reason, "").err().unwrap_or_default();
        if cards.len() > COUNTED_ABOVE && count != i64::try_from(cards.len()).ok() {
            let message = format!("Type {} to reject that many at once.", cards.len());
            faults.push(FieldError::new("/count", "count", message));
        }
        all_good(faults)?;
        let title = jobs::find(act.conn, &job)?.title;
        each(act, &job, &cards, |act, key, application, version| {
            if application.version != version {
                return Ok(Fate::Stale);
            }
            if application.rejection_reason.is_some() {
                return Ok(Fate::Rejected);
            }
            let letter = letter(kind, &key.name, &title);
            rejection::reject(act, key, &Rejection { kind, reason: reason.clone(), letter, version })?;
            application.version = version.saturating_add(1);
            Ok(Fate::Done)
        })
    }
}
