//! The foot that stays in sight: saved state, progress, the promise, and the next step.

use crate::{components::saving::Saving, hooks::autosave::Standing};
use yew::prelude::*;

/// Properties of [`Foot`].
#[derive(Properties, PartialEq)]
pub struct FootProps {
    /// How saving stands.
    pub standing: Standing,
    /// Competencies that are done.
    pub done: usize,
    /// Competencies in all.
    pub of: usize,
    /// Buttons.
    pub children: Html,
}

/// The foot: saved state, progress, the promise, and the next step.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let (done, of) = (props.done, props.of.max(1));
    html! {
        <div class="foot">
            <Saving standing={props.standing.clone()} />
            <span class="row foot-progress"><progress max={of.to_string()} value={done.to_string()} aria-hidden="true" />{format!("{done} of {} done", props.of)}</span>
            <span class="faint foot-promise">{"Until you submit, nothing shown here depends on what others wrote."}</span>
            <span class="actions">{props.children.clone()}</span>
        </div>
    }
}
