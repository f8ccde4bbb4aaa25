//! Sentences that stand in the page: something is wrong, or worth knowing.

use crate::api::Failure;
use yew::prelude::*;

/// Properties of [`FailureNote`].
#[derive(Properties, PartialEq)]
pub struct FailureNoteProps {
    /// The failure, when there is one.
    pub failure: Option<Failure>,
    /// Pointers whose faults stand beside their fields already, with spaces between.
    #[prop_or_default]
    pub shown: AttrValue,
}

/// What went wrong with the whole, above the form or beside the button; announced at once.
#[component]
pub fn FailureNote(props: &FailureNoteProps) -> Html {
    let text = props.failure.as_ref().and_then(|failure| failure.beyond(&props.shown));
    html! {
        <div role="alert">
            if let Some(text) = text {
                <p class="note bad">{text}</p>
            }
        </div>
    }
}

/// Properties of [`Note`].
#[derive(Properties, PartialEq)]
pub struct NoteProps {
    /// Worth a second look.
    #[prop_or_default]
    pub warn: bool,
    /// The words.
    pub children: Html,
}

/// Something worth knowing.
#[component]
pub fn Note(props: &NoteProps) -> Html {
    html! { <div class={classes!("note", props.warn.then_some("warn"))}>{props.children.clone()}</div> }
}
