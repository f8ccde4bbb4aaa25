//! `GET /activity`.

use super::{reach, words};
use crate::{
    db::{
        Conn,
        audit::{self, Filter},
    },
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::{Class, Viewer};
use evenhand_shared::{audit::AuditEntry, people::Role};

/// Lines of a look.
const MOST: i64 = 30;

/// What happened lately on the caller's jobs, or on one of them. The same rule as the audit's, and never more than a team's part.
pub struct ReadActivity;

impl Operation for ReadActivity {
    const ROUTE: Route = Route {
        id: "activity.read",
        verb: Verb::Get,
        path: "/activity",
        summary: "What happened lately on the caller's jobs",
        class: Class::Frozen,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Read,
        query: &["job"],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<AuditEntry>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let job = act.parameter("job").map(str::to_owned);
        recent(act.conn, act.viewer, job, MOST).map(Json)
    }
}

/// The last happenings on the viewer's jobs.
fn recent(
    conn: &mut Conn,
    viewer: &Viewer,
    job: Option<String>,
    most: i64,
) -> Result<Vec<AuditEntry>, Failure> {
    let mut reach = reach::of(conn, viewer, |act| act.activity)?;
    // Whoever reads the whole audit elsewhere gets no more than the team here.
    reach.everything = false;
    reach.anywhere.clear();
    let lines = audit::list(conn, &reach, &Filter { job, ..Filter::default() }, None, most)?;
    words::entries(conn, lines)
}
