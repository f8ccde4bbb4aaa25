//! Adding a candidate by hand.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Dialog,
        field::{AreaField, SelectField, TextField},
        link::Go,
        notice::{FailureNote, Note},
    },
    hooks::{Draft, on_submit, use_draft, use_id, use_keys, use_mutation, use_query},
    routes::Route,
    state::{frame::Key, toasts::use_say},
};
use evenhand_shared::{
    ApplicationId, JobId,
    candidate_list::{AddedCandidate, CandidateFilters, FilterJob, KnownCandidate, NewCandidate},
};
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// The key of the page.
pub fn key() -> Key {
    ("n".into(), "Add a candidate".into())
}

/// Properties of [`AddButton`].
#[derive(Properties, PartialEq)]
pub struct AddButtonProps {
    /// The job to which candidates are added; it is asked for where there is none.
    #[prop_or_default]
    pub job: Option<JobId>,
    /// Told when somebody was added.
    pub onadded: Callback<()>,
}

/// What is being typed. It stays when the dialog is left and opened again.
#[derive(Clone, Default, PartialEq)]
struct Typing {
    job: String,
    /// It was sent without a job.
    jobless: bool,
    new: NewCandidate,
    known: Option<KnownCandidate>,
}

/// A button with its dialog; nothing where the reader recruits for no open job.
#[component]
pub fn AddButton(props: &AddButtonProps) -> Html {
    let say = use_say();
    let choices = use_query((), |()| async { api::candidates::filters().await });
    let typing = use_draft(Typing::default);
    let open = use_state(|| false);
    let taking_back = {
        let (say, added) = (say.clone(), props.onadded.clone());
        use_mutation(
            |id: ApplicationId| async move { api::candidates::take_back(&id).await },
            move |_| {
                say.done("The candidate is taken back.");
                added.emit(());
            },
        )
    };
    let adding = {
        let (typing, open, added) = (typing.clone(), open.setter(), props.onadded.clone());
        let undo = taking_back.run.clone();
        use_mutation(
            |(job, new): (JobId, NewCandidate)| async move { api::candidates::add(&job, &new).await },
            move |answer: AddedCandidate| {
                let Some(row) = answer.row else {
                    typing.change(move |t| t.known = answer.known);
                    return;
                };
                let job = row.job_id.0.clone();
                typing.change(move |t| *t = Typing { job, ..Typing::default() });
                open.set(false);
                let (undo, id) = (undo.clone(), row.id.clone());
                let text = format!("{} is added in {}.", row.name, row.stage);
                say.with_action(text, "Take back", Callback::from(move |()| undo.emit(id.clone())));
                added.emit(());
            },
        )
    };
    let choices = choices.data.map(|c| (*c).clone()).unwrap_or_default();
    let takes: Vec<FilterJob> = choices
        .jobs
        .iter()
        .filter(|job| job.takes && props.job.as_ref().is_none_or(|id| *id == job.id))
        .cloned()
        .collect();
    let may = !takes.is_empty();
    let show = {
        let open = open.setter();
        Callback::from(move |()| open.set(true))
    };
    use_keys({
        let show = show.clone();
        Callback::from(move |event: KeyboardEvent| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            let mine = may && plain && event.key() == "n";
            if mine {
                show.emit(());
            }
            mine
        })
    });
    if !may {
        return html! {};
    }
    // With one job there is nothing to choose.
    let job = match takes.as_slice() {
        [only] => only.id.0.clone(),
        _ => typing.job.clone(),
    };
    let send = {
        let (run, typing) = (adding.run.clone(), typing.clone());
        move |known| {
            if job.is_empty() {
                typing.change(|t| t.jobless = true);
            } else {
                run.emit((JobId(job.clone()), NewCandidate { known, ..typing.new.clone() }));
            }
        }
    };
    let onclose = {
        let (open, clear) = (open.setter(), adding.clear.clone());
        Callback::from(move |()| {
            clear.emit(());
            open.set(false);
        })
    };
    html! {
        <>
            <Button look={Look::Primary} onclick={show.reform(|_: MouseEvent| ())}>{"Add a candidate"}</Button>
            if *open {
                <Dialog title="Add a candidate" onclose={onclose.clone()}>
                    <form class="stack" novalidate={true} onsubmit={on_submit({
                        let send = send.clone();
                        move || send(None)
                    })}>
                        {fields(&typing, &takes, &choices, &|pointer| adding.at(pointer))}
                        <FailureNote failure={adding.failure.clone()} shown="/name /email /source /link /note" />
                        {told(&typing, adding.pending, onclose.clone(), Callback::from(move |known: KnownCandidate| send(Some(known.id))))}
                        <div class="actions">
                            <Button look={if typing.known.is_some() { Look::Plain } else { Look::Primary }} submit={true} pending={adding.pending}>{"Add the candidate"}</Button>
                            <Button onclick={onclose.reform(|_: MouseEvent| ())}>{"Leave it"}</Button>
                        </div>
                    </form>
                </Dialog>
            }
        </>
    }
}

fn fields(
    typing: &Draft<Typing>,
    takes: &[FilterJob],
    choices: &CandidateFilters,
    at: &dyn Fn(&str) -> Option<String>,
) -> Html {
    let edit = |set: fn(&mut NewCandidate, String)| typing.edit(move |t, text: String| set(&mut t.new, text));
    let new = &typing.new;
    let mut jobs: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Choose a job".into())];
    jobs.extend(takes.iter().map(|job| (job.id.0.clone().into(), job.title.clone().into())));
    html! {
        <>
            if takes.len() > 1 {
                <SelectField label="Job" value={typing.job.clone()} options={jobs} required={true}
                    error={typing.jobless.then_some("Choose the job that they apply for.")}
                    onchange={typing.edit(|t, job| { t.job = job; t.jobless = false; t.known = None; })} />
            }
            <TextField label="Name" value={new.name.clone()} oninput={edit(|n, text| n.name = text)} error={at("/name")} autofocus={true} required={true} />
            <TextField label="E-mail" kind="email" value={new.email.clone()} error={at("/email")} required={true}
                oninput={typing.edit(|t, text| { t.new.email = text; t.known = None; })} />
            <Source value={new.source.clone()} oninput={edit(|n, text| n.source = text)} error={at("/source")}
                known={choices.sources.iter().map(|s| AttrValue::from(s.source.clone())).collect::<Vec<_>>()} />
            <TextField label="Link" kind="url" value={new.link.clone()} oninput={edit(|n, text| n.link = text)} error={at("/link")} optional={true}
                hint="A profile, a portfolio, a résumé on the web." />
            <AreaField label="Note" value={new.note.clone()} oninput={edit(|n, text| n.note = text)} error={at("/note")} rows="3" optional={true}
                hint="For the hiring team; the candidate may ask to read it." />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SourceProps {
    value: AttrValue,
    oninput: Callback<String>,
    error: Option<AttrValue>,
    known: Vec<AttrValue>,
}

/// Where they came from, with the words that others used before.
#[component]
fn Source(props: &SourceProps) -> Html {
    let id = use_id();
    html! {
        <>
            <TextField label="Source" value={props.value.clone()} oninput={props.oninput.clone()} error={props.error.clone()} optional={true} list={id.clone()}
                hint="Such as a job board, a referral, or the career page." />
            <datalist {id}>{for props.known.iter().map(|source| html! { <option key={source.as_str()} value={source.clone()} /> })}</datalist>
        </>
    }
}

/// Who is known under the address, and what can be done about it.
fn told(
    typing: &Draft<Typing>,
    pending: bool,
    onclose: Callback<()>,
    onchoose: Callback<KnownCandidate>,
) -> Html {
    let Some(known) = typing.known.clone() else { return html! {} };
    let page = Route::Candidate { id: known.id.0.clone() };
    let words = if known.here {
        format!("{} applied to this job with this address already. Nobody was added.", known.name)
    } else if known.frozen {
        format!(
            "{} is known with this address, and you have an open scorecard on them. Ask another recruiter of the job to add them.",
            known.name
        )
    } else {
        format!(
            "{} is known with this address: {}. Nobody was added yet. If it is the same person, add this application to their record: name and source stay as they are there, and note and link come with the application.",
            known.name,
            known.jobs.join(", ")
        )
    };
    html! {
        <div role="alert" class="stack">
            <Note warn={true}>
                <p>{words}</p>
                if !known.frozen { <p><Go to={page} onfollow={onclose}>{format!("Look at {}", known.name)}</Go></p> }
            </Note>
            if !known.here && !known.frozen {
                <div class="actions">
                    <Button look={Look::Primary} {pending} onclick={onchoose.reform({
                        let known = known.clone();
                        move |_: MouseEvent| known.clone()
                    })}>{format!("Add the application to {}", known.name)}</Button>
                </div>
            }
        </div>
    }
}
