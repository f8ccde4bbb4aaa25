//! `GET /my/exposures`.

use crate::{
    db::{candidates, servings, words::read_word},
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::acts::Exposure;

/// What the caller was shown, of whom and when: their own rows of the serving ledger, newest first.
pub struct ListExposures;

impl Operation for ListExposures {
    const ROUTE: Route = Route {
        id: "exposures.list",
        verb: Verb::Get,
        path: "/my/exposures",
        summary: "What the caller was shown of others' scorecards, and when",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<Exposure>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let rows = servings::list_own(act.conn, act.viewer.id())?;
        let ids: Vec<String> = rows.iter().map(|(candidate, ..)| candidate.clone()).collect();
        let names = candidates::names(act.conn, &ids)?;
        let exposures = rows.into_iter().map(|(candidate, what, at)| {
            let candidate_name = names.get(&candidate).cloned().unwrap_or_default();
            Ok(Exposure { at, candidate_name, what: read_word(&what)? })
        });
        exposures.collect::<Result<Vec<_>, Failure>>().map(Json)
    }
}
