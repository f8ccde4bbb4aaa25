//! `GET /jobs/{id}/board`.

use super::{
    TEAM,
    cards::{self, Around, PAGE},
};
use crate::{
    db::{
        Conn,
        boards::{self, BoardRow},
        jobs,
    },
    failure::Failure,
    http::{
        candidates::row::Standings,
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    JobId, Timestamp,
    board::{Board, Card, Column},
};
use std::collections::HashMap;

/// A board of at most so many cards comes whole.
const WHOLE: usize = 1_000;

/// The columns of a job with their cards.
pub struct ReadBoard;

impl Operation for ReadBoard {
    const ROUTE: Route = Route {
        id: "board.read",
        verb: Verb::Get,
        path: "/jobs/{id}/board",
        summary: "The board of a job; cards of candidates on whom the caller is blind are constant",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Board>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        let rights = scope::team(act.conn, act.viewer, &job)?;
        let standings = Standings::load(act.conn, act.viewer)?;
        let hidden = standings.frozen();
        let stored = jobs::find(act.conn, &job)?;
        let mut lanes = lanes(act.conn, &job, stored.stages()?, &hidden)?;
        for (stage, card) in cards::frozen(act.conn, &standings, &job, &hidden)? {
            let lane = lane(&mut lanes, &stage);
            lane.count = lane.count.saturating_add(1);
            lane.frozen.push(card);
        }
        let mut around = Around::load(act.conn, act.viewer, &standings, rights, &job, act.now)?;
        let columns = lanes.into_iter().map(|mut lane| {
            let more = cards::cut(act.app, act.viewer, &job, &lane.stage, &mut lane.rows);
            let mut cards = lane.frozen;
            cards.extend(lane.rows.into_iter().map(|row| around.card(row)));
            let (oldest, median) = (lane.oldest.map(Timestamp), lane.median.map(Timestamp));
            Column { stage: lane.stage, count: lane.count, oldest, median, cards, more }
        });
        let columns = columns.collect();
        let rejected = boards::count_rejected(act.conn, &job, &hidden)?;
        Ok(Json(Board { title: stored.title, columns, rejected: u64::try_from(rejected).unwrap_or(0) }))
    }
}

/// A column on the way.
#[derive(Default)]
struct Lane {
    stage: String,
    count: u64,
    oldest: Option<i64>,
    median: Option<i64>,
    frozen: Vec<Card>,
    rows: Vec<BoardRow>,
}

/// The column of a stage, added at the end where the job has it no longer.
fn lane<'a>(lanes: &'a mut Vec<Lane>, stage: &str) -> &'a mut Lane {
    let place = lanes.iter().position(|lane| lane.stage == stage).unwrap_or(lanes.len());
    if place == lanes.len() {
        lanes.push(Lane { stage: stage.to_owned(), ..Lane::default() });
    }
    #[expect(clippy::indexing_slicing, reason = "found or pushed just now")]
    &mut lanes[place]
}

/// Columns with the rows of everyone on whom the viewer is not open.
fn lanes(conn: &mut Conn, job: &JobId, stages: Vec<String>, hidden: &[String]) -> Result<Vec<Lane>, Failure> {
    let mut lanes: Vec<Lane> = stages.into_iter().map(|stage| Lane { stage, ..Lane::default() }).collect();
    let most = i64::try_from(WHOLE).unwrap_or(i64::MAX).saturating_add(1);
    let rows = boards::list(conn, job, hidden, most)?;
    if rows.len() > WHOLE {
        long_lanes(conn, job, hidden, &mut lanes)?;
        return Ok(lanes);
    }
    let mut by_stage: HashMap<String, Vec<BoardRow>> = HashMap::new();
    for row in rows {
        match by_stage.get_mut(&row.stage) {
            Some(known) => known.push(row),
            None => {
                by_stage.insert(row.stage.clone(), vec![row]);
            }
        }
    }
    let mut found: Vec<(String, Vec<BoardRow>)> = by_stage.into_iter().collect();
    found.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    for (stage, rows) in found {
        let lane = lane(&mut lanes, &stage);
        lane.count = u64::try_from(rows.len()).unwrap_or(0);
        lane.oldest = rows.first().map(|row| row.stage_since);
        lane.median = rows.get(rows.len() / 2).map(|row| row.stage_since);
        lane.rows = rows;
    }
    Ok(lanes)
}

/// The same for a board that is too long to come whole: counts, and the first page of each column.
fn long_lanes(conn: &mut Conn, job: &JobId, hidden: &[String], lanes: &mut Vec<Lane>) -> Result<(), Failure> {
    let most = i64::try_from(PAGE).unwrap_or(i64::MAX).saturating_add(1);
    let mut counts = boards::count(conn, job, hidden)?;
    counts.sort_unstable();
    for (stage, count, oldest) in counts {
        let rows = boards::list_column(conn, job, &stage, hidden, (i64::MIN, ""), most)?;
        let median = boards::since_at(conn, job, &stage, hidden, count / 2)?;
        let lane = lane(lanes, &stage);
        lane.count = u64::try_from(count).unwrap_or(0);
        (lane.oldest, lane.median, lane.rows) = (oldest, median, rows);
    }
    Ok(())
}
