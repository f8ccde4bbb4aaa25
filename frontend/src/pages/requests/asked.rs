//! Interviews that colleagues would like the reader to take over, with a yes and a no.

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
use evenhand_shared::{RequestId, acts::AskedOfMe};
use yew::prelude::*;

/// Properties of [`AskedRows`].
#[derive(Properties, PartialEq)]
pub struct AskedRowsProps {
    /// What is asked.
    pub rows: Vec<AskedOfMe>,
    /// Told after an answer.
    pub changed: Callback<()>,
}

/// The list.
#[component]
pub fn AskedRows(props: &AskedRowsProps) -> Html {
    html! {
        <ul class="matters">
            {for props.rows.iter().map(|row| html! { <AskedRow key={row.id.as_str()} row={row.clone()} changed={props.changed.clone()} /> })}
        </ul>
    }
}

#[derive(Properties, PartialEq)]
struct AskedRowProps {
    row: AskedOfMe,
    changed: Callback<()>,
}

#[component]
fn AskedRow(props: &AskedRowProps) -> Html {
    let row = &props.row;
    let say = use_say();
    let answer = {
        let changed = props.changed.clone();
        use_mutation(
            |(id, yes): (RequestId, bool)| async move {
                api::acts::answer(&id, yes).await?;
                Ok(yes)
            },
            move |yes| {
                say.done(if yes {
                    "The interview is yours now: kit and scorecard stand under My interviews."
                } else {
                    "Your colleague is told that you cannot."
                });
                changed.emit(());
            },
        )
    };
    let say_so = |yes: bool| {
        let id = row.id.clone();
        answer.run.reform(move |_: MouseEvent| (id.clone(), yes))
    };
    let what = format!("{} with {}", row.kit_name, row.candidate_name);
    html! {
        <li>
            <div>
                <span class="matter-what">{format!("{} asks you to take over {what}", row.from)}</span>
                <span class="cell-sub">
                    {format!("{} min · ", row.minutes)}
                    if let Some(at) = row.starts_at { <When {at} /> } else { {"no time yet"} }
                </span>
            </div>
            <div class="actions">
                <Button look={Look::Primary} pending={answer.pending} label={format!("Take over {what}")} onclick={say_so(true)}>{"Take over"}</Button>
                <Button pending={answer.pending} label={format!("No, I cannot take over {what}")} onclick={say_so(false)}>{"No, I cannot"}</Button>
            </div>
            <FailureNote failure={answer.failure.clone()} />
        </li>
    }
}
