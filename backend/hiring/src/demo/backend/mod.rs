//! Loops of the backend engineer's job.

mod disagreement;
mod in_progress;
mod released;
mod running;

use super::DemoLoop;

pub(super) fn loops() -> Vec<DemoLoop> {
    vec![
        disagreement::noor(),
        released::kofi(),
        running::elena(),
        running::jonas(),
        in_progress::priya(),
        running::liam(),
    ]
}
