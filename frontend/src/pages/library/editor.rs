//! The editor of a competency or a kit.

use crate::{
    api,
    components::{
        difference::difference,
        field::{AreaField, TextField},
        plan_fields::{AnchorFields, KitEdit, KitFields, set_five, set_level},
        publishing::{Conflict, PublishingSide, fault_at, gone},
        view::view,
    },
    hooks::{Draft, Keeping, on_submit, use_drafting, use_mutation, use_query},
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::{
    difference::of_library,
    library::{CompetencyText, LibraryChange, LibraryItem, LibraryKind, LibraryText},
    plan::PlanFault,
    publishing::{Discard, Publication},
};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`Editor`].
#[derive(Properties, PartialEq)]
pub struct EditorProps {
    /// The thing with its draft.
    pub item: Rc<LibraryItem>,
    /// Takes what a publication made of it.
    pub put: Callback<LibraryItem>,
}

/// Words that nobody has written.
fn nothing() -> LibraryText {
    LibraryText::Competency(CompetencyText::default())
}

fn keeping(item: &LibraryItem) -> Keeping<LibraryText, LibraryItem> {
    let id = item.id.clone();
    let begun = item.draft.as_ref().map_or(0, |draft| draft.head.started_at.0);
    Keeping {
        name: format!("library.{id}.{begun}"),
        content: |item| item.draft.as_ref().map_or_else(nothing, |draft| draft.text.clone()),
        version: |item| item.draft.as_ref().map_or(0, |draft| draft.head.version),
        save: Rc::new(move |version, text| {
            let id = id.clone();
            Box::pin(async move { api::library::save_draft(&id, &LibraryChange { version, text }).await })
        }),
    }
}

/// The editor.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let id = props.item.id.clone();
    let (say, navigator) = (use_say(), use_navigator());
    let drafting = use_drafting(props.item.clone(), keeping(&props.item));
    let competencies = use_query((), |()| async {
        let rows = api::library::list().await?;
        let known =
            rows.into_iter().filter(|row| row.text.kind() == LibraryKind::Competency && row.number.is_some());
        Ok(known.map(|row| (row.key.clone(), row.text.name().to_owned())).collect::<Vec<_>>())
    });
    let publish = {
        let (id, put, say) = (id.clone(), props.put.clone(), say.clone());
        use_mutation(
            move |publication: Publication| {
                let id = id.clone();
                async move { api::library::publish(&id, &publication).await }
            },
            move |item: LibraryItem| {
                say.done("It is published.");
                put.emit(item);
            },
        )
    };
    let discard = {
        let (id, put) = (id.clone(), props.put.clone());
        let only = props.item.versions.is_empty();
        use_mutation(
            move |seen: Discard| {
                let id = id.clone();
                async move {
                    api::library::discard_draft(&id, &seen).await?;
                    if only { Ok(None) } else { api::library::find(&id).await.map(Some) }
                }
            },
            move |item: Option<LibraryItem>| {
                say.done("The draft is gone.");
                match (item, &navigator) {
                    (Some(item), _) => put.emit(item),
                    (None, Some(navigator)) => navigator.push(&Route::Library),
                    (None, None) => {}
                }
            },
        )
    };
    let Some(draft) = drafting.answer.draft.clone() else { return html! {} };
    let version = draft.head.version;
    let faults = Rc::new(draft.faults.clone());
    let meaning = "Plans that are written from now on can take it in. It never changes again; plans that use an older version keep it.";
    html! {
        <>
            if drafting.conflict {
                <Meanwhile item={props.item.clone()} mine={(*drafting.form).clone()}
                    onmine={drafting.keep_mine.clone()} ontheirs={drafting.take_theirs.clone()} />
            }
            <div class="plan-editor">
                <form class="stack" novalidate={true} onsubmit={on_submit(|| ())} aria-label="The draft">
                    <h2>{format!("Version {}, a draft", draft.head.number)}</h2>
                    {match &*drafting.form {
                        LibraryText::Competency(text) => competency(&drafting.form, text, &faults),
                        LibraryText::Kit(kit) => view(&competencies, |known| {
                            let edit = drafting.form.edit(|text: &mut LibraryText, edit: KitEdit| {
                                if let LibraryText::Kit(kit) = text { edit(kit); }
                            });
                            html! { <KitFields at="" kit={kit.clone()} competencies={known.clone()} faults={faults.clone()} {edit} /> }
                        }),
                    }}
                </form>
                <PublishingSide head={draft.head.clone()} standing={drafting.standing.clone()} faults={draft.faults.clone()}
                    pending={publish.pending || discard.pending} failure={publish.failure.clone().or_else(|| discard.failure.clone())} {meaning}
                    onpublish={publish.run.reform(move |reason: String| Publication { version, reason })}
                    ondiscard={discard.run.reform(move |()| Discard { version })} />
            </div>
        </>
    }
}

fn edit<V: 'static>(
    form: &Draft<LibraryText>,
    act: impl Fn(&mut CompetencyText, V) + Clone + 'static,
) -> Callback<V> {
    form.edit(move |text: &mut LibraryText, value: V| {
        if let LibraryText::Competency(text) = text {
            act(text, value);
        }
    })
}

fn competency(form: &Draft<LibraryText>, text: &CompetencyText, faults: &Rc<Vec<PlanFault>>) -> Html {
    html! {
        <div class="stack">
            <TextField label="Name" value={text.name.clone()} error={fault_at(faults, "name")} oninput={edit(form, |text, name| text.name = name)} />
            <AreaField label="Description" optional={true} hint="What it means here, and what it does not." value={text.description.clone()}
                error={fault_at(faults, "description")} oninput={edit(form, |text, words| text.description = words)} />
            <h3>{"Rubric"}</h3>
            <p class="hint">{"Say for each level what you would see or hear."}</p>
            <AnchorFields at="anchors" anchors={text.anchors.clone()} faults={faults.clone()}
                onlevel={edit(form, |text, (n, words)| set_level(&mut text.anchors, n, words))}
                onfive={edit(form, |text, five| set_five(&mut text.anchors, five))} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct MeanwhileProps {
    item: Rc<LibraryItem>,
    mine: LibraryText,
    onmine: Callback<Rc<LibraryItem>>,
    ontheirs: Callback<Rc<LibraryItem>>,
}

/// Somebody else saved first: their words beside ours.
#[component]
fn Meanwhile(props: &MeanwhileProps) -> Html {
    let theirs =
        use_query(props.item.id.clone(), |id| async move { api::library::find(&id).await.map(Rc::new) });
    view(&theirs, |theirs: &Rc<LibraryItem>| {
        let Some(draft) = &theirs.draft else {
            return gone();
        };
        let with = |act: &Callback<Rc<LibraryItem>>| {
            let theirs = theirs.clone();
            act.reform(move |()| theirs.clone())
        };
        html! {
            <Conflict who={draft.head.changed_by.name.clone()} changes={difference(&of_library(&draft.text, &props.mine))}
                onmine={with(&props.onmine)} ontheirs={with(&props.ontheirs)} />
        }
    })
}
