//! The form that starts a loop.

use super::super::{
    interview_fields::{InterviewDraft, InterviewFields},
    words::RULES,
};
use crate::{
    api,
    components::{
        button::{Button, Look},
        field::{AreaField, CheckField, ChoiceField, SelectField},
        notice::{FailureNote, Note},
        time::readable,
    },
    hooks::{on_submit, use_draft, use_mutation},
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::{
    ApplicationId, PlanId,
    loops::{NewLoop, PanelChanged, SlotKind},
    panel_mix::{PanelHint, Panelist, panel_hints},
    people::PersonRow,
    plan::{Kit, Plan, PlanVersion, RevealRule},
};
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// Properties of [`StartForm`].
#[derive(Properties, PartialEq)]
pub struct StartFormProps {
    /// The application.
    pub application: ApplicationId,
    /// Plan versions of the job, newest first.
    pub versions: Rc<Vec<PlanVersion>>,
    /// Who can be on a panel.
    pub people: Rc<Vec<PersonRow>>,
}

#[derive(Clone, PartialEq)]
struct Form {
    plan: String,
    reveal: RevealRule,
    brief: String,
    interviews: Vec<(bool, InterviewDraft)>,
}

impl Form {
    fn of(version: Option<&PlanVersion>) -> Self {
        let plan = version.map(|v| &v.plan);
        Self {
            plan: version.map(|v| v.id.0.clone()).unwrap_or_default(),
            reveal: plan.map_or(RevealRule::PanelComplete, |p| p.decision.reveal),
            brief: String::new(),
            interviews: plan
                .map(|p| p.kits.iter().map(|kit| (true, InterviewDraft::new(&kit.key))).collect())
                .unwrap_or_default(),
        }
    }

    fn new_loop(&self) -> NewLoop {
        NewLoop {
            plan_id: PlanId(self.plan.clone()),
            reveal: Some(self.reveal),
            brief: self.brief.trim().to_owned(),
            interviews: self
                .interviews
                .iter()
                .filter(|(on, _)| *on)
                .map(|(_, draft)| draft.interview())
                .collect(),
        }
    }

    /// Where an interview stands among those that are sent.
    fn sent_at(&self, n: usize) -> usize {
        self.interviews.iter().take(n).filter(|(on, _)| *on).count()
    }
}

/// Things worth a look before the loop starts; they stop nothing.
fn hints(form: &Form, plan: &Plan, people: &[PersonRow]) -> Vec<String> {
    let mut hints = Vec::new();
    let kits: Vec<&Kit> =
        form.interviews.iter().filter(|(on, _)| *on).filter_map(|(_, draft)| plan.kit(&draft.kit)).collect();
    for competency in &plan.competencies {
        if !kits.iter().any(|kit| kit.rates.contains(&competency.key)) {
            hints.push(format!("No interview of this loop rates {}.", competency.name));
        }
    }
    // Shadows have no say, so they make no panel more mixed.
    let seats = form
        .interviews
        .iter()
        .filter(|(on, _)| *on)
        .flat_map(|(_, draft)| &draft.seats)
        .filter(|seat| seat.kind != SlotKind::Shadow);
    let chosen: Vec<&PersonRow> =
        seats.filter_map(|seat| people.iter().find(|p| p.id.as_str() == seat.person)).collect();
    let panel: Vec<Panelist<'_>> = chosen
        .into_iter()
        .map(|p| Panelist { id: p.id.as_str(), function: &p.function, seniority: p.seniority })
        .collect();
    hints.extend(panel_hints(&panel).iter().map(PanelHint::words));
    hints
}

/// The form.
#[component]
pub fn StartForm(props: &StartFormProps) -> Html {
    let say = use_say();
    let navigator = use_navigator();
    let form = use_draft(|| Form::of(props.versions.first()));
    let starting = {
        let id = props.application.clone();
        use_mutation(
            move |new: NewLoop| {
                let id = id.clone();
                async move { api::candidates::start_loop(&id, &new).await }
            },
            move |changed: PanelChanged| {
                say.done("The loop has started.");
                if let Some(navigator) = &navigator {
                    // Whoever put themselves on a panel is blind to the loop from now on.
                    navigator.push(&match changed.detail {
                        Some(_) => Route::Loop { id: changed.loop_id.0 },
                        None => Route::Interviews,
                    });
                }
            },
        )
    };
    let Some(version) = props.versions.iter().find(|v| v.id.as_str() == form.plan) else {
        return html! { <p>{"The job has no interview plan yet. Import one first."}</p> };
    };
    let versions: Vec<(AttrValue, AttrValue)> = props
        .versions
        .iter()
        .map(|v| (v.id.0.clone().into(), format!("Version {}, {}", v.number, readable(v.created_at)).into()))
        .collect();
    let choose = {
        let all = props.versions.clone();
        form.edit(move |f: &mut Form, id: String| {
            let brief = std::mem::take(&mut f.brief);
            *f = Form { brief, ..Form::of(all.iter().find(|v| v.id.as_str() == id)) };
        })
    };
    let rules: Vec<(AttrValue, AttrValue)> =
        RULES.iter().map(|r| (r.words().into(), r.words().into())).collect();
    let onsubmit = {
        let (form, run) = (form.clone(), starting.run.clone());
        on_submit(move || run.emit(form.new_loop()))
    };
    let hints = hints(&form, &version.plan, &props.people);
    let count = form.interviews.iter().filter(|(on, _)| *on).count();
    // Faults below an interview stand beside its fields; everything else is said above the button.
    let shown: Vec<String> = starting
        .failure
        .iter()
        .flat_map(|f| f.errors())
        .map(|e| e.pointer.clone())
        .filter(|p| p.starts_with("/interviews/") || p == "/brief" || p == "/plan_id")
        .collect();
    html! {
        <form class="stack form-wide" novalidate={true} {onsubmit}>
            <div class="form-grid">
                <SelectField label="Plan version" hint="The loop keeps it, whatever is imported later." value={form.plan.clone()} options={versions} onchange={choose} error={starting.at("/plan_id")} />
            </div>
            <ChoiceField legend="When scorecards are revealed" value={form.reveal.words()} options={rules} error={starting.at("/reveal")}
                onchange={form.edit(|f, words: AttrValue| f.reveal = RULES.into_iter().find(|r| r.words() == words.as_str()).unwrap_or(f.reveal))} />
            <AreaField label="Brief for the panel" optional={true} rows="3" value={form.brief.clone()} oninput={form.edit(|f, text| f.brief = text)} error={starting.at("/brief")}
                hint="What every panelist is told. It is fixed for each at assignment. Write nothing here that could bias a judgement." />
            {for form.interviews.iter().enumerate().map(|(n, (on, draft))| interview(&form, n, *on, draft, version, props, &starting.failure))}
            if !hints.is_empty() {
                <Note warn={true}><p><strong>{"Worth a look; it stops nothing."}</strong></p><ul class="bullets">{for hints.into_iter().map(|hint| html! { <li>{hint}</li> })}</ul></Note>
            }
            <FailureNote failure={starting.failure.clone()} shown={shown.join(" ")} />
            <div class="actions">
                <Button look={Look::Primary} submit={true} pending={starting.pending} disabled={count == 0}>
                    {if count == 1 { "Start the loop with 1 interview".to_owned() } else { format!("Start the loop with {count} interviews") }}
                </Button>
            </div>
        </form>
    }
}

fn interview(
    form: &crate::hooks::Draft<Form>,
    n: usize,
    on: bool,
    draft: &InterviewDraft,
    version: &PlanVersion,
    props: &StartFormProps,
    failure: &Option<api::Failure>,
) -> Html {
    let Some(kit) = version.plan.kit(&draft.kit) else { return html! {} };
    let at = {
        let (failure, sent) = (failure.clone(), form.sent_at(n));
        Callback::from(move |below: String| {
            failure.as_ref().and_then(|f| f.at(&format!("/interviews/{sent}{below}")))
        })
    };
    let onchange = form.edit(move |f: &mut Form, change| {
        if let Some((_, draft)) = f.interviews.get_mut(n) {
            draft.take(change);
        }
    });
    let keep = form.edit(move |f: &mut Form, on: bool| {
        if let Some((included, _)) = f.interviews.get_mut(n) {
            *included = on;
        }
    });
    html! {
        <fieldset class="planned" key={draft.kit.as_str()}>
            <legend>{format!("{}, {} min", kit.name, kit.minutes)}</legend>
            <CheckField label="Part of this loop" checked={on} onchange={keep} />
            if on {
                if let Some(error) = at.emit(String::new()).or_else(|| at.emit("/kit".to_owned())) { <p class="error" role="alert">{error}</p> }
                <InterviewFields draft={draft.clone()} minutes={kit.minutes} people={props.people.clone()} {onchange} {at} />
            }
        </fieldset>
    }
}
