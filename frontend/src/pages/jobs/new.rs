//! A new job, as a draft.

use super::about_form::{AboutFields, AboutForm, SHOWN};
use crate::{
    api,
    components::{
        button::{Button, Look},
        field::{AreaField, TextField},
        head::PageHead,
        link::Go,
        notice::FailureNote,
    },
    hooks::{into, on_submit, use_draft, use_mutation},
    routes::Route,
    state::{frame::Crumb, toasts::use_say},
};
use evenhand_shared::jobs::{JobDetail, NewJob};
use yew::prelude::*;
use yew_router::prelude::*;

const STAGES: &str = "Applied\nScreening\nInterviews\nDebrief\nOffer";

/// A short name made of a title.
fn key_of(title: &str) -> String {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").chars().take(60).collect()
}

/// The page.
#[component]
pub fn NewJobPage() -> Html {
    let say = use_say();
    let navigator = use_navigator();
    let form = use_draft(AboutForm::empty);
    let key = use_state(|| None::<String>);
    let stages = use_state(|| STAGES.to_owned());
    let creating = use_mutation(
        |new: NewJob| async move { api::jobs::create(&new).await },
        move |detail: JobDetail| {
            say.done(format!("{} is a draft. Open it when candidates may come in.", detail.job.title));
            if let Some(navigator) = &navigator {
                navigator.push(&Route::Job { id: detail.job.id.0 });
            }
        },
    );
    let shown_key = (*key).clone().unwrap_or_else(|| key_of(form.title()));
    let onsubmit = {
        let (form, key, stages, run) =
            (form.clone(), shown_key.clone(), stages.clone(), creating.run.clone());
        on_submit(move || {
            let stages = stages.lines().map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect();
            run.emit(NewJob { key: key.clone(), about: form.about(), stages });
        })
    };
    let at = {
        let creating = creating.clone();
        Callback::from(move |pointer: &'static str| creating.at(pointer))
    };
    let of_stages =
        creating.failure.iter().flat_map(|f| f.errors()).find(|e| e.pointer.starts_with("/stages"));
    let beside: Vec<String> =
        of_stages.iter().map(|e| e.pointer.clone()).chain([SHOWN.to_owned(), "/key".to_owned()]).collect();
    html! {
        <div class="page">
            <PageHead title="New job" crumbs={vec![Crumb::to("Jobs", Route::Jobs)]}
                lead={html! { "It begins as a draft with you as its recruiter. An interview plan can follow later." }} />
            <form class="stack form-wide" novalidate={true} {onsubmit}>
                <AboutFields form={form.clone()} {at} />
                <TextField label="Short name" hint="Interview plans name their job by it; it never changes." value={shown_key}
                    oninput={{
                        let key = key.setter();
                        Callback::from(move |text: String| key.set(Some(text)))
                    }} error={creating.at("/key")} />
                <AreaField label="Stages of the pipeline" hint="One on each line, in order. Candidates begin in the first one." rows="6"
                    value={(*stages).clone()} oninput={into(&stages)} error={of_stages.map(|e| e.message.clone())} />
                <FailureNote failure={creating.failure.clone()} shown={beside.join(" ")} />
                <div class="actions">
                    <Button look={Look::Primary} submit={true} pending={creating.pending}>{"Make the draft"}</Button>
                    <Go to={Route::Jobs} class="button">{"Leave it"}</Go>
                </div>
            </form>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::key_of;

    #[test]
    fn a_title_gives_a_short_name() {
        for (title, key) in
            [("Backend engineer", "backend-engineer"), (" C++ / Rust, senior ", "c-rust-senior"), ("", "")]
        {
            assert_eq!(key_of(title), key);
        }
    }
}
