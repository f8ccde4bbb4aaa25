//! Earlier imports of a job, which can be taken back for 30 days.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Confirm,
        field::CheckField,
        tag::Tag,
        time::When,
        view::view,
    },
    hooks::{use_mutation, use_query},
    state::toasts::use_say,
};
use evenhand_shared::{
    ApplicationId, JobId,
    imports::{ImportEntry, ImportRow, TakeBack, TakenBack},
};
use yew::prelude::*;

/// Properties of [`EarlierImports`].
#[derive(Properties, PartialEq)]
pub struct EarlierImportsProps {
    /// The job.
    pub job: JobId,
    /// Grows with each import, so that the list is asked for again.
    pub count: usize,
}

/// The list.
#[component]
pub fn EarlierImports(props: &EarlierImportsProps) -> Html {
    let rows = use_query((props.job.clone(), props.count), |(job, _)| async move {
        api::candidates::imports(&job).await
    });
    let again = rows.refetch.clone();
    html! {
        <section class="stack" aria-labelledby="earlier-imports">
            <h2 id="earlier-imports">{"Earlier imports"}</h2>
            <p class="hint">{"A wrong one can be taken back for 30 days. Whoever has interviews by then stays."}</p>
            {view(&rows, |all: &Vec<ImportRow>| html! {
                <>
                if all.is_empty() { <p class="muted">{"Nothing was imported for this job yet."}</p> }
                <ul class="list-plain record">
                    {for all.iter().map(|row| html! { <Import key={row.id.as_str()} row={row.clone()} onchanged={again.clone()} /> })}
                </ul>
                </>
            })}
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ImportProps {
    row: ImportRow,
    onchanged: Callback<()>,
}

#[component]
fn Import(props: &ImportProps) -> Html {
    let row = &props.row;
    let say = use_say();
    let asked = use_state(|| false);
    let kept = use_state(Vec::<ApplicationId>::new);
    let acting = {
        let (id, asked, changed) = (row.id.clone(), asked.setter(), props.onchanged.clone());
        use_mutation(
            move |applications: Vec<ApplicationId>| {
                let id = id.clone();
                async move { api::candidates::take_back_import(&id, &TakeBack { applications }).await }
            },
            move |answer: TakenBack| {
                say.done(format!("{} taken back, {} stay.", answer.gone, answer.stayed.len()));
                asked.set(false);
                changed.emit(());
            },
        )
    };
    let set = |on: bool| {
        let asked = asked.setter();
        move || asked.set(on)
    };
    let (open, close) = (set(true), set(false));
    let free: Vec<ImportEntry> = row.entries.iter().filter(|entry| entry.stays.is_none()).cloned().collect();
    let staying = row.entries.len().saturating_sub(free.len());
    let chosen: Vec<ApplicationId> =
        free.iter().map(|entry| entry.application_id.clone()).filter(|id| !kept.contains(id)).collect();
    let verb = format!("Take {} back", chosen.len());
    let run = acting.run.clone();
    let onconfirm = Callback::from(move |()| {
        if !chosen.is_empty() {
            run.emit(chosen.clone());
        }
    });
    html! {
        <li>
            <p class="row">
                <strong>{format!("{} brought in", row.brought)}</strong>
                if row.test { <Tag>{"Test"}</Tag> }
                <span class="hint">{format!("by {} ", row.by)}<When at={row.at} /></span>
                if row.until.is_some() && !free.is_empty() {
                    <Button look={Look::Quiet} onclick={Callback::from(move |_: MouseEvent| open())}>{"Take back"}</Button>
                }
            </p>
            if staying > 0 { <p class="hint">{format!("{staying} of them stay: interviews were started, or they were told of a decision.")}</p> }
            if *asked {
                <Confirm title="Take this import back?" {verb} danger={true} pending={acting.pending} failure={acting.failure.clone()} {onconfirm} onclose={Callback::from(move |()| close())}>
                    <p>{"Name, address, notes, tags and files of these people are deleted for good."}</p>
                    <div class="stack choices">
                        {for free.iter().map(|entry| {
                            let id = entry.application_id.clone();
                            let onchange = {
                                let (kept, id) = (kept.clone(), id.clone());
                                Callback::from(move |on: bool| {
                                    let mut next: Vec<ApplicationId> = kept.iter().filter(|k| **k != id).cloned().collect();
                                    if !on {
                                        next.push(id.clone());
                                    }
                                    kept.set(next);
                                })
                            };
                            html! { <CheckField key={id.as_str()} label={entry.name.clone()} checked={!kept.contains(&id)} {onchange} /> }
                        })}
                    </div>
                    {for row.entries.iter().filter_map(|entry| entry.stays.as_ref().map(|why| html! {
                        <p class="hint" key={entry.application_id.as_str()}>{format!("{} stays. {why}", entry.name)}</p>
                    }))}
                </Confirm>
            }
        </li>
    }
}
