//! How saving stands, in words.

use super::time::now;
use crate::hooks::autosave::Standing;
use evenhand_shared::{
    Timestamp,
    time::{MINUTE, SECOND},
};
use gloo_timers::callback::Interval;
use yew::prelude::*;

/// Milliseconds between two looks at the clock.
const TICK: u32 = 5_000;

/// Properties of [`Saving`].
#[derive(Properties, PartialEq)]
pub struct SavingProps {
    /// How it stands.
    pub standing: Standing,
}

/// The words. Those who hear the page are told only when something is wrong and when it is well again.
#[component]
pub fn Saving(props: &SavingProps) -> Html {
    let tick = use_state(|| 0_u32);
    use_effect_with((), {
        let tick = tick.setter();
        move |()| {
            let mut count = 0_u32;
            let interval = Interval::new(TICK, move || {
                count = count.wrapping_add(1);
                tick.set(count);
            });
            move || drop(interval)
        }
    });
    let trouble = use_mut_ref(|| false);
    let (class, words) = match &props.standing {
        Standing::Saved(None) => ("saving", "Saved as you write".to_owned()),
        Standing::Saved(Some(at)) => ("saving", format!("Saved {}", ago(*at, now()))),
        Standing::NotYet => ("saving", "Not saved yet".to_owned()),
        Standing::Saving => ("saving", "Saving…".to_owned()),
        Standing::Offline(true) => ("saving warn", "Offline: kept here".to_owned()),
        Standing::Offline(false) => ("saving warn", "Offline: keep this window open".to_owned()),
        Standing::Refused(why) => ("saving warn", format!("Not saved. {why}")),
    };
    let told = match &props.standing {
        Standing::Offline(_) | Standing::Refused(_) => {
            *trouble.borrow_mut() = true;
            Some(words.clone())
        }
        Standing::Saved(_) if *trouble.borrow() => Some("Everything is saved again".to_owned()),
        _ => None,
    };
    html! {
        <>
            <span {class} aria-hidden={told.is_some().then_some("true")}>{words}</span>
            <span class="visually-hidden" aria-live="polite">{told}</span>
        </>
    }
}

fn ago(at: Timestamp, now: Timestamp) -> String {
    let passed = now.since(at).max(0);
    let (seconds, minutes) = (passed.div_euclid(SECOND), passed.div_euclid(MINUTE));
    match (seconds, minutes) {
        (0..=2, _) => "just now".to_owned(),
        (_, 0) => format!("{seconds} s ago"),
        (_, minutes) => format!("{minutes} min ago"),
    }
}
