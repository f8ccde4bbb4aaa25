//! Cards as their viewer may see them.

use crate::{
    app::App,
    db::{
        Conn, applications,
        boards::{self, BoardRow},
        stage_moves,
    },
    failure::Failure,
    http::{candidates::row::Standings, cursor},
};
use evenhand_policy::{JobRights, LoopAccess, Viewer, loop_access};
use evenhand_shared::{
    CandidateId, JobId, LoopId, Timestamp,
    board::{Card, Contest, Next},
    time::MINUTE,
};
use std::collections::HashMap;

/// Most cards of a column that come at once where not all do.
pub const PAGE: usize = 200;

/// How long a move that came too late is told of.
const CONTEST: i64 = 5 * MINUTE;

/// What stands around the rows of a job: loops and late moves.
pub struct Around {
    loops: HashMap<String, (Next, Option<LoopId>)>,
    contests: HashMap<String, (String, String, i64)>,
}

impl Around {
    /// Loads it for those on whom the viewer is not open.
    pub fn load(
        conn: &mut Conn,
        viewer: &Viewer,
        standings: &Standings,
        rights: JobRights,
        job: &JobId,
        now: Timestamp,
    ) -> Result<Self, Failure> {
        let hidden = standings.frozen();
        let mut loops = HashMap::new();
        for each in boards::list_loops(conn, job, &hidden)? {
            let access = loop_access(standings.slots(&each.candidate), rights, &each.id);
            let seen = match (access, each.released) {
                (LoopAccess::Hidden, _) => continue,
                (LoopAccess::AfterRelease(_), false) => (Next::Interviews, None),
                (LoopAccess::Team(_), false) => (Next::Interviews, Some(each.id)),
                (LoopAccess::AfterRelease(_) | LoopAccess::Team(_), true) => (Next::Packet, Some(each.id)),
            };
            // Oldest first: the newest stays.
            loops.insert(each.application, seen);
        }
        Ok(Self { loops, contests: stage_moves::contests(conn, job, viewer.id(), now.plus(-CONTEST))? })
    }

    /// The card of a row.
    pub fn card(&mut self, row: BoardRow) -> Card {
        let (next, loop_id) = self.loops.remove(&row.id).unwrap_or((Next::StartLoop, None));
        let contest =
            self.contests.remove(&row.id).map(|(by, stage, at)| Contest { by, stage, at: Timestamp(at) });
        Card {
            id: row.id.into(),
            candidate_id: row.candidate_id.into(),
            name: row.name,
            since: Some(Timestamp(row.stage_since)),
            version: row.version,
            next,
            loop_id,
            contest,
        }
    }
}

/// The constant cards of those on whom the viewer is open, with their frozen stages.
pub fn frozen(
    conn: &mut Conn,
    standings: &Standings,
    job: &JobId,
    hidden: &[String],
) -> Result<Vec<(String, Card)>, Failure> {
    if hidden.is_empty() {
        return Ok(Vec::new());
    }
    let keys = applications::list_keys_of_candidates(conn, &[job.as_str().to_owned()], hidden)?;
    let cards = keys.into_iter().filter_map(|key| {
        let candidate_id = CandidateId(key.candidate_id);
        let stage = standings.frozen_stage(&candidate_id)?.to_owned();
        let card = Card {
            id: key.id.into(),
            candidate_id,
            name: key.name,
            since: None,
            version: 0,
            next: Next::OwnScorecard,
            loop_id: None,
            contest: None,
        };
        Some((stage, card))
    });
    Ok(cards.collect())
}

/// Cuts a column to one page; answers where the rest begins.
pub fn cut(app: &App, viewer: &Viewer, job: &JobId, stage: &str, rows: &mut Vec<BoardRow>) -> Option<String> {
    if rows.len() <= PAGE {
        return None;
    }
    rows.truncate(PAGE);
    rows.last().map(|row| {
        cursor::hand_out(
            &app.secrets.cursors,
            viewer,
            &list(job, stage),
            &format!("{} {}", row.stage_since, row.id),
        )
    })
}

/// The name of a column for its places.
pub fn list(job: &JobId, stage: &str) -> String {
    format!("board {job} {stage}")
}
