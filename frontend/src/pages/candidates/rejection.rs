//! A rejection on the candidate's page: why, the letter, and whether the candidate was told.

use crate::{
    api,
    components::{
        button::{Button, Look},
        copy::copy,
        dialog::Confirm,
        field::AreaField,
        notice::FailureNote,
        tag::{Tag, Tone},
        time::When,
    },
    hooks::{on_submit, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{
    candidates::{ApplicationDetail, ApplicationRow},
    rejections::{LetterChange, RejectionDetail, SeenVersion},
};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Properties of [`RejectionPanel`].
#[derive(Properties, PartialEq)]
pub struct RejectionPanelProps {
    /// The application.
    pub application: Rc<ApplicationDetail>,
    /// Its rejection.
    pub rejection: RejectionDetail,
    /// Told when it has changed.
    pub onchanged: Callback<()>,
}

/// The panel.
#[component]
pub fn RejectionPanel(props: &RejectionPanelProps) -> Html {
    let say = use_say();
    let rejection = &props.rejection;
    let telling = use_state(|| false);
    let writing = use_state(|| None::<String>);
    let (id, version) = (props.application.row.id.clone(), props.application.version);
    let undoing = {
        let (id, changed, say) = (id.clone(), props.onchanged.clone(), say.clone());
        use_mutation(
            move |()| {
                let id = id.clone();
                async move { api::candidates::undo_rejection(&id, &SeenVersion { version }).await }
            },
            move |row: ApplicationRow| {
                say.done(format!("The rejection is taken back. {} is in {} again.", row.name, row.stage));
                changed.emit(());
            },
        )
    };
    let announcing = {
        let (id, changed, say, telling) =
            (id.clone(), props.onchanged.clone(), say.clone(), telling.setter());
        use_mutation(
            move |()| {
                let id = id.clone();
                async move { api::candidates::announce(&id, &SeenVersion { version }).await }
            },
            move |_: ApplicationRow| {
                say.done("It is noted that the candidate was told.");
                telling.set(false);
                changed.emit(());
            },
        )
    };
    let saving = {
        let (changed, say, writing) = (props.onchanged.clone(), say.clone(), writing.setter());
        use_mutation(
            move |letter: String| {
                let id = id.clone();
                async move { api::candidates::change_letter(&id, &LetterChange { letter, version }).await }
            },
            move |_: ApplicationRow| {
                say.done("The letter is kept.");
                writing.set(None);
                changed.emit(());
            },
        )
    };
    let set_telling = |on: bool| {
        let telling = telling.setter();
        move || telling.set(on)
    };
    let (tell, leave) = (set_telling(true), set_telling(false));
    let write = |to: Option<String>| {
        let writing = writing.setter();
        Callback::from(move |_: MouseEvent| writing.set(to.clone()))
    };
    let copying = {
        let (letter, say) = (rejection.letter.clone(), say);
        Callback::from(move |_: MouseEvent| {
            let (letter, say) = (letter.clone(), say.clone());
            spawn_local(async move {
                say.done(if copy(&letter).await {
                    "The letter is copied."
                } else {
                    "This browser does not allow copying. Select the letter and press Ctrl+C."
                });
            });
        })
    };
    let told = rejection.announced_at;
    let letter = match &*writing {
        Some(text) => {
            let typed = {
                let writing = writing.setter();
                Callback::from(move |text: String| writing.set(Some(text)))
            };
            let send = {
                let (text, run) = (text.clone(), saving.run.clone());
                on_submit(move || run.emit(text.clone()))
            };
            html! {
                <form class="stack" novalidate={true} onsubmit={send}>
                    <AreaField label="Letter to the candidate" rows="9" value={text.clone()} oninput={typed} autofocus={true}
                        error={saving.at("/letter").or_else(|| saving.failure.as_ref().and_then(|f| f.beyond("/letter")))} />
                    <div class="actions">
                        <Button submit={true} look={Look::Primary} pending={saving.pending}>{"Keep the letter"}</Button>
                        <Button look={Look::Quiet} onclick={write(None)}>{"Leave it"}</Button>
                    </div>
                </form>
            }
        }
        None if rejection.letter.is_empty() => html! { <p class="muted">{"No letter was written."}</p> },
        None => {
            html! { <p class="pre sheet" tabindex="0" role="group" aria-label="Letter to the candidate">{&rejection.letter}</p> }
        }
    };
    html! {
        <div class="stack rejection">
            <p class="row">
                if told.is_some() { <Tag>{"Rejected, told"}</Tag> } else { <Tag tone={Tone::Warn}>{"Decided, not announced"}</Tag> }
                <strong>{rejection.kind.words()}</strong>
            </p>
            if rejection.reason != rejection.kind.words() { <p class="pre prose">{&rejection.reason}</p> }
            <p class="hint">
                if let Some(by) = &rejection.decided_by { {format!("Decided by {by} ")} } else { {"Decided "} }
                if let Some(at) = rejection.decided_at { <When {at} /> }
                if let Some(at) = told { {", told "}<When {at} /> }
            </p>
            {letter}
            <div class="actions">
                if !rejection.letter.is_empty() { <Button onclick={copying}>{"Copy the letter"}</Button> }
                if told.is_none() {
                    if writing.is_none() { <Button onclick={write(Some(rejection.letter.clone()))}>{if rejection.letter.is_empty() { "Write a letter" } else { "Change the letter" }}</Button> }
                    <Button onclick={Callback::from(move |_: MouseEvent| tell())}>{"Mark as announced"}</Button>
                    <Button pending={undoing.pending} onclick={undoing.run.reform(|_: MouseEvent| ())}>{"Take the rejection back"}</Button>
                }
            </div>
            <FailureNote failure={undoing.failure.clone()} />
            if *telling {
                <Confirm title="Was the candidate told?" verb="Yes, they were told" pending={announcing.pending} failure={announcing.failure.clone()}
                    onconfirm={announcing.run.clone()} onclose={Callback::from(move |()| leave())}>
                    <p>{"Evenhand sends no mail yet: copy the letter and send it yourself. From then on the rejection stands and its letter no longer changes."}</p>
                </Confirm>
            }
        </div>
    }
}
