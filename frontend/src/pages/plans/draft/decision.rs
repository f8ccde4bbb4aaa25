//! How the packet is read: registered before anyone is scored.

use super::editor::SectionProps;
use crate::components::{
    field::{SelectField, TextField},
    plan_fields::use_typed,
    publishing::fault_at,
};
use evenhand_shared::plan::{Plan, RevealRule};
use yew::prelude::*;

const RULES: [(&str, RevealRule); 3] = [
    ("panel_complete", RevealRule::PanelComplete),
    ("debrief_opened", RevealRule::DebriefOpened),
    ("own_submitted", RevealRule::OwnSubmitted),
];

/// The section.
#[component]
pub fn Decision(props: &SectionProps) -> Html {
    let (form, faults) = (&props.writing.form, &props.writing.faults);
    // What is no number is outside of every scale, so that the check names it.
    let read = |text: &str| text.trim().parse().ok().filter(|bar: &f64| bar.is_finite()).unwrap_or(-1.0);
    let bar = form.decision.bar;
    let set = form.edit(|plan: &mut Plan, bar: f64| plan.decision.bar = bar);
    let (shown, oninput) = use_typed(bar.to_string(), bar, read, set);
    let value = RULES.iter().find(|(_, rule)| *rule == form.decision.reveal).map_or("", |(key, _)| key);
    html! {
        <section class="stack" id="at-decision" tabindex="-1" aria-labelledby="decision">
            <h2 id="decision">{"Decision"}</h2>
            <div class="form-grid">
                <TextField label="Bar" hint="A share of the scale from 0 to 1, such as 0.6." value={shown} {oninput}
                    error={fault_at(faults, "decision.bar")} />
                <SelectField label="Others' scorecards" {value} options={RULES.map(|(key, rule)| (key.into(), rule.words().into())).to_vec()}
                    onchange={form.edit(|plan: &mut Plan, key: String| {
                        if let Some((_, rule)) = RULES.iter().find(|(known, _)| *known == key) { plan.decision.reveal = *rule; }
                    })} />
            </div>
        </section>
    }
}
