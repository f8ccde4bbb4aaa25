//! What was said about a place already, and what became of it.

use crate::components::{
    tag::{Tag, Tone},
    time::readable,
};
use evenhand_shared::acts::{OwnRequest, RequestKind, RequestState};
use yew::prelude::*;

/// What was asked, as a sentence.
pub fn said_words(request: &OwnRequest) -> String {
    match request.kind {
        RequestKind::Swap => {
            format!("You asked {} to take over.", request.colleague.as_deref().unwrap_or("a colleague"))
        }
        RequestKind::MoreTime => match request.until {
            Some(until) => format!("You asked for time until {}.", readable(until)),
            None => "You asked for more time.".to_owned(),
        },
        RequestKind::Exchange => {
            format!(
                "You asked {} to exchange interviews.",
                request.colleague.as_deref().unwrap_or("a colleague")
            )
        }
        RequestKind::Knows => "You said that you know this person.".to_owned(),
    }
}

/// Where it stands.
pub fn state_tag(request: &OwnRequest) -> Html {
    match (request.state, request.kind) {
        (RequestState::Asked | RequestState::PassedOver, _) => {
            html! { <Tag tone={Tone::Accent}>{"Waits for an answer"}</Tag> }
        }
        (RequestState::Granted, RequestKind::Swap) => html! { <Tag tone={Tone::Good}>{"Taken over"}</Tag> },
        (RequestState::Granted, RequestKind::Exchange) => {
            html! { <Tag tone={Tone::Good}>{"Exchanged"}</Tag> }
        }
        (RequestState::Granted, RequestKind::MoreTime) => html! { <Tag tone={Tone::Good}>{"Granted"}</Tag> },
        (RequestState::Granted, RequestKind::Knows) => {
            html! { <Tag tone={Tone::Good}>{"You are free"}</Tag> }
        }
        (RequestState::Refused, _) => html! { <Tag>{"No, or not asked any more"}</Tag> },
    }
}

/// The section; nothing before anything was said.
pub fn said(requests: &[OwnRequest]) -> Html {
    if requests.is_empty() {
        return html! {};
    }
    html! {
        <section class="stack" aria-labelledby="said">
            <h2 id="said">{"What you have asked so far"}</h2>
            <ul class="matters">
                {for requests.iter().enumerate().map(|(n, request)| html! {
                    <li key={n}><div><span class="matter-what">{said_words(request)}</span></div>{state_tag(request)}</li>
                })}
            </ul>
        </section>
    }
}
