//! Asking a colleague to take over.

use crate::{
    api,
    components::{
        button::{Button, Look},
        field::{ChoiceField, TextField},
        notice::FailureNote,
        time::now,
        view::view,
    },
    hooks::{into, on_submit, use_mutation, use_query},
    state::toasts::use_say,
};
use evenhand_shared::{
    AssignmentId, PersonId,
    acts::{Colleague, OwnRequest},
    scorecards::MyInterview,
};
use yew::prelude::*;

/// From this many on, colleagues are searched by name.
const MANY: usize = 8;

/// Properties of [`Swap`].
#[derive(Properties, PartialEq)]
pub struct SwapProps {
    /// The interview.
    pub interview: MyInterview,
    /// What waits for a colleague's answer.
    pub waiting: Option<OwnRequest>,
    /// An exchange that waits.
    pub exchange: Option<OwnRequest>,
    /// Told after somebody was asked.
    pub changed: Callback<()>,
}

/// How a colleague helps.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    TakeOver,
    Exchange,
}

/// The form.
#[component]
pub fn Swap(props: &SwapProps) -> Html {
    let say = use_say();
    let chosen = use_state(|| None::<Colleague>);
    let way = use_state(|| Way::TakeOver);
    let missing = use_state(|| false);
    let typed = use_state(String::new);
    let colleagues = use_query((), |()| async { api::acts::colleagues().await });
    let ask = {
        let (id, changed, chosen) = (props.interview.id.clone(), props.changed.clone(), chosen.clone());
        let name = chosen.as_ref().map(|colleague| colleague.name.clone()).unwrap_or_default();
        let way = *way;
        use_mutation(
            move |person: PersonId| {
                let id: AssignmentId = id.clone();
                async move {
                    match way {
                        Way::TakeOver => api::acts::swap(&id, person).await,
                        Way::Exchange => api::acts::exchange(&id, person).await,
                    }
                }
            },
            move |()| {
                say.done(format!("{name} is asked. Until they say yes, the interview stays yours."));
                chosen.set(None);
                changed.emit(());
            },
        )
    };
    let end = {
        let changed = props.changed.clone();
        use_mutation(
            |id: AssignmentId| async move { api::acts::end_exchange(&id).await },
            move |()| changed.emit(()),
        )
    };
    let take_back = {
        let id = props.interview.id.clone();
        end.run.reform(move |_: MouseEvent| id.clone())
    };
    // What has begun cannot be exchanged any more.
    let to_come = props.interview.starts_at.is_none_or(|at| at > now());
    let ways = [
        ("over", "They take it over"),
        ("exchange", "We exchange: they give me one of theirs with the same candidate"),
    ];
    let onway = {
        let way = way.setter();
        Callback::from(move |key: AttrValue| {
            way.set(if key == "exchange" { Way::Exchange } else { Way::TakeOver })
        })
    };
    let onsubmit = {
        let (chosen, missing, run) = (chosen.clone(), missing.setter(), ask.run.clone());
        on_submit(move || {
            missing.set(chosen.is_none());
            if let Some(colleague) = &*chosen {
                run.emit(colleague.id.clone());
            }
        })
    };
    let error = missing
        .then(|| "Choose a colleague.".to_owned())
        .filter(|_| chosen.is_none())
        .or_else(|| ask.at("/person_id"));
    html! {
        <section class="option" aria-labelledby="swap">
            <div>
                <h2 id="swap">{"Can a colleague take over?"}</h2>
                <p class="muted">{"They see who the candidate is, which interview and when, and say yes or no. When they say yes it is theirs at once, and the hiring team is told."}</p>
            </div>
            <form class="stack" novalidate={true} {onsubmit}>
                if let Some(waiting) = &props.waiting {
                    <p class="note">{format!("You have asked {}. Asking somebody else takes that back.", waiting.colleague.as_deref().unwrap_or("a colleague"))}</p>
                }
                if let Some(exchange) = &props.exchange {
                    <div class="note row">
                        <span>{format!("You would exchange with {}.", exchange.colleague.as_deref().unwrap_or("a colleague"))}</span>
                        <Button look={Look::Quiet} pending={end.pending} onclick={take_back}>{"Take it back"}</Button>
                    </div>
                }
                <FailureNote failure={end.failure.clone()} />
                if to_come {
                    <ChoiceField legend="How" value={if *way == Way::Exchange { "exchange" } else { "over" }} onchange={onway}
                        options={ways.map(|(key, words)| (AttrValue::from(key), AttrValue::from(words))).to_vec()} />
                    if *way == Way::Exchange {
                        <p class="hint">{"You are not told who else is on the panel: whoever is not on it is not asked, and a no is not told. When they say yes, you get their interview and they get yours."}</p>
                    }
                }
                {view(&colleagues, |all: &Vec<Colleague>| choice(all, &typed, &chosen, error.clone()))}
                <FailureNote failure={ask.failure.clone()} shown="/person_id" />
                <div class="actions">
                    <Button submit={true} look={Look::Primary} pending={ask.pending}>
                        {chosen.as_ref().map_or_else(|| "Ask a colleague".to_owned(), |colleague| format!("Ask {}", colleague.name))}
                    </Button>
                </div>
            </form>
        </section>
    }
}

fn choice(
    all: &[Colleague],
    typed: &UseStateHandle<String>,
    chosen: &UseStateHandle<Option<Colleague>>,
    error: Option<String>,
) -> Html {
    if all.is_empty() {
        return html! { <p class="muted">{"Nobody else holds interviews here yet."}</p> };
    }
    let wanted = typed.to_lowercase();
    let fits: Vec<&Colleague> = all
        .iter()
        .filter(|colleague| {
            let name = colleague.name.to_lowercase();
            wanted.split_whitespace().all(|word| name.contains(word))
        })
        .collect();
    let more = fits.len().saturating_sub(MANY);
    let options: Vec<(AttrValue, AttrValue)> = fits
        .iter()
        .take(MANY)
        .map(|colleague| (colleague.id.0.clone().into(), colleague.name.clone().into()))
        .collect();
    let value = chosen.as_ref().map(|colleague| colleague.id.0.clone()).unwrap_or_default();
    let onchange = {
        let (all, chosen) = (all.to_vec(), chosen.setter());
        Callback::from(move |id: AttrValue| {
            chosen.set(all.iter().find(|colleague| colleague.id.as_str() == id.as_str()).cloned());
        })
    };
    html! {
        <>
            if all.len() > MANY {
                <TextField label="Find a colleague by name" value={(**typed).clone()} oninput={into(typed)} />
            }
            if options.is_empty() {
                <p class="muted" role="status">{"No colleague has this in their name."}</p>
            } else {
                <ChoiceField legend="Who" {value} {onchange} {options} error={error.map(AttrValue::from)} />
            }
            if more > 0 { <p class="hint" role="status">{format!("And {more} more: type a part of the name.")}</p> }
        </>
    }
}
