//! `GET /jobs/{id}/imports`.

use super::{TEAM, taking_back};
use crate::{
    db::{origins, people},
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    JobId, Timestamp,
    imports::{ImportEntry, ImportRow},
};
use std::collections::HashMap;

/// The imports of a job. What they brought is no secret: whoever has a loop stays, so that nothing here moves by an act on a person
/// on whom the caller is open.
pub struct ListImports;

impl Operation for ListImports {
    const ROUTE: Route = Route {
        id: "imports.list",
        verb: Verb::Get,
        path: "/jobs/{id}/imports",
        summary: "The imports of a job with who can still be taken back",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<ImportRow>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        let batches = origins::list_batches(act.conn, &job)?;
        let ids: Vec<String> = batches.iter().map(|batch| batch.id.clone()).collect();
        let importers: Vec<String> = batches.iter().map(|batch| batch.imported_by.clone()).collect();
        let names = people::names(act.conn, &importers)?;
        let mut of: HashMap<String, String> = HashMap::new();
        let mut all = Vec::new();
        for (batch, application, candidate, name) in origins::list_brought(act.conn, &ids)? {
            of.insert(application.clone(), batch.unwrap_or_default());
            all.push((application, candidate, name));
        }
        let mut brought: HashMap<String, Vec<ImportEntry>> = HashMap::new();
        for (entry, _) in taking_back::entries(act.conn, all)? {
            let batch = of.remove(entry.application_id.as_str()).unwrap_or_default();
            brought.entry(batch).or_default().push(entry);
        }
        let rows = batches.into_iter().map(|batch| ImportRow {
            by: names.get(&batch.imported_by).cloned().unwrap_or_default(),
            at: Timestamp(batch.imported_at),
            brought: batch.brought,
            test: batch.is_test,
            until: taking_back::until(Timestamp(batch.imported_at), act.now),
            entries: brought.remove(&batch.id).unwrap_or_default(),
            id: batch.id.into(),
        });
        Ok(Json(rows.collect()))
    }
}
