//! What panelists said about their places, and what became of it.

use crate::components::{
    tag::{Tag, Tone},
    time::{When, readable},
};
use evenhand_shared::acts::{LoopRequest, RequestKind, RequestState};
use yew::prelude::*;

/// The section, newest first; nothing while nobody said anything.
pub fn said(requests: &[LoopRequest]) -> Html {
    if requests.is_empty() {
        return html! {};
    }
    html! {
        <section class="stack" aria-labelledby="said">
            <h2 id="said">{"What panelists said"}</h2>
            <ul class="matters">
                {for requests.iter().rev().map(|request| html! {
                    <li key={request.id.as_str()}>
                        <div><span>{words(request)}</span><span class="cell-sub"><When at={request.at} /></span></div>
                        {state(request)}
                    </li>
                })}
            </ul>
        </section>
    }
}

fn words(request: &LoopRequest) -> String {
    let who = &request.who;
    match (request.kind, request.until) {
        (RequestKind::Swap, _) => {
            format!("{who} asked {} to take over", request.colleague.as_deref().unwrap_or("a colleague"))
        }
        (RequestKind::Exchange, _) => format!(
            "{who} asked {} to exchange interviews",
            request.colleague.as_deref().unwrap_or("a colleague")
        ),
        (RequestKind::MoreTime, Some(until)) => format!("{who} asked for time until {}", readable(until)),
        (RequestKind::MoreTime, None) => format!("{who} asked for more time"),
        (RequestKind::Knows, _) => format!("{who} knows the candidate; only recruiters read this"),
    }
}

fn state(request: &LoopRequest) -> Html {
    match (request.state, request.kind) {
        (RequestState::Asked, _) => html! { <Tag tone={Tone::Accent}>{"Waits for an answer"}</Tag> },
        (RequestState::Granted, RequestKind::Swap) => html! { <Tag tone={Tone::Good}>{"Taken over"}</Tag> },
        (RequestState::Granted, RequestKind::Exchange) => {
            html! { <Tag tone={Tone::Good}>{"Exchanged"}</Tag> }
        }
        (RequestState::PassedOver, _) => html! { <Tag>{"No"}</Tag> },
        (RequestState::Granted, RequestKind::MoreTime) => html! { <Tag tone={Tone::Good}>{"Granted"}</Tag> },
        (RequestState::Granted, RequestKind::Knows) => html! { <Tag>{"Off the panel"}</Tag> },
        (RequestState::Refused, _) => html! { <Tag>{"No, or not asked any more"}</Tag> },
    }
}
