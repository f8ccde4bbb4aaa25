//! `GET /search`.

use crate::{
    db::{
        candidate_list::{self, Fit},
        jobs, people,
    },
    failure::Failure,
    http::{
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
        scorecards::page::my_interviews,
    },
};
use evenhand_hiring::search::{TYPED_MAX, fit};
use evenhand_policy::{Class, Standing, standing};
use evenhand_shared::{
    people::{PersonState, Role},
    search::{Hit, HitKind},
};
use std::collections::BTreeSet;

/// Most hits of a kind.
const MOST: usize = 8;
/// Most applications that are read for them: somebody may have applied to several jobs.
const READ: i64 = 50;

/// Names only (S32): people, the caller's jobs and their candidates, and the caller's own interviews. A candidate on whom the caller
/// is open is found as one of these, by the name that stands there, and no other way.
pub struct Search;

impl Operation for Search {
    const ROUTE: Route = Route {
        id: "search.find",
        verb: Verb::Get,
        path: "/search",
        summary: "Finds people, candidates, jobs and the caller's own interviews by name",
        class: Class::Frozen,
        who: Who::SignedIn,
        door: Door::Read,
        query: &["q"],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Vec<Hit>>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let typed: String = act.parameter("q").unwrap_or_default().trim().chars().take(TYPED_MAX).collect();
        if typed.is_empty() {
            return Ok(Json(Vec::new()));
        }
        let mut found = best(own(act)?, &typed);
        found.extend(best(candidates(act, &typed)?, &typed));
        found.extend(best(jobs_of(act)?, &typed));
        found.extend(best(members(act)?, &typed));
        Ok(Json(found))
    }
}

/// The best of one kind: prefix before infix, then by name.
fn best(all: Vec<(Hit, String)>, typed: &str) -> Vec<Hit> {
    let mut fitting: Vec<(u8, Hit)> = all
        .into_iter()
        .filter_map(|(hit, also)| {
            let fit = fit(&hit.name, typed).or_else(|| fit(&also, typed).map(|n| n.saturating_add(3)));
            fit.map(|fit| (fit, hit))
        })
        .collect();
    fitting.sort_by(|(n, a), (m, b)| (n, &a.name, &a.beside, &a.id).cmp(&(m, &b.name, &b.beside, &b.id)));
    fitting.truncate(MOST);
    fitting.into_iter().map(|(_, hit)| hit).collect()
}

fn hit(kind: HitKind, id: String, name: String, beside: String) -> Hit {
    Hit { kind, id, name, beside }
}

/// The caller's own interviews, by the names that they show.
fn own(act: &mut Act<'_, Empty>) -> Result<Vec<(Hit, String)>, Failure> {
    let mine = my_interviews(act.conn, act.viewer)?.into_iter().filter(|row| row.slot.stands());
    Ok(mine
        .map(|row| {
            let beside = format!("{}, {}", row.kit_name, row.job);
            (hit(HitKind::Interview, row.id.0, row.candidate_name, beside.clone()), beside)
        })
        .collect())
}

/// Candidates of the caller's jobs on whom the caller is not open; once each. The nearest by the closest fit that there is, and
/// no more than can be shown: what is ranked has been narrowed down before.
fn candidates(act: &mut Act<'_, Empty>, typed: &str) -> Result<Vec<(Hit, String)>, Failure> {
    let own = scope::own_by_candidate(act.conn, act.viewer)?;
    let mut hidden: Vec<String> = own
        .into_iter()
        .filter(|(_, slots)| standing(slots) == Standing::Open)
        .map(|(candidate, _)| candidate.0)
        .collect();
    hidden.sort_unstable();
    let mine: Vec<String> =
        scope::my_jobs(act.conn, act.viewer)?.into_iter().map(|(job, _, _)| job.0).collect();
    let titles = jobs::list(act.conn, &mine)?;
    let typed = typed.to_lowercase();
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for fit in [Fit::Begins, Fit::BeginsWords, Fit::Anywhere] {
        if all.len() >= MOST {
            break;
        }
        for row in candidate_list::find_names(act.conn, (&mine, &hidden), &typed, fit, READ)? {
            if seen.insert(row.candidate_id.clone()) {
                let title = titles.get(&row.job_id).map(|job| job.title.clone()).unwrap_or_default();
                all.push((hit(HitKind::Candidate, row.candidate_id, row.name, title), row.email_folded));
            }
        }
    }
    Ok(all)
}

fn jobs_of(act: &mut Act<'_, Empty>) -> Result<Vec<(Hit, String)>, Failure> {
    let mine = scope::my_jobs(act.conn, act.viewer)?;
    let ids: Vec<String> = mine.iter().map(|(job, _, _)| job.as_str().to_owned()).collect();
    let titles = jobs::list(act.conn, &ids)?;
    Ok(mine
        .into_iter()
        .filter_map(|(id, key, _)| {
            let job = titles.get(id.as_str())?;
            Some((hit(HitKind::Job, id.0, job.title.clone(), job.level.clone()), key))
        })
        .collect())
}

/// Members, for those who may see the list of them.
fn members(act: &mut Act<'_, Empty>) -> Result<Vec<(Hit, String)>, Failure> {
    let may = [Role::Admin, Role::Recruiter, Role::HiringManager, Role::Auditor];
    if !may.into_iter().any(|role| act.viewer.has(role)) {
        return Ok(Vec::new());
    }
    let all = people::list(act.conn)?.into_iter().filter(|p| p.state() != PersonState::Deactivated);
    Ok(all.map(|p| (hit(HitKind::Person, p.id, p.name, p.function), p.email_folded)).collect())
}
