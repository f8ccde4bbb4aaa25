//! The interviews, in order.

use super::{
    competencies::{free_key, taken},
    editor::{SectionProps, Writing},
};
use crate::components::{
    button::Button,
    field::{SelectField, TextField},
    plan_fields::{KitEdit, KitFields, Step, steps},
};
use evenhand_shared::{
    library::{LibraryRow, LibraryText},
    plan::{Kit, KitOrigin, Plan},
};
use yew::prelude::*;

/// A kit of the library as a plan takes it: a copy with a note of where it is from.
fn copied(plan: &Plan, row: &LibraryRow) -> Option<Kit> {
    let (LibraryText::Kit(kit), Some(version)) = (&row.text, row.number) else { return None };
    let key = free_key(&row.key.replace('-', " "), |key| plan.kit(key).is_some());
    Some(Kit { key, origin: Some(KitOrigin { kit: row.key.clone(), version }), ..kit.clone() })
}

/// Takes a kit in, with the competencies that it rates and the plan does not have.
fn take_in(plan: &mut Plan, library: &[LibraryRow], key: &str) {
    let row = library.iter().find(|row| row.key == key && matches!(row.text, LibraryText::Kit(_)));
    let Some(kit) = row.and_then(|row| copied(plan, row)) else { return };
    for rated in &kit.rates {
        if plan.competency(rated).is_none()
            && let Some(competency) = taken(library, rated)
        {
            plan.competencies.push(competency);
        }
    }
    plan.kits.push(kit);
}

/// The section.
#[component]
pub fn Kits(props: &SectionProps) -> Html {
    let Writing { form, faults, library, .. } = &props.writing;
    let name = use_state(String::new);
    let chosen = use_state(String::new);
    let mut options: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Choose one".into())];
    options.extend(library.iter().filter_map(|row| {
        let number = row.number?;
        let kit = matches!(row.text, LibraryText::Kit(_));
        kit.then(|| (row.key.clone().into(), format!("{}, version {number}", row.text.name()).into()))
    }));
    let take = {
        let (form, library, chosen) = (form.clone(), library.clone(), chosen.clone());
        Callback::from(move |_: MouseEvent| {
            let (library, key) = (library.clone(), (*chosen).clone());
            form.change(move |plan| take_in(plan, &library, &key));
            chosen.set(String::new());
        })
    };
    let write = {
        let (form, name) = (form.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            let words = name.trim().to_owned();
            if words.is_empty() {
                return;
            }
            form.change(move |plan| {
                let key = free_key(&words, |key| plan.kit(key).is_some());
                plan.kits.push(Kit {
                    key,
                    name: words,
                    format: "structured interview".to_owned(),
                    minutes: 60,
                    instructions: String::new(),
                    rates: Vec::new(),
                    shows: Vec::new(),
                    blind: false,
                    origin: None,
                    questions: Vec::new(),
                });
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
    let competencies: Vec<(String, String)> =
        form.competencies.iter().map(|c| (c.key.clone(), c.name.clone())).collect();
    html! {
        <section class="stack" id="at-kits" tabindex="-1" aria-labelledby="kits">
            <h2 id="kits">{format!("Interviews ({})", form.kits.len())}</h2>
            <div class="item-list">
                {for form.kits.iter().enumerate().map(|(n, kit)| {
                    let take = form.edit(move |plan: &mut Plan, step: Step| step.take(&mut plan.kits, n));
                    let edit = form.edit(move |plan: &mut Plan, edit: KitEdit| {
                        if let Some(kit) = plan.kits.get_mut(n) { edit(kit); }
                    });
                    let inside = format!("kits.{n}.");
                    let state = match faults.iter().filter(|fault| fault.path.starts_with(&inside)).count() {
                        0 => String::new(),
                        1 => " · 1 thing to change".to_owned(),
                        count => format!(" · {count} things to change"),
                    };
                    html! {
                        <details key={kit.key.as_str()} class="fold item" id={format!("at-kits.{n}")}>
                            <summary>
                                <span class="fold-title">{&kit.name}</span>
                                <span class="faint">{format!("{} · {} min{state}", kit.format, kit.minutes)}</span>
                            </summary>
                            <div class="stack">
                                {steps(&kit.name, n, form.kits.len(), &take)}
                                if let Some(origin) = &kit.origin {
                                    <p class="hint">{format!("Copied from the library's kit {}, version {}. What you change here changes only this plan.", origin.kit, origin.version)}</p>
                                }
                                <KitFields at={format!("kits.{n}")} kit={kit.clone()} competencies={competencies.clone()} faults={faults.clone()} {edit} />
                            </div>
                        </details>
                    }
                })}
            </div>
            <div class="inline-form">
                <SelectField label="From the library" value={(*chosen).clone()} {options} onchange={set_chosen} />
                <Button disabled={chosen.is_empty()} onclick={take}>{"Copy it in"}</Button>
            </div>
            <div class="inline-form">
                <TextField label="Or one of your own" value={(*name).clone()} oninput={set_name} />
                <Button disabled={name.trim().is_empty()} onclick={write}>{"Add an interview"}</Button>
            </div>
        </section>
    }
}
