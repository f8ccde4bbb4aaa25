//! Notes of the job's team about an application.

use crate::{
    api,
    components::{
        button::{Button, Look},
        field::AreaField,
        time::When,
    },
    hooks::{into, on_submit, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{
    ApplicationId,
    notes::{NewNote, NoteChange, NoteRow},
};
use yew::prelude::*;

/// Properties of [`Notes`].
#[derive(Properties, PartialEq)]
pub struct NotesProps {
    /// The application.
    pub application: ApplicationId,
    /// Its notes, newest first.
    pub notes: Vec<NoteRow>,
    /// Told when they have changed.
    pub onchanged: Callback<()>,
}

/// The notes with a field for another one.
#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let say = use_say();
    let text = use_state(String::new);
    let adding = {
        let (id, changed, text) = (props.application.clone(), props.onchanged.clone(), text.setter());
        use_mutation(
            move |text: String| {
                let id = id.clone();
                async move { api::candidates::add_note(&id, &NewNote { text }).await }
            },
            move |_: NoteRow| {
                say.done("The note is kept.");
                text.set(String::new());
                changed.emit(());
            },
        )
    };
    let send = {
        let (text, run) = (text.clone(), adding.run.clone());
        on_submit(move || run.emit((*text).clone()))
    };
    html! {
        <>
            <form class="stack prose" novalidate={true} onsubmit={send}>
                <AreaField label="New note" rows="3" value={(*text).clone()} oninput={into(&text)}
                    hint="For the hiring team. The candidate may obtain these: write what you would say to them."
                    error={adding.at("/text").or_else(|| adding.failure.as_ref().and_then(|f| f.beyond("/text")))} />
                <div class="actions"><Button submit={true} look={Look::Primary} pending={adding.pending}>{"Keep the note"}</Button></div>
            </form>
            if props.notes.is_empty() { <p class="muted">{"No notes yet."}</p> }
            <ul class="list-plain record">
                {for props.notes.iter().map(|note| html! {
                    <NoteItem key={note.id.as_str()} note={note.clone()} onchanged={props.onchanged.clone()} />
                })}
            </ul>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct NoteItemProps {
    note: NoteRow,
    onchanged: Callback<()>,
}

#[component]
fn NoteItem(props: &NoteItemProps) -> Html {
    let note = &props.note;
    let say = use_say();
    let editing = use_state(|| None::<String>);
    let saving = {
        let (id, version) = (note.id.clone(), note.version);
        let (changed, editing) = (props.onchanged.clone(), editing.setter());
        use_mutation(
            move |text: String| {
                let id = id.clone();
                async move { api::candidates::change_note(&id, &NoteChange { text, version }).await }
            },
            move |_: NoteRow| {
                say.done("The note is changed. What it said before stays readable.");
                editing.set(None);
                changed.emit(());
            },
        )
    };
    let set = |to: Option<String>| {
        let editing = editing.setter();
        Callback::from(move |_: MouseEvent| editing.set(to.clone()))
    };
    let typed = {
        let editing = editing.setter();
        Callback::from(move |text: String| editing.set(Some(text)))
    };
    let body = match &*editing {
        Some(text) => {
            let send = {
                let (text, run) = (text.clone(), saving.run.clone());
                on_submit(move || run.emit(text.clone()))
            };
            html! {
                <form class="stack" novalidate={true} onsubmit={send}>
                    <AreaField label="Note" rows="3" value={text.clone()} oninput={typed} autofocus={true}
                        error={saving.at("/text").or_else(|| saving.failure.as_ref().and_then(|f| f.beyond("/text")))} />
                    <div class="actions">
                        <Button submit={true} look={Look::Primary} pending={saving.pending}>{"Keep the change"}</Button>
                        <Button look={Look::Quiet} onclick={set(None)}>{"Leave it"}</Button>
                    </div>
                </form>
            }
        }
        None => html! { <p class="pre">{&note.text}</p> },
    };
    html! {
        <li>
            <p class="row hint">
                <strong>{&note.author}</strong><When at={note.created_at} />
                if note.mine && editing.is_none() {
                    <Button look={Look::Quiet} onclick={set(Some(note.text.clone()))}>{"Change"}</Button>
                }
            </p>
            {body}
            if !note.earlier.is_empty() {
                <details class="fold">
                    <summary>{format!("Changed {}", if note.earlier.len() == 1 { "once".to_owned() } else { format!("{} times", note.earlier.len()) })}</summary>
                    {for note.earlier.iter().rev().map(|earlier| html! {
                        <div><p class="hint">{"It said "}<When at={earlier.at} /></p><p class="pre muted">{&earlier.text}</p></div>
                    })}
                </details>
            }
        </li>
    }
}
