//! Something that a colleague asks of the reader, with a yes and a no: to take over an interview, or to exchange two.

use crate::{
    api,
    components::{
        button::{Button, Look},
        notice::FailureNote,
        time::When,
    },
    hooks::use_mutation,
    state::toasts::use_say,
};
use evenhand_shared::{
    RequestId, Timestamp,
    acts::{AskedOfMe, ExchangeOfMe},
    scorecards::MyInterview,
};
use yew::prelude::*;

/// What a yes brings about.
#[derive(Clone, Copy, PartialEq)]
enum Deed {
    TakeOver,
    Exchange,
}

impl Deed {
    /// The words of yes and no.
    const fn verbs(self) -> (&'static str, &'static str) {
        match self {
            Self::TakeOver => ("Take over", "No, I cannot"),
            Self::Exchange => ("Exchange", "Keep mine"),
        }
    }

    /// The same for those who hear one button alone.
    fn labels(self, what: &str) -> (String, String) {
        match self {
            Self::TakeOver => (format!("Take over {what}"), format!("No, I cannot take over {what}")),
            Self::Exchange => (format!("Exchange: {what}"), format!("Keep mine: {what}")),
        }
    }

    /// What is said after the answer.
    const fn done(self, yes: bool) -> &'static str {
        match (self, yes) {
            (Self::TakeOver, true) => {
                "The interview is yours now: kit and scorecard stand under My interviews."
            }
            (Self::TakeOver, false) => "Your colleague is told that you cannot.",
            (Self::Exchange, true) => "The interviews are exchanged.",
            (Self::Exchange, false) => "You keep your interview.",
        }
    }
}

#[derive(Properties, PartialEq)]
struct OfferProps {
    id: RequestId,
    deed: Deed,
    said: String,
    what: String,
    minutes: i64,
    starts_at: Option<Timestamp>,
    /// When the interview begins that the reader would give for it.
    yours: Option<Timestamp>,
    changed: Callback<()>,
}

#[component]
fn Offer(props: &OfferProps) -> Html {
    let say = use_say();
    let answer = {
        let (deed, changed) = (props.deed, props.changed.clone());
        use_mutation(
            move |(id, yes): (RequestId, bool)| async move {
                match deed {
                    Deed::TakeOver => api::acts::answer(&id, yes).await?,
                    Deed::Exchange => api::acts::answer_exchange(&id, yes).await?,
                }
                Ok(yes)
            },
            move |yes| {
                say.done(deed.done(yes));
                changed.emit(());
            },
        )
    };
    let say_so = |yes: bool| {
        let id = props.id.clone();
        answer.run.reform(move |_: MouseEvent| (id.clone(), yes))
    };
    let (yes, no) = props.deed.verbs();
    let (yes_label, no_label) = props.deed.labels(&props.what);
    html! {
        <li>
            <div>
                <span class="matter-what">{&props.said}</span>
                <span class="cell-sub">
                    {format!("{} min · ", props.minutes)}
                    if let Some(at) = props.starts_at { <When {at} /> } else { {"no time yet"} }
                    if let Some(at) = props.yours { {" · yours "}<When {at} /> }
                </span>
            </div>
            <div class="actions">
                <Button look={Look::Primary} pending={answer.pending} label={yes_label} onclick={say_so(true)}>{yes}</Button>
                <Button pending={answer.pending} label={no_label} onclick={say_so(false)}>{no}</Button>
            </div>
            <FailureNote failure={answer.failure.clone()} />
        </li>
    }
}

/// Interviews that colleagues would like the reader to take over; `changed` is told after an answer.
pub fn asked_rows(rows: &[AskedOfMe], changed: &Callback<()>) -> Html {
    let row = |row: &AskedOfMe| {
        let what = format!("{} with {}", row.kit_name, row.candidate_name);
        let said = format!("{} asks you to take over {what}", row.from);
        html! {
            <Offer key={row.id.as_str()} id={row.id.clone()} deed={Deed::TakeOver} {said} {what} minutes={row.minutes}
                starts_at={row.starts_at} yours={None::<Timestamp>} changed={changed.clone()} />
        }
    };
    html! { <ul class="matters">{for rows.iter().map(row)}</ul> }
}

/// Interviews of the same loop that the reader could have for one of their own. Who asks is not told.
pub fn exchange_rows(rows: &[ExchangeOfMe], mine: &[MyInterview], changed: &Callback<()>) -> Html {
    let row = |row: &ExchangeOfMe| {
        let gives = mine.iter().find(|interview| interview.id == row.gives);
        let what = match gives {
            Some(gives) => {
                format!("{} with {} for your {}", row.kit_name, gives.candidate_name, gives.kit_name)
            }
            None => row.kit_name.clone(),
        };
        let said = format!("Somebody on the panel offers {what}");
        html! {
            <Offer key={row.id.as_str()} id={row.id.clone()} deed={Deed::Exchange} {said} {what} minutes={row.minutes}
                starts_at={row.starts_at} yours={gives.and_then(|gives| gives.starts_at)} changed={changed.clone()} />
        }
    };
    html! { <ul class="matters">{for rows.iter().map(row)}</ul> }
}
