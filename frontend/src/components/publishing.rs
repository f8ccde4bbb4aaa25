//! The side of an editor: whether everything is saved, what stops a publication, and the publication.

use super::{
    button::{Button, Look},
    dialog::{Confirm, Dialog},
    field::AreaField,
    notice::Note,
    saving::Saving,
    time::readable,
};
use crate::{api::Failure, hooks::autosave::Standing};
use evenhand_shared::{
    plan::PlanFault,
    publishing::{DraftHead, Publishing},
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDetailsElement, HtmlElement};
use yew::prelude::*;

/// What stands beside the field at a path.
pub fn fault_at(faults: &[PlanFault], path: &str) -> Option<AttrValue> {
    faults.iter().find(|fault| fault.path == path).map(|fault| fault.message.clone().into())
}

/// The same for a field that holds a list: also what is wrong with one of its items.
pub fn fault_in(faults: &[PlanFault], path: &str) -> Option<AttrValue> {
    let inside = format!("{path}.");
    faults
        .iter()
        .find(|fault| fault.path == path || fault.path.starts_with(&inside))
        .map(|fault| fault.message.clone().into())
}

/// The element of the page that stands for a path: the nearest part of the editor with an id of that path.
fn element_of(path: &str) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    let mut path = path;
    loop {
        if let Some(found) = document.get_element_by_id(&format!("at-{path}")) {
            return found.dyn_into().ok();
        }
        path = path.rsplit_once('.')?.0;
    }
}

/// Goes to the part of the editor that a fault means, and opens what it is folded into.
fn go_to(path: &str) {
    let Some(part) = element_of(path) else { return };
    let mut around: Option<web_sys::Element> = Some(part.clone().into());
    while let Some(element) = around {
        if let Some(fold) = element.dyn_ref::<HtmlDetailsElement>() {
            fold.set_open(true);
        }
        around = element.parent_element();
    }
    let within = |selector: &str| part.query_selector(selector).ok().flatten();
    // A fold cannot take the focus itself: with a tabindex, Tab would pass over everything in it.
    let faulty = within("[aria-invalid='true']").or_else(|| within(":scope > summary"));
    let target = faulty.and_then(|element| element.dyn_into::<HtmlElement>().ok()).unwrap_or(part);
    // An element that cannot take the focus is left alone.
    let _ = target.focus();
}

fn list(faults: &[PlanFault]) -> Html {
    html! {
        <ul class="list-plain fault-list">
            {for faults.iter().map(|fault| {
                let path = fault.path.clone();
                let onclick = Callback::from(move |_: MouseEvent| go_to(&path));
                html! { <li><button type="button" class="link" {onclick}>{&fault.message}</button></li> }
            })}
        </ul>
    }
}

/// Properties of [`PublishingSide`].
#[derive(Properties, PartialEq)]
pub struct PublishingSideProps {
    /// Who writes the draft.
    pub head: DraftHead,
    /// How saving stands.
    pub standing: Standing,
    /// What stops a publication.
    pub faults: Vec<PlanFault>,
    /// Worth a look.
    #[prop_or_default]
    pub hints: Vec<PlanFault>,
    /// What a publication means here.
    pub meaning: AttrValue,
    /// The act is under way.
    pub pending: bool,
    /// Why publishing or throwing away failed.
    pub failure: Option<Failure>,
    /// Publishes, with the reason of whoever is alone.
    pub onpublish: Callback<String>,
    /// Throws the draft away.
    pub ondiscard: Callback<()>,
    /// More to show.
    #[prop_or_default]
    pub children: Html,
}

/// The side.
#[component]
pub fn PublishingSide(props: &PublishingSideProps) -> Html {
    let asked = use_state(|| false);
    let leaving = use_state(|| false);
    let reason = use_state(String::new);
    let head = &props.head;
    let saved = matches!(props.standing, Standing::Saved(_));
    let ready = props.faults.is_empty() && saved && head.publishing != Publishing::Another;
    let set = |state: &UseStateHandle<bool>, to: bool| {
        let setter = state.setter();
        Callback::from(move |()| setter.set(to))
    };
    let words = match props.faults.len() {
        0 => "Nothing stops a publication.".to_owned(),
        1 => "One thing has to change before it can be published.".to_owned(),
        n => format!("{n} things have to change before it can be published."),
    };
    let who = match head.publishing {
        Publishing::You => format!("{} made the last change, so you may publish it.", head.changed_by.name),
        Publishing::YouAlone => {
            "You made the last change, and nobody else could publish it. You may, with a reason that stays in the record."
                .to_owned()
        }
        Publishing::Another => {
            "You made the last change, so a colleague reads it and publishes it. Send them the address of this page."
                .to_owned()
        }
    };
    let onpublish = {
        let (publish, reason) = (props.onpublish.clone(), reason.clone());
        Callback::from(move |()| publish.emit((*reason).clone()))
    };
    let oninput = {
        let reason = reason.setter();
        Callback::from(move |text| reason.set(text))
    };
    html! {
        <aside class="stack findings" aria-label="State of the draft">
            <p class="draft-state"><Saving standing={props.standing.clone()} /></p>
            <p class="hint">{format!("Begun by {}. Last changed by {}, {}.", head.started_by.name, head.changed_by.name, readable(head.changed_at))}</p>
            <div role="status"><Note warn={!props.faults.is_empty()}><strong>{words}</strong></Note></div>
            if !props.faults.is_empty() { {list(&props.faults)} }
            if !props.hints.is_empty() {
                <details class="fold">
                    <summary>{format!("Worth a look; it stops nothing ({})", props.hints.len())}</summary>
                    {list(&props.hints)}
                </details>
            }
            {props.children.clone()}
            <p class="hint" id="who-publishes">{who}</p>
            <div class="actions">
                if head.publishing != Publishing::Another {
                    <Button look={Look::Primary} disabled={!ready} onclick={set(&asked, true).reform(|_| ())}>{format!("Publish version {}", head.number)}</Button>
                }
                <Button onclick={set(&leaving, true).reform(|_| ())}>{"Throw the draft away"}</Button>
            </div>
            if *asked {
                if head.publishing == Publishing::YouAlone {
                    <Confirm title={format!("Publish version {} alone", head.number)} verb="Publish" pending={props.pending}
                        failure={props.failure.clone()} onconfirm={onpublish} onclose={set(&asked, false)}>
                        <p>{&props.meaning}</p>
                        <AreaField label="Why without a second reader" value={(*reason).clone()} {oninput} rows="3" required={true} autofocus={true} />
                    </Confirm>
                } else {
                    <Confirm title={format!("Publish version {}", head.number)} verb="Publish" pending={props.pending}
                        failure={props.failure.clone()} onconfirm={onpublish} onclose={set(&asked, false)}>
                        <p>{&props.meaning}</p>
                    </Confirm>
                }
            }
            if *leaving {
                <Confirm title="Throw the draft away" verb="Throw it away" danger={true} pending={props.pending}
                    failure={props.failure.clone()} onconfirm={props.ondiscard.clone()} onclose={set(&leaving, false)}>
                    <p>{"What is published stays as it is. The draft cannot be brought back."}</p>
                </Confirm>
            }
        </aside>
    }
}

/// Said where the draft is no more that somebody writes in.
pub fn gone() -> Html {
    html! {
        <p class="note bad" role="alert">
            {"The draft was published or thrown away meanwhile. Copy what you need from here, then load the page again."}
        </p>
    }
}

/// Properties of [`Conflict`].
#[derive(Properties, PartialEq)]
pub struct ConflictProps {
    /// Who changed it meanwhile.
    pub who: AttrValue,
    /// What differs between theirs and what stands in the form.
    pub changes: Html,
    /// Saves what stands in the form over theirs.
    pub onmine: Callback<()>,
    /// Takes theirs into the form.
    pub ontheirs: Callback<()>,
}

/// Somebody else changed the draft meanwhile: the reader chooses, with both in sight.
#[component]
pub fn Conflict(props: &ConflictProps) -> Html {
    html! {
        <Dialog title={format!("{} has changed this draft", props.who)} onclose={None::<Callback<()>>} wide={true}>
            <div class="stack">
                <p>{"What you wrote is still here and is not saved yet. Below is what yours would change in theirs."}</p>
                {props.changes.clone()}
                <div class="actions">
                    <Button look={Look::Primary} onclick={props.onmine.reform(|_| ())}>{"Save mine over theirs"}</Button>
                    <Button onclick={props.ontheirs.reform(|_| ())}>{"Take theirs, drop mine"}</Button>
                </div>
            </div>
        </Dialog>
    }
}
