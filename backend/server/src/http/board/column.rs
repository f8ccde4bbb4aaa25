//! `GET /jobs/{id}/board/cards`.

use super::{
    TEAM,
    cards::{self, Around, PAGE},
};
use crate::{
    db::boards,
    failure::Failure,
    http::{
        candidates::row::Standings,
        cursor,
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{Code, JobId, board::Cards};

/// Further cards of a long column.
pub struct ReadCards;

impl Operation for ReadCards {
    const ROUTE: Route = Route {
        id: "board.cards",
        verb: Verb::Get,
        path: "/jobs/{id}/board/cards",
        summary: "Further cards of a long column of a job's board",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &["stage", "after"],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Cards>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        let rights = scope::team(act.conn, act.viewer, &job)?;
        let (Some(stage), Some(after)) = (act.parameter("stage"), act.parameter("after")) else {
            return Err(Failure::refused(
                Code::BadRequest,
                "Name the column with `stage` and where to go on with `after`.",
            ));
        };
        let place =
            cursor::take_back(&act.app.secrets.cursors, act.viewer, &cards::list(&job, stage), after)?;
        let stage = stage.to_owned();
        let (since, id) = place
            .split_once(' ')
            .and_then(|(since, id)| Some((since.parse::<i64>().ok()?, id)))
            .ok_or_else(|| Failure::Internal("a place that was handed out cannot be read".to_owned()))?;
        let standings = Standings::load(act.conn, act.viewer)?;
        let hidden = standings.frozen();
        let most = i64::try_from(PAGE).unwrap_or(i64::MAX).saturating_add(1);
        let mut rows = boards::list_column(act.conn, &job, &stage, &hidden, (since, id), most)?;
        let more = cards::cut(act.app, act.viewer, &job, &stage, &mut rows);
        let mut around = Around::load(act.conn, act.viewer, &standings, rights, &job, act.now)?;
        Ok(Json(Cards { cards: rows.into_iter().map(|row| around.card(row)).collect(), more }))
    }
}
