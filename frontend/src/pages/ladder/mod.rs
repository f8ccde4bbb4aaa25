//! The career ladder: levels, what they ask for and what they pay. Everyone inside reads it, administrators write it.

mod form;

use crate::{
    api,
    components::{
        band::band_words,
        button::{Button, Look},
        dialog::Confirm,
        empty::Empty,
        head::PageHead,
        view::view,
    },
    hooks::{focus_soon, use_mutation, use_query},
    state::{
        live::use_live,
        session::{holds, use_me},
        toasts::use_say,
    },
};
use evenhand_shared::{
    ladder::{LadderLevel, LevelRemoval},
    people::Role,
};
use form::LevelDialog;
use std::rc::Rc;
use yew::prelude::*;

/// What stands over the page.
#[derive(Clone, PartialEq)]
enum Open {
    New,
    Edit(Rc<LadderLevel>),
    Remove(Rc<LadderLevel>),
}

/// Properties of [`LadderPage`].
#[derive(Properties, PartialEq)]
pub struct LadderPageProps {
    /// The level to begin at.
    #[prop_or_default]
    pub at: Option<String>,
}

/// The page.
#[component]
pub fn LadderPage(props: &LadderPageProps) -> Html {
    let me = use_me();
    let writes = holds(&me, Role::Admin);
    let levels = use_query((), |()| async { api::ladder::list().await });
    use_live(Some("/api/v1/ladder".to_owned()), levels.refetch.clone());
    // Whoever follows a job's level arrives there once the levels stand on the page.
    use_effect_with((props.at.clone(), levels.data.is_some()), |(at, there)| {
        if let (Some(at), true) = (at, there) {
            focus_soon(format!("level-{at}"));
        }
    });
    let open = use_state(|| None::<Open>);
    let show = {
        let open = open.setter();
        Callback::from(move |next: Open| open.set(Some(next)))
    };
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(None))
    };
    let changed = {
        let (close, refetch) = (close.clone(), levels.refetch.clone());
        Callback::from(move |()| {
            close.emit(());
            refetch.emit(());
        })
    };
    let lead =
        html! { "What each level asks for and pays. Everyone inside can read it; jobs refer to its levels." };
    html! {
        <div class="page">
            <PageHead title="Career ladder" {lead}>
                if writes { <Button look={Look::Primary} onclick={show.reform(|_| Open::New)}>{"Add a level"}</Button> }
            </PageHead>
            {view(&levels, |levels: &Vec<LadderLevel>| {
                if levels.is_empty() {
                    return html! {
                        <Empty title="No levels yet">
                            {if writes {
                                "Add a level with what somebody on it does and what it pays. Jobs can then stand on it, and a band outside it is pointed out."
                            } else {
                                "An administrator writes the levels here; then everyone can read what each asks for and pays."
                            }}
                        </Empty>
                    };
                }
                let mut functions: Vec<&str> = levels.iter().map(|l| l.content.function.as_str()).collect();
                functions.dedup();
                html! { {for functions.into_iter().map(|function| of_function(function, levels, writes, &show))} }
            })}
            {match &*open {
                None => html! {},
                Some(Open::New) => html! { <LevelDialog level={None::<Rc<LadderLevel>>} onclose={close} onsaved={changed} /> },
                Some(Open::Edit(level)) => html! { <LevelDialog level={Some(level.clone())} onclose={close} onsaved={changed} /> },
                Some(Open::Remove(level)) => html! { <RemoveLevel level={level.clone()} onclose={close} onremoved={changed} /> },
            }}
        </div>
    }
}

fn of_function(function: &str, levels: &[LadderLevel], writes: bool, show: &Callback<Open>) -> Html {
    let name = if function.is_empty() { "All functions" } else { function };
    html! {
        <section class="stack" key={function.to_owned()} aria-label={name.to_owned()}>
            <h2>{name}</h2>
            {for levels.iter().filter(|l| l.content.function == function).map(|level| one(level, writes, show))}
        </section>
    }
}

fn one(level: &LadderLevel, writes: bool, show: &Callback<Open>) -> Html {
    let content = &level.content;
    let shared = Rc::new(level.clone());
    let (edit, remove) = (shared.clone(), shared);
    html! {
        <article class="rung" key={level.id.as_str()} id={format!("level-{}", level.id)} tabindex="-1" aria-label={content.name.clone()}>
            <div class="section-head">
                <h3>{&content.name}</h3>
                if writes {
                    <Button look={Look::Quiet} label={format!("Edit {}", content.name)} onclick={show.reform(move |_| Open::Edit(edit.clone()))}>{"Edit"}</Button>
                    <Button look={Look::Quiet} label={format!("Remove {}", content.name)} onclick={show.reform(move |_| Open::Remove(remove.clone()))}>{"Remove"}</Button>
                }
            </div>
            if !content.summary.is_empty() { <p class="prose pre">{&content.summary}</p> }
            if !content.criteria.is_empty() {
                <ul class="bullets">{for content.criteria.iter().map(|criterion| html! { <li>{criterion}</li> })}</ul>
            }
            <p class="small">
                if content.bands.is_empty() { <span class="faint">{"No pay band yet"}</span> }
                else { {content.bands.iter().map(band_words).collect::<Vec<_>>().join(" · ")} }
            </p>
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct RemoveProps {
    level: Rc<LadderLevel>,
    onclose: Callback<()>,
    onremoved: Callback<()>,
}

#[component]
fn RemoveLevel(props: &RemoveProps) -> Html {
    let say = use_say();
    let removing = {
        let (level, removed) = (props.level.clone(), props.onremoved.clone());
        use_mutation(
            move |()| {
                let level = level.clone();
                async move { api::ladder::remove(&level.id, &LevelRemoval { version: level.version }).await }
            },
            move |_: Vec<LadderLevel>| {
                say.done("The level is removed.");
                removed.emit(());
            },
        )
    };
    html! {
        <Confirm title={format!("Remove {}?", props.level.content.name)} verb="Remove" danger={true} pending={removing.pending}
            failure={removing.failure.clone()} onconfirm={removing.run.clone()} onclose={props.onclose.clone()}>
            <p>{"A level on which a job stands cannot go."}</p>
        </Confirm>
    }
}
