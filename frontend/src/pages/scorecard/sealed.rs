//! The sealed card: readable to its author, with what can still be done about it.

use super::{
    amend::Amend, content::Content, history::History, sealing::Next, standing::Exposed, withdraw::Withdraw,
};
use crate::{
    components::{button::Button, link::Go, menu::Menu, time::When},
    hooks::focus_soon,
    routes::Route,
};
use evenhand_shared::scorecards::{FieldKey, ScorecardPage, read_card};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Sealed`].
#[derive(Properties, PartialEq)]
pub struct SealedProps {
    /// The page.
    pub page: Rc<ScorecardPage>,
    /// Takes the page as it is after a change.
    pub put: Callback<ScorecardPage>,
}

/// The page of the packet, when the author may ask for it.
pub fn packet_route(page: &ScorecardPage) -> Option<Route> {
    let id = page.packet_path.as_ref()?.strip_prefix("/api/v1/loops/")?.strip_suffix("/packet")?;
    Some(Route::Packet { id: id.to_owned() })
}

/// The card.
#[component]
pub fn Sealed(props: &SealedProps) -> Html {
    let page = &props.page;
    let amending = use_state(|| false);
    let withdrawing = use_state(|| false);
    let value = |key: &FieldKey| page.fields.get(&key.name()).map(|f| f.value.clone()).unwrap_or_default();
    let first = read_card(&page.competencies, value).ok();
    let notes = value(&FieldKey::PrivateNotes);
    let set = |state: &UseStateHandle<bool>, to: bool| {
        let state = state.setter();
        Callback::from(move |()| state.set(to))
    };
    if *amending {
        let (put, close) = (props.put.clone(), set(&amending, false));
        let done = Callback::from(move |page: ScorecardPage| {
            put.emit(page);
            close.emit(());
            focus_soon("sealed");
        });
        return html! { <Amend page={page.clone()} {done} onclose={set(&amending, false)} /> };
    }
    html! {
        <div class="after">
            <header class="review-head">
                <div>
                    <h2 id="sealed" tabindex="-1">{"Your scorecard is sealed"}</h2>
                    if let Some(at) = page.submitted_at { <p class="muted">{"Sealed "}<When {at} /></p> }
                </div>
                <div class="actions">
                    if let Some(to) = packet_route(page) { <Go {to} class="button">{"Open the packet"}</Go> }
                    <Button onclick={set(&amending, true).reform(|_| ())}>{"Amend"}</Button>
                    <Menu label="More"><Button onclick={set(&withdrawing, true).reform(|_| ())}>{"Withdraw…"}</Button></Menu>
                </div>
            </header>
            <Exposed page={page.clone()} />
            if let Some(first) = first {
                if !page.amendments.is_empty() {
                    <History competencies={page.competencies.clone()} first={first.clone()} amendments={page.amendments.clone()} />
                }
                <section aria-labelledby="first">
                    <h3 id="first">{if page.amendments.is_empty() { "What you sealed" } else { "The first version, which counts" }}</h3>
                    <Content competencies={page.competencies.clone()} content={first} />
                </section>
            }
            if !notes.trim().is_empty() {
                <section aria-labelledby="private"><h3 id="private">{"Your private notes"}</h3>
                    <p class="hint">{"Never shared inside. The candidate may obtain these."}</p><p class="text">{notes}</p></section>
            }
            <Next page={page.clone()} />
            if *withdrawing {
                <Withdraw id={page.interview.id.clone()} onclose={set(&withdrawing, false)} done={props.put.clone()} />
            }
        </div>
    }
}
