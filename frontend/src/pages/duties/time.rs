//! Asking for more time for the scorecard.

use crate::{
    api,
    components::{
        button::Button,
        field::TextField,
        notice::FailureNote,
        time::{When, from_local, now, readable, to_local, zone},
    },
    hooks::{into, on_submit, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{
    AssignmentId, Timestamp,
    acts::OwnRequest,
    scorecards::MyInterview,
    time::{DAY, HOUR},
};
use yew::prelude::*;

/// Most days that can be asked for.
const MOST: i64 = 14;

/// Properties of [`MoreTime`].
#[derive(Properties, PartialEq)]
pub struct MoreTimeProps {
    /// The interview.
    pub interview: MyInterview,
    /// What waits for the team's answer.
    pub waiting: Option<OwnRequest>,
    /// Told after it was asked.
    pub changed: Callback<()>,
}

/// A day after it is due, or a day from now where that has passed, on the full hour.
fn proposal(due: Option<Timestamp>, now: Timestamp) -> Timestamp {
    let from = due.map_or(now, |due| due.max(now));
    let wanted = from.plus(DAY).min(now.plus(MOST.saturating_mul(DAY)));
    Timestamp(wanted.0.div_euclid(HOUR).saturating_mul(HOUR))
}

/// The form.
#[component]
pub fn MoreTime(props: &MoreTimeProps) -> Html {
    let say = use_say();
    let due = props.interview.due_at;
    let at = use_state(|| to_local(proposal(due, now())));
    let missing = use_state(|| false);
    let ask = {
        let (id, changed) = (props.interview.id.clone(), props.changed.clone());
        use_mutation(
            move |until: Timestamp| {
                let id: AssignmentId = id.clone();
                async move { api::acts::more_time(&id, until).await }
            },
            move |()| {
                say.done("You asked for more time. The hiring team answers.");
                changed.emit(());
            },
        )
    };
    let onsubmit = {
        let (at, missing, run) = (at.clone(), missing.setter(), ask.run.clone());
        on_submit(move || {
            let until = from_local(&at);
            missing.set(until.is_none());
            if let Some(until) = until {
                run.emit(until);
            }
        })
    };
    let error = missing
        .then(|| "Choose a day and a time.".to_owned())
        .filter(|_| from_local(&at).is_none())
        .or_else(|| ask.at("/until"));
    html! {
        <section class="option" aria-labelledby="time">
            <div>
                <h2 id="time">{"Do you need more time?"}</h2>
                <p class="muted">
                    if let Some(due) = due { {"Your scorecard is due "}<When at={due} />{". "} } else { {"Your scorecard is due 24 hours after the interview. "} }
                    {"Write down at least a few lines on the day itself: memory fades. The hiring team says yes or no; until then the old time holds."}
                </p>
            </div>
            <form class="stack" novalidate={true} {onsubmit}>
                if let Some(until) = props.waiting.as_ref().and_then(|waiting| waiting.until) {
                    <p class="note">{format!("You have asked for time until {}. Asking again takes its place.", readable(until))}</p>
                }
                <TextField label="When it will be in" kind="datetime-local" hint={format!("Within 14 days. In your zone, {}.", zone())}
                    value={(*at).clone()} oninput={into(&at)} error={error.map(AttrValue::from)} required={true} />
                <FailureNote failure={ask.failure.clone()} shown="/until" />
                <div class="actions"><Button submit={true} pending={ask.pending}>{"Ask for more time"}</Button></div>
            </form>
        </section>
    }
}
