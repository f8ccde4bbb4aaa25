//! Rows of applications. For a candidate on whom the viewer is open the row is a constant, made of the viewer's own
//! assignment; stages, rejections and loops are read for the others alone.

use crate::{
    db::{
        Conn,
        applications::{self, Application, ApplicationKey},
        assignments, jobs, loops, releases,
    },
    failure::Failure,
    http::scope,
};
use evenhand_policy::{JobRights, LoopAccess, OwnSlot, Standing, Viewer, loop_access, standing};
use evenhand_shared::{CandidateId, JobId, LoopId, candidates::ApplicationRow};
use std::collections::HashMap;

/// Where the viewer stands on every candidate, from the viewer's own rows. Loaded before anything else.
pub struct Standings {
    own: HashMap<CandidateId, Vec<OwnSlot>>,
    frozen: HashMap<CandidateId, String>,
}

impl Standings {
    /// Loads the viewer's own rows.
    pub fn load(conn: &mut Conn, viewer: &Viewer) -> Result<Self, Failure> {
        let own = scope::own_by_candidate(conn, viewer)?;
        let mut frozen = HashMap::new();
        if own.is_empty() {
            return Ok(Self { own, frozen });
        }
        for place in assignments::list_own(conn, viewer.id())? {
            let candidate = CandidateId(place.candidate_id);
            let slots = own.get(&candidate).map_or(&[][..], Vec::as_slice);
            let owes = slots.iter().any(|slot| slot.assignment.as_str() == place.id && slot.is_open());
            if standing(slots) == Standing::Open && owes {
                // Oldest first: the earliest stays, whatever is assigned later.
                frozen.entry(candidate).or_insert(place.stage);
            }
        }
        Ok(Self { own, frozen })
    }

    /// The viewer's own places on a candidate.
    pub fn slots(&self, candidate: &CandidateId) -> &[OwnSlot] {
        self.own.get(candidate).map_or(&[][..], Vec::as_slice)
    }

    /// The stage as it was at assignment, of a candidate on whom the viewer is open.
    pub fn frozen_stage(&self, candidate: &CandidateId) -> Option<&str> {
        self.frozen.get(candidate).map(String::as_str)
    }

    /// The candidates on whom the viewer is open, in the order of their ids.
    pub fn frozen(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.frozen.keys().map(|id| id.as_str().to_owned()).collect();
        ids.sort_unstable();
        ids
    }
}

/// An application with everything that its team may know.
pub struct Full {
    /// The row.
    pub row: ApplicationRow,
    /// The stored application; absent where the row is frozen.
    pub stored: Option<Application>,
    /// Loops that the viewer may open, newest first.
    pub loops: Vec<LoopId>,
}

/// The viewer's rights by job.
pub type Mine = HashMap<String, JobRights>;

/// The jobs on whose team the viewer is.
pub fn mine(conn: &mut Conn, viewer: &Viewer) -> Result<Mine, Failure> {
    Ok(scope::my_jobs(conn, viewer)?.into_iter().map(|(job, _, rights)| (job.0, rights)).collect())
}

/// Applications of jobs on whose teams the viewer is, in the order given.
pub fn of_jobs(
    conn: &mut Conn,
    standings: &Standings,
    mine: &Mine,
    keys: Vec<ApplicationKey>,
) -> Result<Vec<Full>, Failure> {
    let mut asked: Vec<String> = keys.iter().map(|key| key.job_id.clone()).collect();
    asked.sort_unstable();
    asked.dedup();
    let titles = jobs::list(conn, &asked)?;
    let readable: Vec<String> = keys
        .iter()
        .filter(|key| standings.frozen_stage(&CandidateId(key.candidate_id.clone())).is_none())
        .map(|key| key.id.clone())
        .collect();
    let mut stored: HashMap<String, Application> =
        applications::list(conn, &readable)?.into_iter().map(|a| (a.id.clone(), a)).collect();
    let rights: HashMap<String, JobRights> =
        keys.iter().filter_map(|key| Some((key.id.clone(), *mine.get(&key.job_id)?))).collect();
    let mut open_loops = visible_loops(conn, standings, &rights, &readable)?;
    let rows = keys.into_iter().map(|key| {
        let candidate_id = CandidateId(key.candidate_id);
        let stored = stored.remove(&key.id);
        let frozen = standings.frozen.get(&candidate_id);
        let loops = open_loops.remove(&key.id).unwrap_or_default();
        let stage = match (frozen, &stored) {
            (Some(stage), _) => stage.clone(),
            (None, Some(application)) => application.stage.clone(),
            (None, None) => return Err(Failure::Internal("an application without its row".to_owned())),
        };
        let row = ApplicationRow {
            id: key.id.into(),
            candidate_id,
            job_title: titles.get(&key.job_id).map(|job| job.title.clone()).unwrap_or_default(),
            job_id: key.job_id.into(),
            name: key.name,
            stage,
            rejected: stored.as_ref().is_some_and(|a| a.rejection_reason.is_some()),
            loop_id: loops.first().cloned(),
            frozen: frozen.is_some(),
        };
        Ok(Full { row, stored, loops })
    });
    rows.collect()
}

/// A candidate's applications to the jobs on which the viewer acts for them, as a member of the team or as a cover; absent where there are
/// none. Asked only of viewers who are not open on the candidate.
pub fn of_candidate(
    conn: &mut Conn,
    viewer: &Viewer,
    standings: &Standings,
    candidate: &CandidateId,
) -> Result<Vec<Full>, Failure> {
    let (mut mine, mut keys) = (Mine::new(), Vec::new());
    for key in applications::list_keys_of(conn, candidate)? {
        let rights = scope::rights_on(conn, viewer, &JobId(key.job_id.clone()), candidate)?;
        if rights.team() {
            mine.insert(key.job_id.clone(), rights);
            keys.push(key);
        }
    }
    if keys.is_empty() {
        return Err(Failure::NotFound);
    }
    of_jobs(conn, standings, &mine, keys)
}

/// Loops by application that the viewer may open, newest first; `rights` are those on the job of each application.
fn visible_loops(
    conn: &mut Conn,
    standings: &Standings,
    rights: &HashMap<String, JobRights>,
    applications: &[String],
) -> Result<HashMap<String, Vec<LoopId>>, Failure> {
    let all: Vec<_> = loops::list_keys_of(conn, applications)?
        .into_iter()
        .map(|(id, application, candidate)| {
            let rights = rights.get(&application).copied().unwrap_or(JobRights::NONE);
            let access = loop_access(standings.slots(&CandidateId(candidate)), rights, &id);
            (id, application, access)
        })
        .collect();
    let waiting: Vec<String> = all
        .iter()
        .filter(|(_, _, access)| matches!(access, LoopAccess::AfterRelease(_)))
        .map(|(id, _, _)| id.as_str().to_owned())
        .collect();
    let released = releases::times(conn, &waiting)?;
    let mut visible: HashMap<String, Vec<LoopId>> = HashMap::new();
    for (id, application, access) in all {
        let may = match access {
            LoopAccess::Hidden => false,
            LoopAccess::AfterRelease(_) => released.contains_key(id.as_str()),
            LoopAccess::Team(_) => true,
        };
        if may {
            visible.entry(application).or_default().push(id);
        }
    }
    Ok(visible)
}

/// The row of one application, after an act on it.
pub fn one(
    conn: &mut Conn,
    viewer: &Viewer,
    key: ApplicationKey,
    rights: JobRights,
) -> Result<ApplicationRow, Failure> {
    let standings = Standings::load(conn, viewer)?;
    let mine = Mine::from([(key.job_id.clone(), rights)]);
    let mut rows = of_jobs(conn, &standings, &mine, vec![key])?;
    rows.pop().map(|full| full.row).ok_or(Failure::NotFound)
}
