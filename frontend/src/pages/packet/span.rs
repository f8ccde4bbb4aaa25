//! A value with its range on a line from 0 to 1, and the bar.

use yew::prelude::*;

/// Where 0 stands.
const START: f64 = 8.0;
/// From 0 to 1.
const LENGTH: f64 = 264.0;

/// Properties of [`Span`].
#[derive(Properties, PartialEq)]
pub struct SpanProps {
    /// The value.
    pub value: f64,
    /// Lower end of the range.
    pub low: f64,
    /// Upper end of the range.
    pub high: f64,
    /// The bar.
    pub bar: f64,
}

/// The line. The figures stand beside it in words.
#[component]
pub fn Span(props: &SpanProps) -> Html {
    let at = |share: f64| (START + LENGTH * share.clamp(0.0, 1.0)).to_string();
    html! {
        <svg class="span" viewBox="0 0 280 28" width="280" height="28" aria-hidden="true">
            <line class="span-all" x1={at(0.0)} x2={at(1.0)} y1="10" y2="10" />
            <line class="span-range" x1={at(props.low)} x2={at(props.high)} y1="10" y2="10" />
            <line class="scale-bar" x1={at(props.bar)} x2={at(props.bar)} y1="1" y2="19" />
            <circle class="scale-dot" cx={at(props.value)} cy="10" r="5.5" />
            <text x={at(props.bar)} y="27" text-anchor="middle">{"bar"}</text>
        </svg>
    }
}
