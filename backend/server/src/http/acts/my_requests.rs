//! `GET /my/requests`.

use super::exchanging;
use crate::{
    db::{assignments, candidates, interviews, people, place_requests, plans},
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::{Class, OwnSlot, Standing, standing};
use evenhand_shared::{
    CandidateId, Timestamp,
    acts::{AskedOfMe, ExchangeOfMe, MyRequests, OwnRequest, RequestState},
};
use std::collections::HashMap;

/// What the caller said about their own places, and what they are asked to take over. An interview with a candidate on whom they
/// are open is not offered to them: it would tell who else is on the panel.
pub struct ReadMyRequests;

impl Operation for ReadMyRequests {
    const ROUTE: Route = Route {
        id: "my_requests.read",
        verb: Verb::Get,
        path: "/my/requests",
        summary: "What the caller asked for, and what they are asked to take over",
        class: Class::Own,
        who: Who::SignedIn,
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<MyRequests>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let slots = scope::own_by_candidate(act.conn, act.viewer)?;
        let mut open: Vec<String> = slots
            .iter()
            .filter(|(_, slots)| standing(slots) == Standing::Open)
            .map(|(id, _)| id.0.clone())
            .collect();
        open.sort();
        let own = place_requests::list_own(act.conn, act.viewer.id())?;
        let asked = place_requests::list_asked(act.conn, act.viewer.id(), &open)?;
        let people: Vec<String> = own
            .iter()
            .filter_map(|row| row.colleague_id.clone())
            .chain(asked.iter().map(|row| row.person_id.clone()))
            .collect();
        let names = people::names(act.conn, &people)?;
        let ids: Vec<String> = asked.iter().map(|row| row.candidate_id.clone()).collect();
        let candidates = candidates::names(act.conn, &ids)?;
        let mine = own.into_iter().map(|row| {
            Ok(OwnRequest {
                kind: row.kind()?,
                state: match row.state()? {
                    RequestState::PassedOver => RequestState::Asked,
                    state => state,
                },
                colleague: row.colleague_id.and_then(|id| names.get(&id).cloned()),
                until: row.until_at.map(Timestamp),
                assignment_id: row.assignment_id.into(),
            })
        });
        let mine = mine.collect::<Result<Vec<_>, Failure>>()?;
        let mut offers = Vec::new();
        for row in asked {
            // Few wait at a time: each is looked up by itself.
            let place = assignments::find(act.conn, &row.assignment_id.as_str().into())?;
            let interview = interviews::find(act.conn, &place.interview_id.as_str().into())?;
            if !place.state()?.stands() || interview.cancelled {
                continue;
            }
            let version = plans::find(act.conn, &place.plan_id.as_str().into())?;
            let kit = version.plan.kit(&interview.kit);
            offers.push(AskedOfMe {
                from: names.get(&row.person_id).cloned().unwrap_or_default(),
                candidate_name: candidates.get(&row.candidate_id).cloned().unwrap_or_default(),
                kit_name: kit.map_or_else(|| interview.kit.clone(), |kit| kit.name.clone()),
                minutes: kit.map_or(0, |kit| kit.minutes),
                starts_at: interview.starts_at.map(Timestamp),
                id: row.id.into(),
            });
        }
        let exchanges = exchanges(act, &slots)?;
        Ok(Json(MyRequests { mine, asked: offers, exchanges }))
    }
}

/// Interviews that the caller could have for one of their own, on whose panels they sit.
fn exchanges(
    act: &mut Act<'_, Empty>,
    slots: &HashMap<CandidateId, Vec<OwnSlot>>,
) -> Result<Vec<ExchangeOfMe>, Failure> {
    let mut all = Vec::new();
    for request in place_requests::list_exchanges(act.conn, act.viewer.id())? {
        let own = slots.get(&CandidateId(request.candidate_id.clone())).map_or(&[][..], Vec::as_slice);
        let Some(offer) = exchanging::offer(act.conn, &request, own, act.now)? else { continue };
        let (place, interview) = offer.theirs;
        let version = plans::find(act.conn, &place.plan_id.as_str().into())?;
        let kit = version.plan.kit(&interview.kit);
        all.push(ExchangeOfMe {
            id: request.id.into(),
            gives: offer.mine.0.id.into(),
            kit_name: kit.map_or_else(|| interview.kit.clone(), |kit| kit.name.clone()),
            minutes: kit.map_or(0, |kit| kit.minutes),
            starts_at: interview.starts_at.map(Timestamp),
        });
    }
    Ok(all)
}
