//! Where a candidate came from, with a correction.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        field::TextField,
    },
    hooks::{into, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{CandidateId, candidates::SourceChange};
use yew::prelude::*;

/// Properties of [`Source`].
#[derive(Properties, PartialEq)]
pub struct SourceProps {
    /// The candidate.
    pub id: CandidateId,
    /// Where they came from.
    pub source: String,
    /// Whether the reader may correct it.
    pub may: bool,
    /// Told when it has changed.
    pub onchanged: Callback<()>,
}

/// The words with a button.
#[component]
pub fn Source(props: &SourceProps) -> Html {
    let say = use_say();
    let open = use_state(|| false);
    let text = use_state(|| props.source.clone());
    let saving = {
        let (id, seen) = (props.id.clone(), props.source.clone());
        let (changed, open) = (props.onchanged.clone(), open.setter());
        use_mutation(
            move |source: String| {
                let (id, seen) = (id.clone(), seen.clone());
                async move { api::candidates::change_source(&id, &SourceChange { source, seen }).await }
            },
            move |_: SourceChange| {
                say.done("The source is corrected.");
                open.set(false);
                changed.emit(());
            },
        )
    };
    let show = {
        let (open, text, source) = (open.setter(), text.setter(), props.source.clone());
        Callback::from(move |_: MouseEvent| {
            text.set(source.clone());
            open.set(true);
        })
    };
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    let onconfirm = {
        let (text, run) = (text.clone(), saving.run.clone());
        Callback::from(move |()| run.emit((*text).clone()))
    };
    let beside = saving.at("/source");
    html! {
        <>
            {if props.source.is_empty() { "not known" } else { &props.source }}
            if props.may { {" "}<Button look={Look::Quiet} label="Correct the source" onclick={show}>{"Correct"}</Button> }
            if *open {
                <Confirm title="Where did they come from?" verb="Keep" pending={saving.pending} failure={saving.failure.clone().filter(|_| beside.is_none())} {onconfirm} onclose={close}>
                    <TextField label="Source" value={(*text).clone()} oninput={into(&text)} error={beside} autofocus={true} />
                </Confirm>
            }
        </>
    }
}
