//! Whether the loop is sealed, how it was revealed, and the way behind the seal in an emergency.

use super::acts::Act;
use crate::{
    components::{
        button::{Button, Look},
        link::Go,
        notice::Note,
        seal::Seal,
        time::When,
    },
    routes::Route,
};
use evenhand_shared::loops::{LoopDetail, ReleaseKind};
use yew::prelude::*;

/// The seal, or the story of its opening.
pub fn reveal(detail: &LoopDetail, onact: &Callback<Act>) -> Html {
    let Some(release) = &detail.release else {
        return html! {
            <Seal words={detail.reveal.words()}>
                <p>{"This page shows who is due, never what they wrote."}</p>
                if let Some(until) = detail.glass_until {
                    <p class="row">
                        <strong>{"You broke the glass: what is submitted is open to you until "}<When at={until} />{"."}</strong>
                        <Go to={Route::Packet { id: detail.row.id.0.clone() }} class="button">{"Read what is submitted"}</Go>
                    </p>
                } else {
                    <p><Button look={Look::Quiet} onclick={onact.reform(|_| Act::BreakGlass)}>{"In an emergency: break the glass"}</Button></p>
                }
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
            <p><Go to={Route::Afterwards { id: detail.row.id.0.clone() }}>{"What was changed afterwards"}</Go></p>
        </Note>
    }
}
