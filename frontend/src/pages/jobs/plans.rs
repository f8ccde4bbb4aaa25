//! The plan versions of a job: one of them in full, and the way to the next.

use crate::{
    api,
    components::{
        button::Button, empty::Empty, field::SelectField, file::save_as, link::Go, notice::FailureNote,
        plan::plan_view, time::readable, view::view,
    },
    hooks::{use_mutation, use_query},
    routes::Route,
};
use evenhand_shared::{JobId, PlanId, plan::PlanVersion};
use yew::prelude::*;

/// Properties of [`Plans`].
#[derive(Properties, PartialEq)]
pub struct PlansProps {
    /// The job.
    pub job: JobId,
    /// Its newest plan version; a new one loads the list anew.
    pub newest: Option<PlanId>,
}

/// The section.
#[component]
pub fn Plans(props: &PlansProps) -> Html {
    let versions = use_query((props.job.clone(), props.newest.clone()), |(job, _)| async move {
        api::plans::versions(&job).await
    });
    let chosen = use_state(|| None::<String>);
    let export = use_mutation(
        |version: (PlanId, String)| async move { Ok((api::plans::toml(&version.0).await?, version.1)) },
        |(toml, name): (String, String)| {
            // A browser that takes no file leaves nothing to do about it here; the text stands in the plan's editor as well.
            let _ = save_as(&name, "application/toml", &toml);
        },
    );
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |id: String| chosen.set(Some(id)))
    };
    html! {
        <section class="stack" aria-labelledby="plan">
            <h2 id="plan">{"Interview plan"}</h2>
            {view(&versions, |rows: &Vec<PlanVersion>| {
                let shown = rows.iter().find(|v| chosen.as_deref() == Some(v.id.as_str())).or(rows.first());
                let Some(shown) = shown else {
                    return html! {
                        <Empty title="No interview plan yet">
                            {"A plan says what is rated and who asks what; loops start from it. "}
                            <Go to={Route::PlanDraft { id: props.job.0.clone() }}>{"Write the first version"}</Go>
                        </Empty>
                    };
                };
                let options: Vec<(AttrValue, AttrValue)> = rows
                    .iter()
                    .map(|v| (v.id.0.clone().into(), format!("Version {}, {}", v.number, readable(v.created_at)).into()))
                    .collect();
                let file = (shown.id.clone(), format!("{}-{}.toml", shown.plan.job.key, shown.number));
                html! {
                    <>
                        <div class="inline-form">
                            <SelectField label="Version" value={shown.id.0.clone()} {options} onchange={choose.clone()} />
                            <Button pending={export.pending} onclick={export.run.reform(move |_| file.clone())}>{"Export as a file"}</Button>
                            <Go to={Route::PlanDraft { id: props.job.0.clone() }} class="button">{"Write the next version"}</Go>
                            <Go to={Route::PlanHistory { id: props.job.0.clone() }} class="button">{"Versions and what changed"}</Go>
                        </div>
                        <FailureNote failure={export.failure.clone()} />
                        <p class="hint">{"A version never changes once it is published; a loop keeps the one that it was started with."}</p>
                        {plan_view(&shown.plan)}
                    </>
                }
            })}
        </section>
    }
}
