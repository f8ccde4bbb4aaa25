//! Views that somebody keeps: a name for what is asked of the list.

use super::address::Step;
use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        field::TextField,
    },
    hooks::{into, use_mutation, use_query},
    state::toasts::use_say,
};
use evenhand_shared::candidate_list::{CandidateFilter, SavedView, ViewName};
use yew::prelude::*;

/// Properties of [`Views`].
#[derive(Properties, PartialEq)]
pub struct ViewsProps {
    /// What is asked.
    pub filter: CandidateFilter,
    /// Whether there is anything to keep: the usual list needs no name.
    pub worth: bool,
    /// Hears what is asked next.
    pub onask: Callback<(CandidateFilter, Step)>,
}

/// The views as buttons, and the way to keep one.
#[component]
pub fn Views(props: &ViewsProps) -> Html {
    let say = use_say();
    let views = use_query((), |()| async { api::candidates::views().await });
    let naming = use_state(|| false);
    let name = use_state(String::new);
    let keep = {
        let (put, naming, name, say) = (views.put.clone(), naming.setter(), name.setter(), say.clone());
        use_mutation(
            |view: SavedView| async move { api::candidates::keep_view(&view).await },
            move |all: Vec<SavedView>| {
                put.emit(all);
                naming.set(false);
                name.set(String::new());
                say.done("The view is kept. Only you see it.");
            },
        )
    };
    let forget = {
        let put = views.put.clone();
        use_mutation(
            |view: SavedView| async move {
                let all = api::candidates::forget_view(&ViewName { name: view.name.clone() }).await?;
                Ok((view, all))
            },
            {
                let run = keep.run.clone();
                move |(view, all): (SavedView, Vec<SavedView>)| {
                    put.emit(all);
                    let (run, text) = (run.clone(), format!("{} is forgotten.", view.name));
                    say.with_action(text, "Undo", Callback::from(move |()| run.emit(view.clone())));
                }
            },
        )
    };
    let all = views.data.as_ref().map(|all| (**all).clone()).unwrap_or_default();
    let current = all.iter().find(|view| view.filter == props.filter).cloned();
    let onconfirm = {
        let (filter, name, run) = (props.filter.clone(), name.clone(), keep.run.clone());
        Callback::from(move |()| run.emit(SavedView { name: (*name).clone(), filter: filter.clone() }))
    };
    let close = {
        let (naming, clear) = (naming.setter(), keep.clear.clone());
        Callback::from(move |()| {
            clear.emit(());
            naming.set(false);
        })
    };
    let open = {
        let naming = naming.setter();
        Callback::from(move |_: MouseEvent| naming.set(true))
    };
    if all.is_empty() && !props.worth {
        return html! {};
    }
    html! {
        <div class="views" role="group" aria-label="Views">
            {for all.iter().map(|view| {
                let (filter, onask) = (view.filter.clone(), props.onask.clone());
                let onclick = Callback::from(move |_: MouseEvent| onask.emit((filter.clone(), Step::Push)));
                let pressed = current.as_ref() == Some(view);
                html! { <button key={view.name.as_str()} type="button" class="view" aria-pressed={pressed.to_string()} {onclick}>{&view.name}</button> }
            })}
            if let Some(view) = current {
                <Button look={Look::Quiet} pending={forget.pending} label={format!("Forget the view {}", view.name)}
                    onclick={forget.run.reform(move |_: MouseEvent| view.clone())}>{"Forget this view"}</Button>
            } else if props.worth {
                <Button look={Look::Quiet} onclick={open}>{"Keep this view"}</Button>
            }
            if *naming {
                <Confirm title="Keep this view" verb="Keep the view" pending={keep.pending}
                    failure={keep.failure.clone().filter(|_| keep.at("/name").is_none())} {onconfirm} onclose={close}>
                    <TextField label="Name" value={(*name).clone()} oninput={into(&name)} error={keep.at("/name")} autofocus={true}
                        hint="It keeps search, filters and order. One of the same name is replaced." />
                </Confirm>
            }
        </div>
    }
}
