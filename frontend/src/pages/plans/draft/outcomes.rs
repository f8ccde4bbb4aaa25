//! What the hire must bring about, and what serves it.

use super::editor::SectionProps;
use crate::components::{
    button::Button,
    field::{AreaField, CheckField, SelectField},
    plan_fields::{Step, steps},
    publishing::{fault_at, fault_in},
};
use evenhand_shared::plan::{Outcome, Plan};
use yew::prelude::*;

/// A key that no outcome has.
fn free_key(plan: &Plan) -> String {
    let mut n = plan.outcomes.len().saturating_add(1);
    loop {
        let key = format!("outcome-{n}");
        if !plan.outcomes.iter().any(|outcome| outcome.key == key) {
            return key;
        }
        n = n.saturating_add(1);
    }
}

/// The section.
#[component]
pub fn Outcomes(props: &SectionProps) -> Html {
    let (form, faults) = (&props.writing.form, &props.writing.faults);
    let add = form.edit(|plan: &mut Plan, _: MouseEvent| {
        let key = free_key(plan);
        plan.outcomes.push(Outcome { key, text: String::new(), competencies: Vec::new() });
    });
    let of_job = &props.writing.outcomes;
    let free = of_job.iter().filter(|own| !form.outcomes.iter().any(|outcome| outcome.key == own.key));
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Choose one".into())];
    options.extend(free.map(|own| (own.key.clone().into(), own.text.clone().into())));
    let take_in = {
        let (form, of_job) = (form.clone(), of_job.clone());
        Callback::from(move |key: String| {
            if let Some(own) = of_job.iter().find(|own| own.key == key).cloned() {
                form.change(move |plan| {
                    plan.outcomes.push(Outcome { key: own.key, text: own.text, competencies: Vec::new() });
                });
            }
        })
    };
    html! {
        <section class="stack" id="at-outcomes" tabindex="-1" aria-labelledby="outcomes">
            <h2 id="outcomes">{format!("Outcomes ({})", form.outcomes.len())}</h2>
            <p class="hint">{"Measurable results that the hire must bring about, and the competencies that serve them."}</p>
            <ol class="list-plain item-list">
                {for form.outcomes.iter().enumerate().map(|(n, outcome)| {
                    let number = n.saturating_add(1);
                    let take = form.edit(move |plan: &mut Plan, step: Step| step.take(&mut plan.outcomes, n));
                    let serves = fault_in(faults, &format!("outcomes.{n}.competencies")).or_else(|| fault_at(faults, &format!("outcomes.{n}")));
                    let unknown = fault_at(faults, &format!("outcomes.{n}.key"));
                    html! {
                        <li key={outcome.key.as_str()} class="item" id={format!("at-outcomes.{n}")} tabindex="-1">
                            <div class="item-head"><strong>{format!("Outcome {number}")}</strong>{steps(&format!("outcome {number}"), n, form.outcomes.len(), &take)}</div>
                            <AreaField label="Result, with its measure" rows="2" value={outcome.text.clone()} error={fault_at(faults, &format!("outcomes.{n}.text")).or(unknown)}
                                oninput={form.edit(move |plan: &mut Plan, text: String| { if let Some(own) = plan.outcomes.get_mut(n) { own.text = text; } })} />
                            <fieldset class={if serves.is_some() { "choice field faulty" } else { "choice" }}>
                                <legend>{"Served by"}</legend>
                                {for form.competencies.iter().map(|competency| {
                                    let key = competency.key.clone();
                                    html! {
                                        <CheckField key={competency.key.as_str()} label={competency.name.clone()} checked={outcome.competencies.contains(&competency.key)}
                                            onchange={form.edit(move |plan: &mut Plan, on: bool| {
                                                if let Some(own) = plan.outcomes.get_mut(n) {
                                                    own.competencies.retain(|known| *known != key);
                                                    if on { own.competencies.push(key.clone()); }
                                                }
                                            })} />
                                    }
                                })}
                                if form.competencies.is_empty() { <p class="hint">{"Add competencies below first."}</p> }
                                if let Some(error) = serves { <p class="error">{error}</p> }
                            </fieldset>
                        </li>
                    }
                })}
            </ol>
            if of_job.is_empty() {
                <div class="actions"><Button onclick={add}>{"Add an outcome"}</Button></div>
            } else if options.len() > 1 {
                <SelectField label="Take in an outcome of the job" value="" {options} onchange={take_in} hint="New ones are written on the job's page." />
            } else {
                <p class="hint">{"All outcomes of the job are here. New ones are written on the job's page."}</p>
            }
        </section>
    }
}
