//! `POST /jobs/{id}/board/undo`.

use super::{TEAM, moves};
use crate::{
    db::jobs,
    failure::Failure,
    http::{
        operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    JobId,
    board::{self, Moved},
};

/// Takes the last move of each application back, when nothing has happened to it since.
pub struct UndoMoves;

impl Operation for UndoMoves {
    const ROUTE: Route = Route {
        id: "board.undo",
        verb: Verb::Post,
        path: "/jobs/{id}/board/undo",
        summary: "Takes the last move of one or several applications back and says what became of each",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: 4 * SMALL,
        status: 200,
    };
    type Body = board::UndoMoves;
    type Answer = Json<Moved>;

    fn run(act: &mut Act<'_, board::UndoMoves>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        scope::team(act.conn, act.viewer, &job)?;
        let stages = jobs::find(act.conn, &job)?.stages()?;
        let cards = act.body.cards.clone();
        moves::undo(act, &job, &stages, &cards)
    }
}
