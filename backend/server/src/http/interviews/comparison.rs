//! `GET /interviews/{id}/comparison`.

use crate::{
    db::{
        assignments::{self, Assignment},
        candidates, interviews, loops, people, plans, releases, scorecards, servings,
    },
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
        scorecards::page::kit,
    },
};
use evenhand_policy::{Class, ReleaseFact, comparison_access};
use evenhand_shared::{
    CandidateId, InterviewId,
    scorecards::{ComparedCard, Comparison},
};
use serde_json::json;

/// The own card beside that of the other side of a shadowed interview (S14): for the interviewer the shadows', for a shadow the
/// interviewer's. It is nobody else's, whatever their role. Absent until both cards are in, the loop is released, and the caller is
/// closed on the candidate.
pub struct ReadComparison;

impl Operation for ReadComparison {
    const ROUTE: Route = Route {
        id: "interviews.comparison",
        verb: Verb::Get,
        path: "/interviews/{id}/comparison",
        summary: "The caller's scorecard beside that of their shadow, or of whom they shadowed",
        class: Class::Gated,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Comparison>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: InterviewId = act.id()?;
        let loop_id = interviews::find_loop(act.conn, &id)?;
        let (candidate, _) = loops::find_key(act.conn, &loop_id)?;
        let candidate = CandidateId(candidate);
        let own = scope::demand_not_open(act.conn, act.viewer, &candidate)?;
        let mine = assignments::find_own_on(act.conn, &id, act.viewer.id())?;
        let released = releases::find(act.conn, &loop_id)?.is_some();
        let fact = if released { ReleaseFact::Released } else { ReleaseFact::Sealed };
        let grant = comparison_access(&own, &mine.id.as_str().into(), |_| fact).ok_or(Failure::NotFound)?;
        let places = assignments::list_of(act.conn, &id)?;
        let ids: Vec<String> = places.iter().map(|place| place.person_id.clone()).collect();
        let names = people::names(act.conn, &ids)?;
        let (mut own_card, mut others) = (None, Vec::new());
        for (card, revisions) in scorecards::list_compared(act.conn, &grant)? {
            let Some(place) = places.iter().find(|place| place.id == card) else { continue };
            let Some(first) = revisions.first else { continue };
            let compared = ComparedCard {
                id: card.into(),
                author: names.get(&place.person_id).cloned().unwrap_or_default(),
                kind: place.kind()?,
                first,
                amendments: revisions.amendments,
            };
            if place.id == mine.id {
                own_card = Some(compared);
            } else if is_other_side(&mine, place)? {
                others.push(compared);
            }
        }
        let Some(own_card) = own_card.filter(|_| !others.is_empty()) else { return Err(Failure::NotFound) };
        others.sort_by(|a, b| (&a.author, &a.id).cmp(&(&b.author, &b.id)));
        let serving = act.ids.id();
        let viewer = act.viewer.id();
        servings::insert(act.conn, serving, viewer, &candidate, &loop_id, "comparison", act.now)?;
        let on = candidate.as_str();
        act.record("comparison.read", "interview", id.as_str(), Some(on), json!({}))?;
        let version = plans::find(act.conn, &mine.plan_id.as_str().into())?;
        let kit = kit(&version, &interviews::find(act.conn, &id)?)?;
        let competencies = kit.rates.iter().filter_map(|key| version.plan.competency(key)).cloned();
        Ok(Json(Comparison {
            interview_id: id,
            candidate_name: candidates::find(act.conn, &candidate)?.name,
            competencies: competencies.collect(),
            kit_name: kit.name,
            mine: own_card,
            others,
        }))
    }
}

/// A standing place of another part: shadows are not compared with each other, nor are interviewers.
fn is_other_side(mine: &Assignment, other: &Assignment) -> Result<bool, Failure> {
    Ok(other.state()?.stands() && other.kind()? != mine.kind()?)
}
