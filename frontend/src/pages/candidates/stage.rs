//! Moving an application to another stage: chosen first, then done, so that a key pressed in the list moves nobody.

use crate::{
    api,
    components::{button::Button, field::SelectField, notice::FailureNote},
    hooks::{use_mutation, use_query},
    state::toasts::use_say,
};
use evenhand_shared::candidates::{ApplicationDetail, ApplicationRow, StageMove};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Stage`].
#[derive(Properties, PartialEq)]
pub struct StageProps {
    /// The application.
    pub application: Rc<ApplicationDetail>,
    /// Told when it has moved.
    pub onchanged: Callback<()>,
    /// What else can be done, in the same line.
    pub children: Html,
}

/// The line.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let row = &props.application.row;
    let say = use_say();
    let chosen = use_state(|| None::<String>);
    let job = use_query(row.job_id.clone(), |id| async move { api::jobs::find(&id).await });
    let moving = {
        let (id, version) = (row.id.clone(), props.application.version);
        let (changed, chosen) = (props.onchanged.clone(), chosen.setter());
        use_mutation(
            move |stage: String| {
                let id = id.clone();
                async move { api::candidates::move_stage(&id, &StageMove { stage, version }).await }
            },
            move |row: ApplicationRow| {
                say.done(format!("{} is in {} now.", row.name, row.stage));
                chosen.set(None);
                changed.emit(());
            },
        )
    };
    let mut stages: Vec<String> = job.data.as_ref().map(|job| job.stages.clone()).unwrap_or_default();
    if !stages.contains(&row.stage) {
        stages.insert(0, row.stage.clone());
    }
    let options: Vec<(AttrValue, AttrValue)> =
        stages.into_iter().map(|s| (s.clone().into(), s.into())).collect();
    let value = (*chosen).clone().unwrap_or_else(|| row.stage.clone());
    let choose = {
        let chosen = chosen.setter();
        Callback::from(move |stage: String| chosen.set(Some(stage)))
    };
    let go = {
        let value = value.clone();
        moving.run.reform(move |_: MouseEvent| value.clone())
    };
    html! {
        <>
            <div class="inline-form">
                <SelectField label="Stage" value={value.clone()} {options} onchange={choose} error={moving.at("/stage")} />
                <Button pending={moving.pending} disabled={value == row.stage} onclick={go}>
                    {if value == row.stage { "Move".to_owned() } else { format!("Move to {value}") }}
                </Button>
                {props.children.clone()}
            </div>
            <FailureNote failure={moving.failure.clone()} shown="/stage" />
        </>
    }
}
