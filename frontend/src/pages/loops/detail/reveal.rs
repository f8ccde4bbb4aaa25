//! Whether the loop is sealed, and how it was revealed.

use crate::components::{notice::Note, seal::Seal, time::When};
use evenhand_shared::loops::{LoopDetail, ReleaseKind};
use yew::prelude::*;

/// The seal, or the story of its opening.
pub fn reveal(detail: &LoopDetail) -> Html {
    let Some(release) = &detail.release else {
        return html! {
            <Seal words={detail.reveal.words()}>
                <p>{"This page shows who is due, never what they wrote."}</p>
            </Seal>
        };
    };
    let words = match (release.kind, &release.by) {
        (ReleaseKind::PanelComplete, _) => "Revealed when the last required scorecard was in, ".to_owned(),
        (ReleaseKind::Opened, Some(by)) => format!("Opened by {by}, "),
        (ReleaseKind::Opened, None) => "Opened, ".to_owned(),
    };
    html! {
        <Note>
            <p>{words}<When at={release.at} />{"."}</p>
            if let Some(reason) = &release.reason { <p class="muted">{format!("Reason: {reason}")}</p> }
        </Note>
    }
}
