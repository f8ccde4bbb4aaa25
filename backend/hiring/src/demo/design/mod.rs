//! Loops of the product designer's job.

mod changes;
mod early;
mod own_submitted;
mod rounds;
mod waiting;

use super::DemoLoop;

pub(super) fn loops() -> Vec<DemoLoop> {
    vec![
        rounds::esi_first(),
        waiting::bruno(),
        early::chidi(),
        own_submitted::dana(),
        rounds::esi_second(),
        changes::ayumi(),
    ]
}
