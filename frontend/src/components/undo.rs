//! A bar with seconds to take something back.

use super::{button::Button, time::now};
use evenhand_shared::{Timestamp, time::SECOND};
use gloo_timers::callback::Interval;
use yew::prelude::*;

/// Milliseconds between two looks at the clock.
const TICK: u32 = 200;

/// Properties of [`UndoBar`].
#[derive(Properties, PartialEq)]
pub struct UndoBarProps {
    /// What was done.
    pub words: AttrValue,
    /// Until when it can be undone, by the browser's clock.
    pub until: Timestamp,
    /// The undo is under way.
    pub pending: bool,
    /// Takes it back.
    pub onundo: Callback<()>,
    /// Told once when the time has passed.
    pub onover: Callback<()>,
}

/// The bar. It is announced once; the seconds are for the eye alone.
#[component]
pub fn UndoBar(props: &UndoBarProps) -> Html {
    let left = use_state(|| seconds_until(props.until));
    use_effect_with(props.until, {
        let (left, onover) = (left.setter(), props.onover.clone());
        move |until| {
            let until = *until;
            let mut over = false;
            let interval = Interval::new(TICK, move || {
                let now = seconds_until(until);
                left.set(now);
                if now == 0 && !std::mem::replace(&mut over, true) {
                    onover.emit(());
                }
            });
            move || drop(interval)
        }
    });
    let open = *left > 0;
    html! {
        <div class="undo">
            <p role="status">{&props.words}</p>
            if open {
                <Button pending={props.pending} onclick={props.onundo.reform(|_| ())}>
                    {"Undo"}<kbd aria-hidden="true">{"u"}</kbd>
                </Button>
                <span class="undo-left" aria-hidden="true">{format!("{} s", *left)}</span>
            }
        </div>
    }
}

fn seconds_until(until: Timestamp) -> i64 {
    until.since(now()).max(0).saturating_add(SECOND.saturating_sub(1)).div_euclid(SECOND)
}
