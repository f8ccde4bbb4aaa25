//! Interviews of the same loop that the reader could have for one of their own. Who asks is not told.

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
use evenhand_shared::{RequestId, acts::ExchangeOfMe, scorecards::MyInterview};
use yew::prelude::*;

/// Properties of [`ExchangeRows`].
#[derive(Properties, PartialEq)]
pub struct ExchangeRowsProps {
    /// What is offered.
    pub rows: Vec<ExchangeOfMe>,
    /// The reader's own interviews.
    pub mine: Vec<MyInterview>,
    /// Told after an answer.
    pub changed: Callback<()>,
}

/// The list.
#[component]
pub fn ExchangeRows(props: &ExchangeRowsProps) -> Html {
    html! {
        <ul class="matters">
            {for props.rows.iter().map(|row| {
                let gives = props.mine.iter().find(|interview| interview.id == row.gives).cloned();
                html! { <ExchangeRow key={row.id.as_str()} row={row.clone()} {gives} changed={props.changed.clone()} /> }
            })}
        </ul>
    }
}

#[derive(Properties, PartialEq)]
struct ExchangeRowProps {
    row: ExchangeOfMe,
    gives: Option<MyInterview>,
    changed: Callback<()>,
}

#[component]
fn ExchangeRow(props: &ExchangeRowProps) -> Html {
    let row = &props.row;
    let say = use_say();
    let answer = {
        let changed = props.changed.clone();
        use_mutation(
            |(id, yes): (RequestId, bool)| async move {
                api::acts::answer_exchange(&id, yes).await?;
                Ok(yes)
            },
            move |yes| {
                say.done(if yes { "The interviews are exchanged." } else { "You keep your interview." });
                changed.emit(());
            },
        )
    };
    let say_so = |yes: bool| {
        let id = row.id.clone();
        answer.run.reform(move |_: MouseEvent| (id.clone(), yes))
    };
    let what = match &props.gives {
        Some(gives) => format!("{} with {} for your {}", row.kit_name, gives.candidate_name, gives.kit_name),
        None => row.kit_name.clone(),
    };
    html! {
        <li>
            <div>
                <span class="matter-what">{format!("Somebody on the panel offers {what}")}</span>
                <span class="cell-sub">
                    {format!("{} min · ", row.minutes)}
                    if let Some(at) = row.starts_at { <When {at} /> } else { {"no time yet"} }
                    if let Some(at) = props.gives.as_ref().and_then(|gives| gives.starts_at) { {" · yours "}<When {at} /> }
                </span>
            </div>
            <div class="actions">
                <Button look={Look::Primary} pending={answer.pending} label={format!("Exchange: {what}")} onclick={say_so(true)}>{"Exchange"}</Button>
                <Button pending={answer.pending} label={format!("Keep mine: {what}")} onclick={say_so(false)}>{"Keep mine"}</Button>
            </div>
            <FailureNote failure={answer.failure.clone()} />
        </li>
    }
}
