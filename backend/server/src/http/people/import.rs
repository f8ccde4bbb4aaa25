//! `POST /people/import`.

use super::{checks::known_zone, invite::invite};
use crate::{
    db::{people, words::fold},
    failure::Failure,
    http::operation::{Act, Door, Json, LARGE, Operation, Route, Verb, Who},
};
use evenhand_hiring::people_file::read_people;
use evenhand_policy::Class;
use evenhand_shared::people::{ImportFile, ImportReport, Role};
use serde_json::json;

/// Names shown of a file before it is imported.
const PREVIEW: usize = 10;

/// Imports people from a CSV file: all of it or nothing. Who is here already is left alone.
pub struct ImportPeople;

impl Operation for ImportPeople {
    const ROUTE: Route = Route {
        id: "people.import",
        verb: Verb::Post,
        path: "/people/import",
        summary: "Checks or imports a CSV file of people",
        class: Class::Neutral,
        who: Who::Roles(&[Role::Admin]),
        door: Door::Write,
        query: &[],
        limit: LARGE,
        status: 200,
    };
    type Body = ImportFile;
    type Answer = Json<ImportReport>;

    fn run(act: &mut Act<'_, ImportFile>) -> Result<Self::Answer, Failure> {
        let file = read_people(&act.body.csv, &known_zone);
        let mut notes = file.notes;
        let mut fresh = Vec::new();
        for (line, person) in file.rows {
            if people::find_by_email(act.conn, &fold(&person.email))?.is_some() {
                notes.push(format!("Line {line}: {} is already here and is left alone.", person.email));
            } else {
                fresh.push(person);
            }
        }
        let mut report = ImportReport {
            dry_run: act.body.dry_run,
            rows: file.total,
            importable: u64::try_from(fresh.len()).unwrap_or(u64::MAX),
            preview: fresh.iter().take(PREVIEW).map(|person| person.name.clone()).collect(),
            faults: file.faults,
            notes,
            links: Vec::new(),
        };
        if !report.faults.is_empty() {
            report.importable = 0;
            return Ok(Json(report));
        }
        if report.dry_run {
            return Ok(Json(report));
        }
        for new in &fresh {
            let (person, link) = invite(act, new)?;
            report.links.push((person.email, link));
        }
        let viewer = act.viewer.id().clone();
        act.record("person.import", "person", viewer.as_str(), None, json!({"people": fresh.len()}))?;
        Ok(Json(report))
    }
}
