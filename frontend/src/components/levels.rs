//! A rubric as a row of tiles with the anchors written out; one is chosen. Native radio buttons carry it.

use yew::prelude::*;

/// Properties of [`Levels`].
#[derive(Properties, PartialEq)]
pub struct LevelsProps {
    /// Name of the group, and the start of its identifiers.
    pub name: AttrValue,
    /// Identifier of the words that name the group.
    pub labelled_by: AttrValue,
    /// Identifiers of the words that describe it.
    pub described_by: AttrValue,
    /// Anchors from the lowest level to the highest.
    pub anchors: Vec<String>,
    /// The chosen level, from 1.
    pub chosen: Option<i64>,
    /// Nothing can be chosen now; the words beside say why.
    pub locked: bool,
    /// Hears the chosen level.
    pub onchoose: Callback<i64>,
}

/// The tiles.
#[component]
pub fn Levels(props: &LevelsProps) -> Html {
    let class = classes!(
        "levels",
        format!("of-{}", props.anchors.len()),
        props.locked.then_some("locked"),
        props.chosen.is_some().then_some("set")
    );
    html! {
        <div {class} role="radiogroup" aria-labelledby={props.labelled_by.clone()} aria-describedby={props.described_by.clone()}
            aria-disabled={props.locked.then_some("true")}>
            {for (1_i64..).zip(&props.anchors).map(|(level, anchor)| {
                let chosen = props.chosen == Some(level);
                let onchange = props.onchoose.reform(move |_: Event| level);
                html! {
                    <label key={level} class={chosen.then_some("on")}>
                        <input type="radio" name={props.name.clone()} value={level.to_string()} id={format!("{}-{level}", props.name)}
                            checked={chosen} disabled={props.locked} {onchange} />
                        <b>{level}if chosen { <i aria-hidden="true">{"chosen"}</i> }</b>
                        <span>{anchor}</span>
                    </label>
                }
            })}
        </div>
    }
}
