//! `POST /assignments/{id}/swap`.

use super::request;
use crate::{
    db::loops,
    failure::Failure,
    http::{
        notices::tell::{About, News, tell, tell_team},
        operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
        scorecards::page,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    acts::{NewSwap, RequestKind},
    notices::NoticeKind,
};
use serde_json::json;

/// Asks a colleague to take over (S17). Whether the colleague sits on the panel already plays no part in the answer: the
/// one who asks must not learn it. A colleague who is open on the candidate is not told (S2).
pub struct ProposeSwap;

impl Operation for ProposeSwap {
    const ROUTE: Route = Route {
        id: "assignments.swap",
        verb: Verb::Post,
        path: "/assignments/{id}/swap",
        summary: "Asks a colleague to take over the caller's own place",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = NewSwap;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, NewSwap>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        page::demand_draft(act.conn, &own)?;
        let colleague = request::colleague(act, &own)?;
        let asked = request::note(act, &own, RequestKind::Swap, Some(&colleague), None)?;
        let row = loops::find(act.conn, &own.row.loop_id.as_str().into())?;
        let news = News {
            kind: NoticeKind::SwapAsked,
            about: About::Loop(&row),
            object: ("request", asked.as_str()),
            until: None,
        };
        tell(act, &colleague, news)?;
        tell_team(act, &row, None, NoticeKind::SwapProposed)?;
        let (id, candidate) = (own.row.id.clone(), own.row.candidate_id.clone());
        act.record("assignment.swap", "assignment", &id, Some(&candidate), json!({"person": colleague}))?;
        Ok(Nothing)
    }
}
