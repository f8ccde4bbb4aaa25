//! How many scorecards are in: one dot each, and words.

use super::tag::{Tag, Tone};
use evenhand_shared::loops;
use yew::prelude::*;

/// Properties of [`Progress`].
#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// The counts.
    pub of: loops::Progress,
}

/// Dots are drawn up to this many; more are told in words alone.
const MOST_DOTS: u64 = 10;

/// Progress, never content.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let loops::Progress { submitted, required, overdue } = props.of;
    html! {
        <span class="row">
            <span>
                if required <= MOST_DOTS {
                    <span class="progress" aria-hidden="true">
                        {for (0..required).map(|n| html! { <i class={(n < submitted).then_some("in")} /> })}
                    </span>
                }
                {format!("{submitted} of {required} in")}
            </span>
            if overdue > 0 { <Tag tone={Tone::Warn}>{format!("{overdue} overdue")}</Tag> }
        </span>
    }
}
