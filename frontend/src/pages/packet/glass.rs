//! What stands over a packet that was opened through broken glass, for as long as it is open.

use crate::components::time::{exact, now};
use evenhand_shared::{Timestamp, time::MINUTE};
use gloo_timers::callback::Interval;
use yew::prelude::*;

/// Milliseconds between two looks at the clock.
const TICK: u32 = 10_000;

/// Properties of [`Glass`].
#[derive(Properties, PartialEq)]
pub struct GlassProps {
    /// When the hour is over.
    pub until: Timestamp,
    /// Told when it is.
    pub onover: Callback<()>,
}

/// Minutes that are left, begun ones counted.
fn left(until: Timestamp) -> i64 {
    until.since(now()).saturating_add(MINUTE - 1).div_euclid(MINUTE)
}

/// The banner.
#[component]
pub fn Glass(props: &GlassProps) -> Html {
    let until = props.until;
    let minutes = use_state(|| left(until));
    use_effect_with(until, {
        let (minutes, onover) = (minutes.setter(), props.onover.clone());
        move |_| {
            let interval = Interval::new(TICK, move || {
                let left = left(until);
                minutes.set(left);
                if left <= 0 {
                    onover.emit(());
                }
            });
            move || drop(interval)
        }
    });
    html! {
        <div class="glass" role="note" title={exact(until)}>
            <strong>{format!("Opened through broken glass. {} min left.", (*minutes).max(0))}</strong>
            {" The loop is still sealed for everybody else. That you read this is written down."}
        </div>
    }
}
