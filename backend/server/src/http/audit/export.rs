//! `GET /audit/export`.

use super::{READERS, filter, reach, words};
use crate::{
    db::audit,
    failure::Failure,
    http::operation::{Act, CsvFile, Door, Empty, Operation, Route, SMALL, Verb, Who},
};
use evenhand_hiring::csv_file::Writer;
use evenhand_policy::Class;

/// Most lines of a file.
const MOST: i64 = 10_000;

/// The lines of `GET /audit` as a file for a spreadsheet, with the caller's rights at this very request.
pub struct ExportAudit;

impl Operation for ExportAudit {
    const ROUTE: Route = Route {
        id: "audit.export",
        verb: Verb::Get,
        path: "/audit/export",
        summary: "What happened, as a CSV file of at most 10,000 lines, newest first",
        class: Class::Frozen,
        who: Who::Roles(READERS),
        door: Door::Read,
        query: &filter::NAMES,
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = CsvFile;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let filter = filter::read(act)?;
        let reach = reach::of(act.conn, act.viewer, |_| true)?;
        let lines = audit::list(act.conn, &reach, &filter, None, MOST)?;
        let mut file = Writer::new(&["time", "who", "what", "in words", "job"]);
        for entry in words::entries(act.conn, lines)? {
            let job = entry.job_title.unwrap_or_default();
            file.row(&[&entry.at.to_rfc3339(), &entry.actor_name, &entry.action, &entry.words, &job]);
        }
        Ok(CsvFile(file.finish()))
    }
}
