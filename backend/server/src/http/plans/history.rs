//! `GET /jobs/{id}/plan-history`.

use super::{PLANNERS, draft};
use crate::{
    db::{plan_drafts, plans},
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        publishing::{writer, writers},
        scope,
    },
};
use evenhand_policy::{Class, Standing, standing};
use evenhand_shared::{
    JobId,
    plan::{PlanHistory, PlanHistoryRow},
};

/// The versions of a job's plan with who made them. Loops are counted over persons on whom the caller is not open (S30).
pub struct PlanHistoryOf;

impl Operation for PlanHistoryOf {
    const ROUTE: Route = Route {
        id: "plans.history",
        verb: Verb::Get,
        path: "/jobs/{id}/plan-history",
        summary: "Who wrote and published each version of a job's plan, and how many loops run on it",
        class: Class::Frozen,
        who: Who::Roles(PLANNERS),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<PlanHistory>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let own = scope::own_by_candidate(act.conn, act.viewer)?;
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        let runs: Vec<_> = plans::list_runs(act.conn, &job)?
            .into_iter()
            .filter(|(_, candidate)| own.get(candidate).is_none_or(|slots| standing(slots) != Standing::Open))
            .collect();
        let versions = plans::list(act.conn, &job)?;
        let ids = versions.iter().flat_map(|v| [v.created_by.clone(), v.published_by.clone()]);
        let known = writers(act.conn, ids)?;
        let row = |version: evenhand_shared::plan::PlanVersion| PlanHistoryRow {
            loops: runs.iter().filter(|(plan, _)| *plan == version.id).count().try_into().unwrap_or(i64::MAX),
            written_by: writer(&known, &version.created_by),
            written_at: version.created_at,
            published_by: writer(&known, &version.published_by),
            published_at: version.published_at,
            alone_reason: version.alone_reason,
            number: version.number,
            id: version.id,
        };
        let versions = versions.into_iter().map(row).collect();
        let draft = match plan_drafts::find(act.conn, &job)? {
            Some(found) => Some(draft::head(act.conn, act.viewer, &found)?),
            None => None,
        };
        Ok(Json(PlanHistory { versions, draft }))
    }
}
