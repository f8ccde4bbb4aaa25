//! Files of an application: adding, looking at, saving and taking away. Nothing that somebody brought is opened as it came: pictures
//! are shown as copies, documents as their words.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        field::{CheckField, TextField},
        file::{Picture, save_blob},
        notice::FailureNote,
        tag::Tag,
        time::When,
        upload::{ChosenBytes, UploadField},
    },
    hooks::{on_submit, use_draft, use_mutation},
    state::toasts::use_say,
};
use evenhand_shared::{
    ApplicationId,
    files::{FILE_MAX, FileKind, FileRow, NewFile},
};
use web_sys::Blob;
use yew::prelude::*;

/// Properties of [`Files`].
#[derive(Properties, PartialEq)]
pub struct FilesProps {
    /// The application.
    pub application: ApplicationId,
    /// Its files, newest first.
    pub files: Vec<FileRow>,
    /// Whether the reader may add and take away.
    pub may: bool,
    /// Told when they have changed.
    pub onchanged: Callback<()>,
}

/// The files.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    html! {
        <>
            if props.files.is_empty() {
                <p class="muted prose">{"No files yet. A recruiter of the job adds the CV and what else the candidate sent."}</p>
            } else {
                <ul class="list-plain record">
                    {for props.files.iter().map(|file| html! {
                        <FileItem key={file.id.as_str()} file={file.clone()} may={props.may} onchanged={props.onchanged.clone()} />
                    })}
                </ul>
            }
            if props.may { <AddFile application={props.application.clone()} onchanged={props.onchanged.clone()} /> }
        </>
    }
}

#[derive(Clone)]
struct Form {
    label: String,
    from_candidate: bool,
    chosen: Option<ChosenBytes>,
    too_large: bool,
}

#[derive(Properties, PartialEq)]
struct AddFileProps {
    application: ApplicationId,
    onchanged: Callback<()>,
}

#[component]
fn AddFile(props: &AddFileProps) -> Html {
    let say = use_say();
    let first = || Form { label: "CV".to_owned(), from_candidate: true, chosen: None, too_large: false };
    let form = use_draft(first);
    let adding = {
        let (id, changed, form) = (props.application.clone(), props.onchanged.clone(), form.clone());
        use_mutation(
            move |file: NewFile| {
                let id = id.clone();
                async move { api::files::add(&id, &file).await }
            },
            move |row: FileRow| {
                say.done(format!("{} is added.", row.label));
                form.change(move |form| *form = first());
                changed.emit(());
            },
        )
    };
    let send = {
        let (form, run) = (form.clone(), adding.run.clone());
        on_submit(move || {
            let chosen = form.chosen.clone();
            run.emit(NewFile {
                label: form.label.clone(),
                name: chosen.as_ref().map(|c| c.name.clone()).unwrap_or_default(),
                from_candidate: form.from_candidate,
                content: chosen.map(|c| c.base64).unwrap_or_default(),
            });
        })
    };
    let error = if form.too_large {
        Some("Files of up to 10 MiB are taken.".to_owned())
    } else {
        adding.at("/content")
    };
    html! {
        <form class="stack form-narrow" novalidate={true} onsubmit={send}>
            <h3>{"Add a file"}</h3>
            <UploadField label="PDF, PNG or JPEG, up to 10 MiB" accept=".pdf,.png,.jpg,.jpeg" most={FILE_MAX} {error}
                onfile={form.edit(|form, chosen: ChosenBytes| { form.chosen = Some(chosen); form.too_large = false; })}
                ontoolarge={form.edit(|form, ()| { form.chosen = None; form.too_large = true; })} />
            <TextField label="What it is" value={form.label.clone()} oninput={form.edit(|form, label: String| form.label = label)}
                hint="A kit that shows this, such as CV, shows the file to its interviewer." error={adding.at("/label")} />
            <CheckField label="It came from the candidate" checked={form.from_candidate} onchange={form.edit(|form, on: bool| form.from_candidate = on)}
                hint="Only such files reach interviewers, as a copy without metadata, and only those who are put on an interview afterwards." />
            <FailureNote failure={adding.failure.clone()} shown="/content /label" />
            <div class="actions"><Button submit={true} look={Look::Primary} pending={adding.pending}>{"Add the file"}</Button></div>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct FileItemProps {
    file: FileRow,
    may: bool,
    onchanged: Callback<()>,
}

#[derive(Clone, PartialEq)]
enum Seen {
    Picture(Blob),
    Words(String),
}

#[component]
fn FileItem(props: &FileItemProps) -> Html {
    let say = use_say();
    let file = &props.file;
    let seen = use_state(|| None::<Seen>);
    let removing = use_state(|| false);
    let looking = {
        let (id, kind, seen) = (file.id.clone(), file.kind, seen.setter());
        use_mutation(
            move |()| {
                let id = id.clone();
                async move {
                    match kind {
                        FileKind::Pdf => api::files::words(&id).await.map(Seen::Words),
                        _ => api::files::picture(&id).await.map(Seen::Picture),
                    }
                }
            },
            move |what: Seen| seen.set(Some(what)),
        )
    };
    let saving = {
        let (id, name) = (file.id.clone(), file.name.clone());
        use_mutation(
            move |()| {
                let id = id.clone();
                async move { api::files::original(&id).await }
            },
            // A browser that refuses says so itself.
            move |blob: Blob| drop(save_blob(&name, &blob)),
        )
    };
    let taking = {
        let (id, changed, removing) = (file.id.clone(), props.onchanged.clone(), removing.setter());
        use_mutation(
            move |()| {
                let id = id.clone();
                async move { api::files::remove(&id).await }
            },
            move |()| {
                say.done("The file is taken away.");
                removing.set(false);
                changed.emit(());
            },
        )
    };
    let ask = |on: bool| {
        let removing = removing.setter();
        move || removing.set(on)
    };
    let (open, close) = (ask(true), ask(false));
    let hide = {
        let seen = seen.setter();
        Callback::from(move |_: MouseEvent| seen.set(None))
    };
    let size = file.size.max(1).saturating_add(1023) / 1024;
    html! {
        <li>
            <p class="row">
                <strong>{&file.label}</strong>
                <span class="muted wrap">{&file.name}</span>
                if !file.from_candidate { <Tag>{"Of the team"}</Tag> }
                if !file.copied { <Tag>{"Not for interviewers"}</Tag> }
            </p>
            <p class="hint">{format!("{}, {size} KiB, added by {} ", file.kind.words(), file.uploaded_by)}<When at={file.uploaded_at} /></p>
            if !file.copied { <p class="hint">{"No copy without metadata could be made of it, so that it is only kept here."}</p> }
            <div class="actions">
                if seen.is_some() { <Button onclick={hide}>{"Hide"}</Button> }
                else if file.copied {
                    <Button pending={looking.pending} onclick={looking.run.reform(|_: MouseEvent| ())} label={format!("{}: {}", if file.kind == FileKind::Pdf { "Read its words" } else { "Show" }, file.label)}>
                        {if file.kind == FileKind::Pdf { "Read its words" } else { "Show" }}
                    </Button>
                }
                <Button pending={saving.pending} onclick={saving.run.reform(|_: MouseEvent| ())} label={format!("Save {}", file.label)}>{"Save"}</Button>
                if props.may { <Button look={Look::Quiet} onclick={Callback::from(move |_| open())} label={format!("Take away: {}", file.label)}>{"Take away"}</Button> }
            </div>
            {match &*seen {
                Some(Seen::Picture(blob)) => html! { <Picture blob={blob.clone()} alt={file.label.clone()} /> },
                Some(Seen::Words(words)) => html! {
                    <div class="sheet" tabindex="0" role="group" aria-label={format!("Words of {}", file.label)}>
                        <p class="hint">{"The words of the document, without its layout. Save it to see the whole."}</p>
                        <p class="pre">{words}</p>
                    </div>
                },
                None => html! {},
            }}
            <FailureNote failure={looking.failure.clone()} />
            <FailureNote failure={saving.failure.clone()} />
            if *removing {
                <Confirm title={format!("Take {} away?", file.label)} verb="Take it away" danger={true} pending={taking.pending} failure={taking.failure.clone()}
                    onconfirm={taking.run.clone()} onclose={Callback::from(move |()| close())}>
                    <p>{"It is gone for the hiring team. Interviewers who were given it when they were put on an interview keep their copy."}</p>
                </Confirm>
            }
        </li>
    }
}
