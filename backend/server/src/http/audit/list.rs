//! `GET /audit`.

use super::{READERS, cursor, filter, reach, words};
use crate::{
    db::audit,
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::audit::AuditPage;

/// Lines of a page.
const PAGE: usize = 50;

/// What the caller may read of the audit, newest first. Entries on candidates on whom they are open are absent, before any filter.
pub struct ListAudit;

impl Operation for ListAudit {
    const ROUTE: Route = Route {
        id: "audit.list",
        verb: Verb::Get,
        path: "/audit",
        summary: "What happened, newest first, as far as the caller may know",
        class: Class::Frozen,
        who: Who::Roles(READERS),
        door: Door::Read,
        query: &["actor", "action", "kind", "job", "from", "until", "after"],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<AuditPage>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let key = &act.app.secrets.cursors;
        let filter = filter::read(act)?;
        let since =
            act.parameter("after").map(|text| cursor::read(key, act.viewer, &filter, text)).transpose()?;
        let reach = reach::of(act.conn, act.viewer, |_| true)?;
        let most = i64::try_from(PAGE.saturating_add(1)).unwrap_or(1);
        let mut lines = audit::list(act.conn, &reach, &filter, since, most)?;
        let more = lines.len() > PAGE;
        lines.truncate(PAGE);
        let after = if more { cursor::after(key, act.viewer, &filter, since, &lines)? } else { None };
        Ok(Json(AuditPage { entries: words::entries(act.conn, lines)?, after }))
    }
}
