//! Key take-aways and private notes.

use super::competency::control_id;
use crate::components::evidence::Evidence;
use evenhand_shared::scorecards::FieldKey;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Properties of [`Notes`].
#[derive(Properties, PartialEq)]
pub struct NotesProps {
    /// Take-aways.
    pub takeaways: AttrValue,
    /// Private notes; absent where they have no place.
    #[prop_or_default]
    pub private_notes: Option<AttrValue>,
    /// Hears what is typed.
    pub onedit: Callback<(FieldKey, String)>,
    /// Hears keys pressed in the fields.
    #[prop_or_default]
    pub onkey: Option<Callback<KeyboardEvent, bool>>,
    /// Faults of the two.
    #[prop_or_default]
    pub faults: (Option<AttrValue>, Option<AttrValue>),
}

/// The two fields.
#[component]
pub fn Notes(props: &NotesProps) -> Html {
    let field = |key: FieldKey,
                 value: &AttrValue,
                 title: &'static str,
                 hint: &'static str,
                 fault: &Option<AttrValue>| {
        let id = control_id(&key);
        let described = format!("{id}-hint {id}-error");
        let onedit = {
            let key = key.clone();
            props.onedit.reform(move |value: String| (key.clone(), value))
        };
        html! {
            <article class="comp" aria-labelledby={format!("{id}-name")}>
                <header><h2 id={format!("{id}-name")}>{title}</h2></header>
                <p class="hint" id={format!("{id}-hint")}>{hint}</p>
                <Evidence id={id.clone()} labelled_by={format!("{id}-name")} described_by={Some(AttrValue::from(described))}
                    value={value.clone()} oninput={onedit} onkey={props.onkey.clone()} invalid={fault.is_some()} />
                <p class="error" id={format!("{id}-error")}>{fault.clone().unwrap_or_default()}</p>
            </article>
        }
    };
    html! {
        <>
            {field(FieldKey::Takeaways, &props.takeaways, "Key take-aways", "Two or three sentences that a colleague reads first. They are sealed with your scorecard.", &props.faults.0)}
            if let Some(private) = &props.private_notes {
                {field(FieldKey::PrivateNotes, private, "Private notes", "Never shared with anybody inside, and not part of what is sealed. The candidate may obtain these.", &props.faults.1)}
            }
        </>
    }
}
