//! `PATCH /scorecards/{id}`: autosave.

use super::page::{self, demand_draft};
use crate::{db::scorecards, failure::all_good};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::{
    FieldError,
    scorecards::{
        DraftChange, DraftField, DraftSaved, FieldKey, check_field, has_evidence, level_of, merge_field,
    },
};
use std::collections::BTreeMap;

/// Saves changed fields of the draft and merges them with what another window wrote (S18).
pub struct SaveDraft;

impl Operation for SaveDraft {
    const ROUTE: Route = Route {
        id: "scorecards.save",
        verb: Verb::Patch,
        path: "/scorecards/{id}",
        summary: "Saves changes to the caller's own draft",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 200,
    };
    type Body = DraftChange;
    type Answer = Json<DraftSaved>;

    fn run(act: &mut Act<'_, DraftChange>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        demand_draft(act.conn, &own)?;
        let competencies = own.competencies();
        let mut fields = scorecards::fields(act.conn, &own.grant)?;
        let mut saved: BTreeMap<String, DraftField> = BTreeMap::new();
        let mut faults = Vec::new();
        for change in &act.body.fields {
            let pointer = format!("/fields/{}", change.field);
            let Some(key) = FieldKey::parse(&change.field) else {
                faults.push(FieldError::new(pointer, "unknown_field", "A scorecard has no such field."));
                continue;
            };
            if let Err(fault) = check_field(&competencies, &key, &change.value) {
                faults.push(fault);
                continue;
            }
            let current = fields.get(&change.field).cloned().unwrap_or_default();
            let merged = merge_field(&key, &current, change.base, &change.value);
            if let Err(fault) = check_field(&competencies, &key, &merged.value) {
                faults.push(fault);
                continue;
            }
            fields.insert(change.field.clone(), merged.clone());
            saved.insert(change.field.clone(), merged);
        }
        // Evidence comes first: a rating cannot be chosen before it (product.md, section 3).
        for (name, field) in &saved {
            let Some(FieldKey::Rating(key)) = FieldKey::parse(name) else { continue };
            let levels = competencies.iter().find(|c| c.key == key).map_or(0, |c| c.rubric.anchors.len());
            let evidence = fields.get(&FieldKey::Evidence(key).name()).map_or("", |f| f.value.as_str());
            if level_of(&field.value, levels).is_some() && !has_evidence(evidence) {
                faults.push(FieldError::new(
                    format!("/fields/{name}"),
                    "evidence_first",
                    "Write what you saw or heard before you rate.",
                ));
            }
        }
        all_good(faults)?;
        for (name, field) in &saved {
            scorecards::put_field(act.conn, &own.grant, name, field)?;
        }
        Ok(Json(DraftSaved { fields: saved, saved_at: act.now }))
    }
}
