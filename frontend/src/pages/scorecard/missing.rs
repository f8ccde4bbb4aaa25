//! What is missing before the card can be sealed, each with the way to it.

use evenhand_shared::{FieldError, scorecards::FieldKey};
use yew::prelude::*;

/// Properties of [`Missing`].
#[derive(Properties, PartialEq)]
pub struct MissingProps {
    /// Faults of the card, as the server would name them.
    pub faults: Vec<FieldError>,
    /// Goes to a field.
    pub ongo: Callback<FieldKey>,
}

/// The list.
#[component]
pub fn Missing(props: &MissingProps) -> Html {
    html! {
        <section class="missing" aria-labelledby="missing">
            <h3 id="missing">{"Still missing"}</h3>
            <ul>
                {for props.faults.iter().filter_map(|fault| {
                    let field = fault.pointer.strip_prefix("/fields/").and_then(FieldKey::parse)?;
                    let onclick = props.ongo.reform(move |event: MouseEvent| {
                        event.prevent_default();
                        field.clone()
                    });
                    Some(html! { <li key={fault.pointer.as_str()}><a href="#main" {onclick}>{&fault.message}</a></li> })
                })}
            </ul>
        </section>
    }
}
