//! `POST /scorecards/{id}/amendments`.

use super::page;
use crate::{
    db::{scorecards, servings},
    failure::all_good,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Json, MEDIUM, Operation, Route, Verb, Who},
};
use evenhand_hiring::reasons::{ReasonKind, check_reason};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, FieldError,
    scorecards::{AmendmentTag, FieldKey, NewAmendment, ScorecardPage, check_field, read_card},
};
use serde_json::json;

/// Appends a change to a sealed card. The first version stands and is what counts (S11).
pub struct Amend;

impl Operation for Amend {
    const ROUTE: Route = Route {
        id: "scorecards.amend",
        verb: Verb::Post,
        path: "/scorecards/{id}/amendments",
        summary: "Appends an amendment to the caller's own sealed scorecard",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: MEDIUM,
        status: 201,
    };
    type Body = NewAmendment;
    type Answer = Json<ScorecardPage>;

    fn run(act: &mut Act<'_, NewAmendment>) -> Result<Self::Answer, Failure> {
        let own = page::own_card(act)?;
        if scorecards::find(act.conn, &own.grant)?.state != "submitted" {
            return Err(Failure::refused(Code::Conflict, "Only a sealed scorecard can be amended."));
        }
        let competencies = own.competencies();
        let mut faults = Vec::new();
        let reason = check_reason("/reason", ReasonKind::Full, &act.body.reason);
        faults.extend(reason.as_ref().err().cloned());
        for (name, value) in &act.body.fields {
            match FieldKey::parse(name) {
                Some(key) => faults.extend(check_field(&competencies, &key, value).err()),
                None => faults.push(FieldError::new(
                    format!("/fields/{name}"),
                    "unknown_field",
                    "A scorecard has no such field.",
                )),
            }
        }
        let value = |key: &FieldKey| act.body.fields.get(&key.name()).cloned().unwrap_or_default();
        let content = read_card(&competencies, value);
        faults.extend(content.as_ref().err().cloned().unwrap_or_default());
        all_good(faults)?;
        let (Ok(reason), Ok(content)) = (reason, content) else {
            return Err(Failure::Internal("a fault was not reported".to_owned()));
        };
        let served = servings::any(act.conn, act.viewer.id(), &own.row.candidate_id.as_str().into())?;
        let tag = if served { AmendmentTag::AfterReveal } else { AmendmentTag::Sealed };
        let earlier = scorecards::own_revisions(act.conn, &own.grant)?.amendments.len();
        let number = i64::try_from(earlier).unwrap_or(i64::MAX).saturating_add(2);
        scorecards::insert_revision(act.conn, &own.grant, number, &content, &reason, tag, act.now)?;
        let (id, candidate) = (own.row.id.clone(), own.row.candidate_id.clone());
        act.record("scorecard.amend", "scorecard", &id, Some(&candidate), json!({"revision": number}))?;
        page::page(act.conn, act.viewer, &own).map(Json)
    }
}
