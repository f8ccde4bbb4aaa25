//! Dialogs: the native element, which keeps the focus inside and gives it back.

use super::{
    button::{Button, Look},
    notice::FailureNote,
};
use crate::{
    api::Failure,
    hooks::{on_submit, restore_caret, use_id},
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// Properties of [`Dialog`].
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its heading.
    pub title: AttrValue,
    /// Told when it is closed by key or button; without it the dialog cannot be closed.
    pub onclose: Option<Callback<()>>,
    /// Wide, for tables and forms of two columns.
    #[prop_or_default]
    pub wide: bool,
    /// What stands in it.
    pub children: Html,
}

/// A dialog that is open for as long as it is drawn.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    let id = use_id();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog
                && !dialog.open()
            {
                // Fails only for an element that is not on the page.
                let _ = dialog.show_modal();
                // The browser gives the focus to the first control, the button that closes.
                let first = dialog.query_selector("[data-focus]").ok().flatten();
                if let Some(first) = first.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                    let _ = first.focus();
                }
            }
            // Closing gives the focus back to where it was.
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                    restore_caret();
                }
            }
        }
    });
    let oncancel = {
        let onclose = props.onclose.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            if let Some(onclose) = &onclose {
                onclose.emit(());
            }
        })
    };
    html! {
        <dialog ref={node} class={classes!("dialog", props.wide.then_some("wide"))} aria-labelledby={id.clone()} {oncancel}>
            <header class="dialog-head">
                <h2 id={id}>{&props.title}</h2>
                if let Some(onclose) = &props.onclose {
                    <button type="button" class="icon" aria-label="Close" onclick={onclose.reform(|_| ())}>{"×"}</button>
                }
            </header>
            {props.children.clone()}
        </dialog>
    }
}

/// Properties of [`Confirm`].
#[derive(Properties, PartialEq)]
pub struct ConfirmProps {
    /// The question.
    pub title: AttrValue,
    /// What happens, as a verb with its object.
    pub verb: AttrValue,
    /// Takes something away.
    #[prop_or_default]
    pub danger: bool,
    /// The act is under way.
    #[prop_or_default]
    pub pending: bool,
    /// Why it failed.
    #[prop_or_default]
    pub failure: Option<Failure>,
    /// Does it.
    pub onconfirm: Callback<()>,
    /// Leaves it.
    pub onclose: Callback<()>,
    /// What the answer means, and fields when some are needed.
    pub children: Html,
}

/// Asks before something that cannot be taken back.
#[component]
pub fn Confirm(props: &ConfirmProps) -> Html {
    let onsubmit = {
        let onconfirm = props.onconfirm.clone();
        on_submit(move || onconfirm.emit(()))
    };
    html! {
        <Dialog title={props.title.clone()} onclose={props.onclose.clone()}>
            <form class="stack" novalidate={true} {onsubmit}>
                {props.children.clone()}
                <FailureNote failure={props.failure.clone()} />
                <div class="actions">
                    <Button look={if props.danger { Look::Danger } else { Look::Primary }} submit={true} pending={props.pending}>
                        {&props.verb}
                    </Button>
                    <Button onclick={props.onclose.reform(|_| ())}>{"Leave it"}</Button>
                </div>
            </form>
        </Dialog>
    }
}
