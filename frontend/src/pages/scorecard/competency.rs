//! One competency: evidence first, then the rubric, or why it was not assessed.

use crate::{
    components::{
        button::{Button, Look},
        evidence::Evidence,
        levels::Levels,
    },
    hooks::focus_soon,
};
use evenhand_shared::{
    plan::Competency,
    scorecards::{DIVIDER, FieldKey, has_evidence, level_of},
};
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// What is said about one competency, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Said {
    /// Evidence.
    pub evidence: AttrValue,
    /// A level's digit, `na`, or empty.
    pub rating: AttrValue,
    /// Why it was not assessed.
    pub reason: AttrValue,
    /// The rating that another window chose.
    pub other: Option<AttrValue>,
    /// Fault of the evidence.
    pub evidence_fault: Option<AttrValue>,
    /// Fault of the rating.
    pub rating_fault: Option<AttrValue>,
    /// Fault of the reason.
    pub reason_fault: Option<AttrValue>,
}

/// Properties of [`CompetencyBlock`].
#[derive(Properties, PartialEq)]
pub struct CompetencyBlockProps {
    /// The competency with its frozen rubric.
    pub competency: Competency,
    /// Its place, from 0.
    pub at: usize,
    /// How many there are.
    pub of: usize,
    /// What is said.
    pub said: Said,
    /// Hears what is typed and chosen.
    pub onedit: Callback<(FieldKey, String)>,
    /// Hears that the chosen rating stands against the other window's.
    #[prop_or_default]
    pub onsettle: Callback<FieldKey>,
    /// Hears keys pressed in the text fields.
    #[prop_or_default]
    pub onkey: Option<Callback<KeyboardEvent, bool>>,
    /// Hears that the focus came here.
    #[prop_or_default]
    pub onactive: Callback<usize>,
    /// Sets the time in front of new lines of evidence.
    #[prop_or_default]
    pub stamps: bool,
}

/// Identifier of a field's control.
pub fn control_id(key: &FieldKey) -> String {
    format!("f-{}", key.name())
}

/// Identifier of the control that takes the focus for a field: a rating that is still locked leads to its evidence.
pub fn focus_id(key: &FieldKey, value: impl Fn(&FieldKey) -> String) -> String {
    let FieldKey::Rating(competency) = key else { return control_id(key) };
    let evidence = FieldKey::Evidence(competency.clone());
    if has_evidence(&value(&evidence)) { format!("{}-1", control_id(key)) } else { control_id(&evidence) }
}

/// The block.
#[component]
pub fn CompetencyBlock(props: &CompetencyBlockProps) -> Html {
    let (competency, said) = (&props.competency, &props.said);
    let key = competency.key.clone();
    let (evidence, rating, reason) =
        (FieldKey::Evidence(key.clone()), FieldKey::Rating(key.clone()), FieldKey::Reason(key.clone()));
    let levels = competency.rubric.anchors.len();
    let chosen = level_of(&said.rating, levels);
    let skipped = said.rating == "na";
    let ready = has_evidence(&said.evidence);
    let id = |what: &str| format!("c-{key}-{what}");
    let edit = |field: &FieldKey| {
        let field = field.clone();
        props.onedit.reform(move |value: String| (field.clone(), value))
    };
    let rate = edit(&rating);
    let set = |value: &'static str, then: String| {
        rate.reform(move |_: MouseEvent| {
            focus_soon(then.clone());
            value.to_owned()
        })
    };
    let onfocusin = {
        let (onactive, at) = (props.onactive.clone(), props.at);
        Callback::from(move |_: FocusEvent| onactive.emit(at))
    };
    let mut described = vec![id("hint")];
    if said.evidence_fault.is_some() {
        described.push(id("evidence-error"));
    }
    html! {
        <article class="comp" id={id("block")} tabindex="-1" aria-labelledby={id("name")} {onfocusin}>
            <header>
                <h2 id={id("name")}>{&competency.name}</h2>
                <span class="n">{format!("{} of {}", props.at.saturating_add(1), props.of)}</span>
                <span class="n comp-version">{format!("Rubric version {}", competency.rubric.version)}</span>
            </header>
            <span id={id("evidence-name")} class="visually-hidden">{"Evidence for"}</span>
            <Evidence id={control_id(&evidence)} labelled_by={format!("{} {}", id("evidence-name"), id("name"))} described_by={Some(AttrValue::from(described.join(" ")))}
                value={said.evidence.clone()} oninput={edit(&evidence)} onkey={props.onkey.clone()} stamps={props.stamps}
                placeholder="What did they say or do? Write it before you rate." invalid={said.evidence_fault.is_some()} />
            if said.evidence.contains(DIVIDER.trim()) {
                <p class="hint">{"Two windows wrote here at once. Both texts are kept; tidy up when you like."}</p>
            }
            if let Some(fault) = &said.evidence_fault { <p class="error" id={id("evidence-error")}>{fault}</p> }
            <Levels name={control_id(&rating)} labelled_by={id("name")} described_by={id("hint")} anchors={competency.rubric.anchors.clone()}
                {chosen} locked={!ready || skipped} onchoose={rate.reform(|level: i64| level.to_string())} />
            if let Some(fault) = &said.rating_fault { <p class="error">{fault}</p> }
            if let Some(other) = &said.other {
                <Other other={other.clone()} onkeep={props.onsettle.reform({ let rating = rating.clone(); move |()| rating.clone() })} ontake={rate.clone()} />
            }
            <div class="why">
                <span id={id("hint")}>{hint(ready, chosen, skipped, levels)}</span>
                if skipped {
                    <Button look={Look::Quiet} onclick={set("", control_id(&evidence))}>{"Assess it after all"}</Button>
                } else {
                    <span>
                        if chosen.is_some() { <Button look={Look::Quiet} label={format!("Clear the rating of {}", competency.name)} onclick={set("", control_id(&evidence))}>{"Clear"}</Button> }
                        <Button look={Look::Quiet} label={format!("{}: not assessed, because…", competency.name)} onclick={set("na", control_id(&reason))}>{"Not assessed, because…"}</Button>
                    </span>
                }
            </div>
            if skipped {
                <div class={classes!("field", "reason", said.reason_fault.is_some().then_some("faulty"))}>
                    <span id={id("reason-name")} class="field-name">{format!("Why {} was not assessed", competency.name)}</span>
                    <Evidence id={control_id(&reason)} labelled_by={id("reason-name")} described_by={said.reason_fault.as_ref().map(|_| AttrValue::from(id("reason-error")))}
                        value={said.reason.clone()} oninput={edit(&reason)} onkey={props.onkey.clone()} rows="1"
                        placeholder="We did not get to it; the question was skipped…" invalid={said.reason_fault.is_some()} />
                    if let Some(fault) = &said.reason_fault { <p class="error" id={id("reason-error")}>{fault}</p> }
                </div>
            }
        </article>
    }
}

fn hint(ready: bool, chosen: Option<i64>, skipped: bool, levels: usize) -> Html {
    if skipped {
        html! { {"Not assessed. It counts as a gap, never as a low rating."} }
    } else if !ready && chosen.is_some() {
        html! { {"The rating stands, and cannot be sealed without evidence for it."} }
    } else if !ready {
        html! { {"A rating opens when there is evidence for it."} }
    } else {
        html! { <>{"Keys "}<kbd>{"1"}</kbd>{" to "}<kbd>{levels}</kbd>{", "}<kbd>{"0"}</kbd>{" not assessed"}<span class="faint">{"; with Alt while you write"}</span></> }
    }
}

#[derive(Properties, PartialEq)]
struct OtherProps {
    other: AttrValue,
    onkeep: Callback<()>,
    ontake: Callback<String>,
}

/// Another window chose something else.
#[component]
fn Other(props: &OtherProps) -> Html {
    let words = match props.other.as_str() {
        "na" => "not assessed".to_owned(),
        "" => "no rating".to_owned(),
        level => level.to_owned(),
    };
    let take = {
        let other = props.other.clone();
        props.ontake.reform(move |_: MouseEvent| other.to_string())
    };
    html! {
        <div class="note row">
            <span>{format!("Another of your windows chose {words}. The choice marked here stands.")}</span>
            <Button look={Look::Quiet} onclick={props.onkeep.reform(|_| ())}>{"Keep it"}</Button>
            <Button look={Look::Quiet} onclick={take}>{format!("Take {words}")}</Button>
        </div>
    }
}
