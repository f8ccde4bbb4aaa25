//! A quiet timer: it says how long you have been talking, and nothing else.

use crate::components::{
    button::{Button, Look},
    time::now,
};
use evenhand_shared::{AssignmentId, Timestamp, time::MINUTE};
use gloo_timers::callback::Interval;
use web_sys::Storage;
use yew::prelude::*;

/// Milliseconds between two looks at the clock.
const TICK: u32 = 10_000;

/// Properties of [`Clock`].
#[derive(Properties, PartialEq)]
pub struct ClockProps {
    /// The card; the timer outlives a reload of its page.
    pub card: AssignmentId,
    /// Planned minutes.
    pub minutes: i64,
    /// Hears the minute of the conversation.
    pub onminute: Callback<Option<i64>>,
}

/// The timer.
#[component]
pub fn Clock(props: &ClockProps) -> Html {
    let name = format!("evenhand.clock.{}", props.card);
    let started = use_state(|| read(&name));
    let minute = use_state(|| None::<i64>);
    use_effect_with(*started, {
        let (minute, onminute) = (minute.setter(), props.onminute.clone());
        move |started| {
            let started = *started;
            let look = move || {
                let passed = started.map(|at| now().since(at).max(0).div_euclid(MINUTE));
                minute.set(passed);
                onminute.emit(passed);
            };
            look();
            let interval = started.map(|_| Interval::new(TICK, look));
            move || drop(interval)
        }
    });
    let set = |to: Option<Timestamp>| {
        let (started, name) = (started.setter(), name.clone());
        Callback::from(move |_: MouseEvent| {
            let to = to.map(|_| now());
            write(&name, to);
            started.set(to);
        })
    };
    html! {
        <div class="clock">
            if let Some(minute) = *minute {
                <span>{format!("{minute} of {} min", props.minutes)}</span>
                if minute > props.minutes { <span class="faint">{"over the planned time"}</span> }
                <Button look={Look::Quiet} onclick={set(None)}>{"Stop the timer"}</Button>
            } else {
                <span class="faint">{format!("{} min planned", props.minutes)}</span>
                <Button look={Look::Quiet} onclick={set(Some(Timestamp(0)))}>{"Start the timer"}</Button>
            }
        </div>
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

fn read(name: &str) -> Option<Timestamp> {
    storage()?.get_item(name).ok()?.and_then(|text| Timestamp::parse(&text))
}

fn write(name: &str, at: Option<Timestamp>) {
    let Some(storage) = storage() else { return };
    // Without storage the timer only forgets its start on a reload.
    let _ = match at {
        Some(at) => storage.set_item(name, &at.to_rfc3339()),
        None => storage.remove_item(name),
    };
}
