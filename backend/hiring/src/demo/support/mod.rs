//! Loops of the customer support lead's job.

mod added;
mod broken_off;
mod late;
mod offer;
mod withdrawn;

use super::DemoLoop;

pub(super) fn loops() -> Vec<DemoLoop> {
    vec![offer::hana(), late::ibrahim(), broken_off::farah(), withdrawn::gustavo(), added::jasmin()]
}
