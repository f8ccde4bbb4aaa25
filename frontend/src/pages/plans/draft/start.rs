//! Nothing is being written: what to begin from.

use crate::{
    api,
    components::{
        button::{Button, Look},
        field::SelectField,
        link::Go,
        notice::FailureNote,
        view::view,
    },
    hooks::{into, on_submit, use_mutation, use_query},
    routes::Route,
};
use evenhand_shared::{
    JobId, PlanId,
    plan::{PlanDraft, StartPlanDraft},
};
use yew::prelude::*;

/// Properties of [`Start`].
#[derive(Properties, PartialEq)]
pub struct StartProps {
    /// The job.
    pub job: JobId,
    /// Takes the draft.
    pub put: Callback<PlanDraft>,
}

/// The form.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let choices = use_query(props.job.clone(), |job| async move {
        Ok((api::plans::versions(&job).await?, api::plans::templates().await?))
    });
    let chosen = use_state(String::new);
    let start = {
        let put = props.put.clone();
        let job = props.job.clone();
        use_mutation(
            move |from: StartPlanDraft| {
                let job = job.clone();
                async move { api::plans::start_draft(&job, &from).await }
            },
            move |draft| put.emit(draft),
        )
    };
    view(&choices, |(versions, templates)| {
        let mut options: Vec<(AttrValue, AttrValue)> = versions
            .iter()
            .enumerate()
            .map(|(n, version)| {
                let newest = if n == 0 { ", the newest" } else { "" };
                (format!("plan:{}", version.id).into(), format!("Version {}{newest}", version.number).into())
            })
            .collect();
        options.extend(
            templates
                .iter()
                .map(|t| (format!("template:{}", t.key).into(), format!("Template: {}", t.title).into())),
        );
        options.push(("empty".into(), "Nothing, an empty plan".into()));
        let value = if chosen.is_empty() {
            options.first().map(|o| o.0.to_string()).unwrap_or_default()
        } else {
            (*chosen).clone()
        };
        let newest = versions.first().map(|version| version.id.0.clone());
        let begin = {
            let (run, value) = (start.run.clone(), value.clone());
            move || {
                let from = match value.split_once(':') {
                    Some(("plan", id)) => StartPlanDraft { plan: Some(PlanId::from(id)), template: None },
                    Some(("template", key)) => StartPlanDraft { plan: None, template: Some(key.to_owned()) },
                    _ => StartPlanDraft::default(),
                };
                run.emit(from);
            }
        };
        html! {
            <form class="stack form-narrow" novalidate={true} onsubmit={on_submit(begin)}>
                <p>{"Nobody is writing the next version yet."}</p>
                <SelectField label="Begin with" {value} {options} onchange={into(&chosen)} />
                <FailureNote failure={start.failure.clone()} />
                <div class="actions">
                    <Button submit={true} look={Look::Primary} pending={start.pending}>{"Begin the draft"}</Button>
                    if let Some(id) = newest {
                        <Go to={Route::NextPlan { id }} class="button">{"Write it as a file"}</Go>
                    }
                </div>
            </form>
        }
    })
}
