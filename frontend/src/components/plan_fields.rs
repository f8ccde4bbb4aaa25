//! Fields for the parts of a plan that the library has as well: kits and scales.

use super::{
    button::{Button, Look},
    field::{AreaField, CheckField, SelectField, TextField},
    publishing::{fault_at, fault_in},
};
use evenhand_shared::plan::{Kit, PlanFault, Question};
use std::rc::Rc;
use yew::prelude::*;

/// A change of a kit. As a function, so that two changes in a row never lose one another.
pub type KitEdit = Box<dyn FnOnce(&mut Kit)>;

/// A path below another one.
fn below(at: &str, field: &str) -> String {
    if at.is_empty() { field.to_owned() } else { format!("{at}.{field}") }
}

/// Properties of [`NumberField`].
#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// The label.
    pub label: AttrValue,
    /// The number.
    pub value: i64,
    /// Hears every change; an empty field is 0.
    pub onchange: Callback<i64>,
    /// What is wrong and what to do.
    #[prop_or_default]
    pub error: Option<AttrValue>,
}

/// A whole number. An empty field stays empty while it is being typed into.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let first = if props.value == 0 { String::new() } else { props.value.to_string() };
    let read = |text: &str| text.trim().parse().unwrap_or(0);
    let (shown, oninput) = use_typed(first, props.value, read, props.onchange.clone());
    html! { <TextField label={props.label.clone()} kind="number" min="0" value={shown} {oninput} error={props.error.clone()} /> }
}

/// A number as somebody types it, and as its owner has it: the text shown and what hears typing. Between a key and the owner's answer the
/// text stays, so that the next key never meets the number from before.
#[hook]
pub fn use_typed<N: Copy + PartialEq + ToString + 'static>(
    first: String,
    value: N,
    read: fn(&str) -> N,
    onchange: Callback<N>,
) -> (String, Callback<String>) {
    let typed = use_state(|| first);
    let awaited = use_mut_ref(|| None::<N>);
    if *awaited.borrow() == Some(value) {
        *awaited.borrow_mut() = None;
    }
    let own = awaited.borrow().is_some() || read(&typed) == value;
    let shown = if own { (*typed).clone() } else { value.to_string() };
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |text: String| {
            let number = read(&text);
            *awaited.borrow_mut() = Some(number);
            onchange.emit(number);
            typed.set(text);
        })
    };
    (shown, oninput)
}

/// Moves an item one place up or down.
pub fn shift<T>(list: &mut [T], n: usize, down: bool) {
    let other = if down { n.checked_add(1) } else { n.checked_sub(1) };
    if let Some(other) = other.filter(|other| *other < list.len() && n < list.len()) {
        list.swap(n, other);
    }
}

/// What can be done with an item of a list.
pub enum Step {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Out.
    Out,
}

impl Step {
    /// Does it.
    pub fn take<T>(self, list: &mut Vec<T>, n: usize) {
        match self {
            Self::Up => shift(list, n, false),
            Self::Down => shift(list, n, true),
            Self::Out => {
                if n < list.len() {
                    list.remove(n);
                }
            }
        }
    }
}

/// Buttons that move an item or take it out; `name` says which for those who cannot see it.
pub fn steps(name: &str, n: usize, count: usize, take: &Callback<Step>) -> Html {
    let name =
        if name.trim().is_empty() { format!("number {}", n.saturating_add(1)) } else { name.to_owned() };
    html! {
        <div class="actions item-steps">
            <Button look={Look::Quiet} disabled={n == 0} label={format!("Move {name} up")} onclick={take.reform(|_| Step::Up)}>{"↑"}</Button>
            <Button look={Look::Quiet} disabled={n.saturating_add(1) >= count} label={format!("Move {name} down")} onclick={take.reform(|_| Step::Down)}>{"↓"}</Button>
            <Button look={Look::Quiet} label={format!("Take out {name}")} onclick={take.reform(|_| Step::Out)}>{"Take out"}</Button>
        </div>
    }
}

/// Properties of [`AnchorFields`].
#[derive(Properties, PartialEq)]
pub struct AnchorFieldsProps {
    /// Path of the anchors.
    pub at: AttrValue,
    /// The anchors, lowest level first.
    pub anchors: Vec<String>,
    /// What was found.
    pub faults: Rc<Vec<PlanFault>>,
    /// Takes the words of one level.
    pub onlevel: Callback<(usize, String)>,
    /// Hears whether there are five levels.
    pub onfive: Callback<bool>,
}

/// The levels of a scale with their anchors. There are always four or five.
#[component]
pub fn AnchorFields(props: &AnchorFieldsProps) -> Html {
    let count = if props.anchors.len() > 4 { 5 } else { 4 };
    html! {
        <div class="stack anchor-fields" id={format!("at-{}", props.at)} tabindex="-1">
            {for (0..count).map(|n| {
                let words = match n {
                    0 => " (lowest)",
                    n if n == count - 1 => " (highest)",
                    _ => "",
                };
                let error = fault_at(&props.faults, &format!("{}.{n}", props.at))
                    .or_else(|| fault_at(&props.faults, &props.at).filter(|_| n == 0));
                html! {
                    <AreaField key={n} label={format!("Level {}{words}", n + 1)} rows="2"
                        value={props.anchors.get(n).cloned().unwrap_or_default()} {error}
                        oninput={props.onlevel.reform(move |text| (n, text))} />
                }
            })}
            <CheckField label="Five levels" checked={count == 5} onchange={props.onfive.clone()} hint="Four have no middle to hide in; five tell more apart." />
        </div>
    }
}

/// Puts the words of one level where they belong.
pub fn set_level(anchors: &mut Vec<String>, n: usize, text: String) {
    while anchors.len() <= n || anchors.len() < 4 {
        anchors.push(String::new());
    }
    if let Some(anchor) = anchors.get_mut(n) {
        *anchor = text;
    }
}

/// Makes it four or five levels.
pub fn set_five(anchors: &mut Vec<String>, five: bool) {
    anchors.resize(if five { 5 } else { 4 }, String::new());
}

/// Properties of [`KitFields`].
#[derive(Properties, PartialEq)]
pub struct KitFieldsProps {
    /// Path of the kit; empty where it stands alone.
    pub at: AttrValue,
    /// The kit.
    pub kit: Kit,
    /// What can be rated: key and name.
    pub competencies: Vec<(String, String)>,
    /// What was found.
    pub faults: Rc<Vec<PlanFault>>,
    /// Takes a change.
    pub edit: Callback<KitEdit>,
}

/// Wraps a change of a value into a change of the kit.
fn change<V: 'static>(
    edit: &Callback<KitEdit>,
    change: impl Fn(&mut Kit, V) + Clone + 'static,
) -> Callback<V> {
    edit.reform(move |value: V| {
        let change = change.clone();
        let boxed: KitEdit = Box::new(move |kit: &mut Kit| change(kit, value));
        boxed
    })
}

/// The fields of a kit.
#[component]
pub fn KitFields(props: &KitFieldsProps) -> Html {
    let KitFieldsProps { at, kit, competencies, faults, edit } = props;
    let fault = |field: &str| fault_at(faults, &below(at, field));
    let sum: i64 = kit.questions.iter().fold(0, |sum, question| sum.saturating_add(question.minutes));
    let shows = change(edit, |kit: &mut Kit, text: String| {
        kit.shows = if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() };
    });
    let add = {
        let first = kit.rates.first().cloned().unwrap_or_default();
        change(edit, move |kit: &mut Kit, _: MouseEvent| {
            kit.questions.push(Question {
                text: String::new(),
                competency: first.clone(),
                minutes: 10,
                follow_ups: Vec::new(),
            });
        })
    };
    let rates_fault = fault_in(faults, &below(at, "rates"));
    html! {
        <div class="stack">
            <div class="form-grid">
                <TextField label="Name" value={kit.name.clone()} error={fault("name")} oninput={change(edit, |kit: &mut Kit, text| kit.name = text)} />
                <TextField label="Format" hint="Such as structured interview or paired coding." value={kit.format.clone()} error={fault("format")}
                    oninput={change(edit, |kit: &mut Kit, text| kit.format = text)} />
                <NumberField label="Minutes" value={kit.minutes} error={fault("minutes")} onchange={change(edit, |kit: &mut Kit, minutes| kit.minutes = minutes)} />
            </div>
            <AreaField label="Instructions" optional={true} rows="3" value={kit.instructions.clone()} error={fault("instructions")}
                hint="What the interviewer should know before and do during the interview."
                oninput={change(edit, |kit: &mut Kit, text| kit.instructions = text)} />
            <fieldset class={if rates_fault.is_some() { "choice field faulty" } else { "choice" }} id={format!("at-{}", below(at, "rates"))} tabindex="-1">
                <legend>{"Rates"}</legend>
                {for competencies.iter().map(|(key, name)| {
                    let own = key.clone();
                    html! {
                        <CheckField key={key.as_str()} label={name.clone()} checked={kit.rates.contains(key)}
                            onchange={change(edit, move |kit: &mut Kit, on: bool| {
                                kit.rates.retain(|rated| *rated != own);
                                if on { kit.rates.push(own.clone()); }
                            })} />
                    }
                })}
                {for kit.rates.iter().filter(|rated| !competencies.iter().any(|(key, _)| key == *rated)).map(|rated| {
                    let own = rated.clone();
                    html! {
                        <CheckField key={rated.as_str()} label={format!("{rated} (not here)")} checked={true}
                            onchange={change(edit, move |kit: &mut Kit, _: bool| kit.rates.retain(|rated| *rated != own))} />
                    }
                })}
                if competencies.is_empty() { <p class="hint">{"There are no competencies yet; add one first."}</p> }
                if let Some(error) = rates_fault { <p class="error">{error}</p> }
            </fieldset>
            <AreaField label="Shows the interviewer" optional={true} rows="2" value={kit.shows.join("\n")} error={fault_in(faults, &below(at, "shows"))}
                hint="Candidate answers and files, one on each line, such as cv. Everything else stays hidden." oninput={shows} />
            <CheckField label="Withhold the candidate's name" checked={kit.blind} onchange={change(edit, |kit: &mut Kit, blind| kit.blind = blind)} />
            <h3>{format!("Questions ({}, {sum} of {} min)", kit.questions.len(), kit.minutes)}</h3>
            <ol class="list-plain question-list">
                {for kit.questions.iter().enumerate().map(|(n, question)| question_fields(props, n, question))}
            </ol>
            <div class="actions"><Button onclick={add}>{"Add a question"}</Button></div>
        </div>
    }
}

/// Changes one question.
fn ask<V: 'static>(
    edit: &Callback<KitEdit>,
    n: usize,
    act: impl Fn(&mut Question, V) + Clone + 'static,
) -> Callback<V> {
    change(edit, move |kit: &mut Kit, value: V| {
        if let Some(question) = kit.questions.get_mut(n) {
            act(question, value);
        }
    })
}

fn question_fields(props: &KitFieldsProps, n: usize, question: &Question) -> Html {
    let KitFieldsProps { at, kit, competencies, faults, edit } = props;
    let at = below(at, &format!("questions.{n}"));
    let mut options: Vec<(AttrValue, AttrValue)> = competencies
        .iter()
        .filter(|(key, _)| kit.rates.contains(key) || *key == question.competency)
        .map(|(key, name)| (key.clone().into(), name.clone().into()))
        .collect();
    if !options.iter().any(|(key, _)| *key == question.competency) {
        options.insert(0, (question.competency.clone().into(), "Choose a competency".into()));
    }
    let number = n.saturating_add(1);
    let take = change(edit, move |kit: &mut Kit, step: Step| step.take(&mut kit.questions, n));
    html! {
        <li key={n} id={format!("at-{at}")} tabindex="-1" class="question-fields">
            <div class="item-head"><strong>{format!("Question {number}")}</strong>{steps(&format!("question {number}"), n, kit.questions.len(), &take)}</div>
            <AreaField label={format!("Question {number}, as it is asked")} rows="2" value={question.text.clone()} error={fault_at(faults, &format!("{at}.text"))}
                oninput={ask(edit, n, |question, text| question.text = text)} />
            <div class="form-grid">
                <SelectField label="Asked for" value={question.competency.clone()} {options} error={fault_at(faults, &format!("{at}.competency"))}
                    onchange={ask(edit, n, |question, key| question.competency = key)} />
                <NumberField label="Minutes" value={question.minutes} error={fault_at(faults, &format!("{at}.minutes"))}
                    onchange={ask(edit, n, |question, minutes| question.minutes = minutes)} />
            </div>
            {for question.follow_ups.iter().enumerate().map(|(m, text)| {
                let words = m.saturating_add(1);
                html! {
                    <div key={m} class="follow-up">
                        <AreaField label={format!("Follow-up {words}")} rows="1" value={text.clone()} error={fault_at(faults, &format!("{at}.follow_ups.{m}"))}
                            oninput={ask(edit, n, move |question, text| { if let Some(own) = question.follow_ups.get_mut(m) { *own = text; } })} />
                        <Button look={Look::Quiet} label={format!("Take out follow-up {words} of question {number}")}
                            onclick={ask(edit, n, move |question, _: MouseEvent| Step::Out.take(&mut question.follow_ups, m))}>{"Take out"}</Button>
                    </div>
                }
            })}
            <div class="actions">
                <Button look={Look::Quiet} label={format!("Add a follow-up to question {number}")}
                    onclick={ask(edit, n, |question, _: MouseEvent| question.follow_ups.push(String::new()))}>{"Add a follow-up"}</Button>
            </div>
        </li>
    }
}
