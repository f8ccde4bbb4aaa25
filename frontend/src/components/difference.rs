//! Two versions beside each other: field by field, what was taken out and what was added, in words and not by colour alone.

use evenhand_shared::difference::{Change, Stretch, words};
use yew::prelude::*;

/// A text with its changes inside it.
fn inline(old: &str, new: &str) -> Html {
    html! {
        <p class="pre change-text">
            {for words(old, new).into_iter().map(|stretch| match stretch {
                Stretch::Same(text) => html! { {text} },
                Stretch::Removed(text) => html! { <del><span class="visually-hidden">{"taken out: "}</span>{text}</del> },
                Stretch::Added(text) => html! { <ins><span class="visually-hidden">{"added: "}</span>{text}</ins> },
            })}
        </p>
    }
}

fn one(change: &Change) -> Html {
    let (verb, body) = match (&change.old, &change.new) {
        (Some(old), Some(new)) => ("Changed", inline(old, new)),
        (Some(old), None) => ("Taken out", html! { <p class="pre change-text"><del>{old}</del></p> }),
        (None, Some(new)) => ("Added", html! { <p class="pre change-text"><ins>{new}</ins></p> }),
        (None, None) => return html! {},
    };
    let field = if change.field.is_empty() { String::new() } else { format!("{} · ", change.field) };
    html! {
        <li class="change">
            <span class="change-verb">{field}{verb}</span>
            {body}
        </li>
    }
}

/// What differs, by place.
pub fn difference(changes: &[Change]) -> Html {
    if changes.is_empty() {
        return html! { <p class="muted">{"The two are the same."}</p> };
    }
    let mut places: Vec<(&str, Vec<&Change>)> = Vec::new();
    for change in changes {
        match places.last_mut() {
            Some((place, list)) if *place == change.place => list.push(change),
            _ => places.push((&change.place, vec![change])),
        }
    }
    html! {
        <div class="difference">
            <p class="hint">{"Words that were taken out are struck through; words that were added are underlined."}</p>
            {for places.into_iter().map(|(place, changes)| html! {
                <section class="change-place">
                    <h3>{place}</h3>
                    <ul class="list-plain">{for changes.into_iter().map(one)}</ul>
                </section>
            })}
        </div>
    }
}
