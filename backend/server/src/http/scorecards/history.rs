//! `GET /scorecards/{id}/history`.

use super::page::kit;
use crate::{
    db::{
        assignments, interviews, loops, people, plans,
        scorecards::{self, Card, Revisions},
    },
    failure::Failure,
    http::{
        loops::packet,
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::card_history::changes;
use evenhand_policy::{Class, grant::OwnCardGrant};
use evenhand_shared::{
    AssignmentId, CandidateId, Timestamp,
    loops::SlotKind,
    plan::Competency,
    scorecards::{CardEvent, CardEventKind, CardHistory},
};
use serde_json::json;

/// What became of a sealed card: its amendments with what they changed, and its withdrawal, with the reasons. For its author once it is
/// sealed, and for whoever may read it in the packet; of a withdrawn card others read the reason and no word of its content (S10).
pub struct ReadHistory;

impl Operation for ReadHistory {
    const ROUTE: Route = Route {
        id: "scorecards.history",
        verb: Verb::Get,
        path: "/scorecards/{id}/history",
        summary: "A sealed scorecard's amendments and withdrawal, with their reasons",
        class: Class::Gated,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<CardHistory>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: AssignmentId = act.id()?;
        let loop_id = assignments::find_loop(act.conn, &id)?;
        let (candidate, _) = loops::find_key(act.conn, &loop_id)?;
        let own = scope::demand_not_open(act.conn, act.viewer, &CandidateId(candidate.clone()))?;
        let mine = own.iter().any(|slot| slot.assignment == id && slot.has_closed_by_card());
        let (card, revisions) = if mine {
            let grant =
                OwnCardGrant::for_author(act.viewer, &id, act.viewer.id()).ok_or(Failure::NotFound)?;
            (scorecards::find(act.conn, &grant)?, scorecards::own_revisions(act.conn, &grant)?)
        } else {
            let access = packet::access(act, &loop_id)?;
            let found = scorecards::find_sealed(act.conn, &access.grant, &id)?;
            // S14: a shadow's card is never in the packet.
            if assignments::find(act.conn, &id)?.kind()? == SlotKind::Shadow {
                return Err(Failure::NotFound);
            }
            if access.is_of_another(&id) {
                access.note(act, &loop_id)?;
            }
            act.record("card.history", "scorecard", id.as_str(), Some(&candidate), json!({}))?;
            found
        };
        let place = assignments::find(act.conn, &id)?;
        let interview = interviews::find(act.conn, &place.interview_id.as_str().into())?;
        let version = plans::find(act.conn, &place.plan_id.as_str().into())?;
        let kit = kit(&version, &interview)?;
        let competencies: Vec<Competency> =
            kit.rates.iter().filter_map(|key| version.plan.competency(key)).cloned().collect();
        Ok(Json(CardHistory {
            id,
            author: people::find(act.conn, &place.person_id.as_str().into())?.name,
            kit_name: kit.name,
            events: events(&card, &revisions, &competencies),
        }))
    }
}

fn events(card: &Card, revisions: &Revisions, competencies: &[Competency]) -> Vec<CardEvent> {
    let event = |what, at: Option<Timestamp>| CardEvent {
        what,
        at,
        revision: None,
        tag: None,
        reason: String::new(),
        changes: Vec::new(),
    };
    let submitted = event(CardEventKind::Submitted, card.submitted_at.map(Timestamp));
    let mut all = vec![CardEvent { revision: Some(1), ..submitted }];
    let mut before = revisions.first.as_ref();
    for amendment in &revisions.amendments {
        all.push(CardEvent {
            revision: Some(amendment.revision),
            tag: Some(amendment.tag),
            reason: amendment.reason.clone(),
            changes: before
                .map(|before| changes(competencies, before, &amendment.content))
                .unwrap_or_default(),
            ..event(CardEventKind::Amended, Some(amendment.at))
        });
        before = Some(&amendment.content);
    }
    if card.state == "withdrawn" {
        all.push(CardEvent {
            reason: card.withdrawn_reason.clone().unwrap_or_default(),
            ..event(CardEventKind::Withdrawn, card.withdrawn_at.map(Timestamp))
        });
    }
    all
}
