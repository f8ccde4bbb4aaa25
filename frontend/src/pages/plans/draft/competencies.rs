//! What is rated on which scale, and how much it weighs.

use super::editor::{SectionProps, Writing};
use crate::components::{
    button::Button,
    field::{SelectField, TextField},
    plan_fields::{AnchorFields, NumberField, Step, set_five, set_level, steps},
    publishing::fault_at,
};
use evenhand_shared::{
    library::{LibraryRow, LibraryText, key_from},
    plan::{Competency, Plan, Rubric},
};
use yew::prelude::*;

/// The newest published rubric that the library has for a key.
fn newest<'l>(library: &'l [LibraryRow], key: &str) -> Option<(i64, &'l [String])> {
    let row = library.iter().find(|row| row.key == key && matches!(row.text, LibraryText::Competency(_)))?;
    match (&row.text, row.number) {
        (LibraryText::Competency(text), Some(number)) => Some((number, &text.anchors)),
        _ => None,
    }
}

/// A competency of the library as a plan takes it.
pub fn taken(library: &[LibraryRow], key: &str) -> Option<Competency> {
    let (version, anchors) = newest(library, key)?;
    let row = library.iter().find(|row| row.key == key && matches!(row.text, LibraryText::Competency(_)))?;
    Some(Competency {
        key: key.to_owned(),
        name: row.text.name().to_owned(),
        weight: 0,
        rubric: Rubric { version, anchors: anchors.to_vec() },
    })
}

/// A key from a name that nothing in `taken` has.
pub fn free_key<'k>(name: &str, taken: impl Fn(&str) -> bool + 'k) -> String {
    let base = Some(key_from(name)).filter(|key| !key.is_empty()).unwrap_or_else(|| "item".to_owned());
    let mut key = base.clone();
    let mut n = 2_usize;
    while taken(&key) {
        key = format!("{base}-{n}");
        n = n.saturating_add(1);
    }
    key
}

/// The section.
#[component]
pub fn Competencies(props: &SectionProps) -> Html {
    let Writing { form, faults, library, .. } = &props.writing;
    let name = use_state(String::new);
    let chosen = use_state(String::new);
    let sum: i64 = form.competencies.iter().fold(0, |sum, c| sum.saturating_add(c.weight));
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Choose one".into())];
    options.extend(library.iter().filter_map(|row| {
        let number = row.number?;
        let free = matches!(row.text, LibraryText::Competency(_)) && form.competency(&row.key).is_none();
        free.then(|| (row.key.clone().into(), format!("{}, version {number}", row.text.name()).into()))
    }));
    let take = {
        let (form, library, chosen) = (form.clone(), library.clone(), chosen.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(competency) = taken(&library, &chosen) {
                form.change(move |plan| plan.competencies.push(competency));
                chosen.set(String::new());
            }
        })
    };
    let write = {
        let (form, library, name) = (form.clone(), library.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            let words = name.trim().to_owned();
            if words.is_empty() {
                return;
            }
            let library = library.clone();
            form.change(move |plan| {
                let key =
                    free_key(&words, |key| plan.competency(key).is_some() || newest(&library, key).is_some());
                let rubric = Rubric { version: 1, anchors: vec![String::new(); 4] };
                plan.competencies.push(Competency { key, name: words, weight: 0, rubric });
            });
            name.set(String::new());
        })
    };
    let set_name = {
        let name = name.setter();
        Callback::from(move |text| name.set(text))
    };
    let set_chosen = {
        let chosen = chosen.setter();
        Callback::from(move |key| chosen.set(key))
    };
    html! {
        <section class="stack" id="at-competencies" tabindex="-1" aria-labelledby="competencies">
            <h2 id="competencies">{format!("Competencies ({}, weights {sum} of 100)", form.competencies.len())}</h2>
            <div class="item-list">
                {for form.competencies.iter().enumerate().map(|(n, competency)| one(&props.writing, n, competency, &faults_of(faults, n)))}
            </div>
            <div class="inline-form">
                <SelectField label="From the library" value={(*chosen).clone()} {options} onchange={set_chosen} />
                <Button disabled={chosen.is_empty()} onclick={take}>{"Take it in"}</Button>
            </div>
            <div class="inline-form">
                <TextField label="Or one of your own" value={(*name).clone()} oninput={set_name} hint="It gets into the library when the plan is published." />
                <Button disabled={name.trim().is_empty()} onclick={write}>{"Add a competency"}</Button>
            </div>
        </section>
    }
}

/// How many things are wrong with one competency.
fn faults_of(faults: &[evenhand_shared::plan::PlanFault], n: usize) -> String {
    let inside = format!("competencies.{n}.");
    match faults.iter().filter(|fault| fault.path.starts_with(&inside)).count() {
        0 => String::new(),
        1 => " · 1 thing to change".to_owned(),
        count => format!(" · {count} things to change"),
    }
}

fn edit<V: 'static>(
    writing: &Writing,
    n: usize,
    act: impl Fn(&mut Competency, V) + Clone + 'static,
) -> Callback<V> {
    writing.form.edit(move |plan: &mut Plan, value: V| {
        if let Some(competency) = plan.competencies.get_mut(n) {
            act(competency, value);
        }
    })
}

fn one(writing: &Writing, n: usize, competency: &Competency, state: &str) -> Html {
    let Writing { form, faults, library, .. } = writing;
    let at = format!("competencies.{n}");
    let fault = |field: &str| fault_at(faults, &format!("{at}.{field}"));
    let take = form.edit(move |plan: &mut Plan, step: Step| step.take(&mut plan.competencies, n));
    let known = newest(library, &competency.key);
    let (version, anchors) = (competency.rubric.version, &competency.rubric.anchors);
    let published = known.is_some_and(|(number, _)| version <= number);
    html! {
        <details key={competency.key.as_str()} class="fold item" id={format!("at-{at}")}>
            <summary>
                <span class="fold-title">{&competency.name}</span>
                <span class="faint">{format!("{} % · rubric version {version}{state}", competency.weight)}</span>
            </summary>
            <div class="stack">
                {steps(&competency.name, n, form.competencies.len(), &take)}
                <div class="form-grid">
                    <TextField label="Name" value={competency.name.clone()} error={fault("name")} oninput={edit(writing, n, |c, text| c.name = text)} />
                    <NumberField label="Weight in percent" value={competency.weight} error={fault("weight")} onchange={edit(writing, n, |c, weight| c.weight = weight)} />
                </div>
                if let Some(error) = fault("key") { <p class="error">{error}</p> }
                if published {
                    {rubric(writing, n, competency, known)}
                } else {
                    <p class="hint">{format!("Version {version} of this rubric is new. Once it is published its words stay as they are.")}</p>
                    if let Some(error) = fault("rubric.version") { <p class="error">{error}</p> }
                    <AnchorFields at={format!("{at}.rubric.anchors")} anchors={anchors.clone()} faults={faults.clone()}
                        onlevel={edit(writing, n, |c, (level, text)| set_level(&mut c.rubric.anchors, level, text))}
                        onfive={edit(writing, n, |c, five| set_five(&mut c.rubric.anchors, five))} />
                }
            </div>
        </details>
    }
}

/// A rubric that is published: it is read here, and other words are another version.
fn rubric(writing: &Writing, n: usize, competency: &Competency, known: Option<(i64, &[String])>) -> Html {
    let at = format!("competencies.{n}.rubric");
    let newer = known.filter(|(number, _)| *number > competency.rubric.version);
    let next = known.map_or(1, |(number, _)| number.saturating_add(1));
    let own = edit(writing, n, move |c, _: MouseEvent| c.rubric.version = next);
    let take = newer.map(|(number, anchors)| {
        let anchors = anchors.to_vec();
        edit(writing, n, move |c, _: MouseEvent| {
            c.rubric = Rubric { version: number, anchors: anchors.clone() }
        })
    });
    html! {
        <div class="stack" id={format!("at-{at}")} tabindex="-1">
            <ol class="anchors">{for competency.rubric.anchors.iter().map(|anchor| html! { <li>{anchor}</li> })}</ol>
            if let Some(error) = fault_at(&writing.faults, &format!("{at}.anchors")) { <p class="error">{error}</p> }
            <p class="hint">{format!("Version {}, from the library. Its words stay as they are.", competency.rubric.version)}</p>
            <div class="actions">
                if let (Some(take), Some((number, _))) = (take, newer) {
                    <Button onclick={take}>{format!("Use version {number}")}</Button>
                }
                <Button label={format!("Write other anchors for {}", competency.name)} onclick={own}>{"Write other anchors"}</Button>
            </div>
        </div>
    }
}
