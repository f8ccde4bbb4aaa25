//! A rating as a dot on its rubric's scale: position and the number beside it carry the meaning, one hue supports.

use yew::prelude::*;

/// Where the first level stands.
const START: f64 = 8.0;
/// From the first level to the last.
const SPAN: f64 = 72.0;

/// Properties of [`Scale`].
#[derive(Properties, PartialEq)]
pub struct ScaleProps {
    /// How many levels the rubric has.
    pub levels: usize,
    /// The chosen level, from 1.
    #[prop_or_default]
    pub level: Option<i64>,
    /// The registered bar, as a share of the scale from 0 to 1.
    #[prop_or_default]
    pub bar: Option<f64>,
    /// Shown but not counted: drawn as a ring.
    #[prop_or_default]
    pub ring: bool,
}

/// The scale. It says nothing to those who hear the page: the number stands beside it.
#[component]
pub fn Scale(props: &ScaleProps) -> Html {
    let steps = u32::try_from(props.levels.saturating_sub(1)).map_or(1.0, f64::from).max(1.0);
    let at = |level: u32| START + SPAN * f64::from(level.saturating_sub(1)) / steps;
    let levels = u32::try_from(props.levels).unwrap_or(0);
    let chosen = props.level.and_then(|level| u32::try_from(level).ok());
    html! {
        <svg class="scale" viewBox="0 0 88 16" width="88" height="16" aria-hidden="true">
            if let Some(bar) = props.bar {
                <line class="scale-bar" x1={(START + SPAN * bar).to_string()} x2={(START + SPAN * bar).to_string()} y1="0" y2="16" />
            }
            {for (1..=levels).map(|level| html! { <circle class="scale-step" cx={at(level).to_string()} cy="8" r="3" /> })}
            if let Some(level) = chosen {
                <circle class={if props.ring { "scale-ring" } else { "scale-dot" }} cx={at(level).to_string()} cy="8" r="5.5" />
            }
        </svg>
    }
}
