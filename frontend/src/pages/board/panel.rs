//! A card that stands open beside the board.

use crate::{
    api,
    components::{button::Button, link::Go, notice::Note, time::When, view::view},
    hooks::use_query,
    routes::Route,
};
use evenhand_shared::{
    CandidateId,
    board::{Card, Next},
    candidates::CandidateDetail,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Panel`].
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// The card.
    pub card: Rc<Card>,
    /// Where it stands.
    pub stage: AttrValue,
    /// Opens the list of stages.
    pub onmove: Callback<()>,
    /// Closes it.
    pub onclose: Callback<()>,
}

/// The panel.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let card = &props.card;
    let still = card.next == Next::OwnScorecard;
    html! {
        <aside class="board-panel" id="panel" aria-labelledby="panel-name">
            <header class="dialog-head">
                <h2 id="panel-name" tabindex="-1">{&card.name}</h2>
                <button type="button" class="icon" aria-label="Close" onclick={props.onclose.reform(|_| ())}>{"×"}</button>
            </header>
            <dl class="pairs">
                <div><dt>{"Stage"}</dt><dd>{&props.stage}</dd></div>
                if let Some(since) = card.since { <div><dt>{"Since"}</dt><dd><When at={since} /></dd></div> }
            </dl>
            if still {
                <Note>{"You are on the panel and have not submitted your scorecard. Until then this card stands still, and the rest is closed to you."}</Note>
                <div class="actions"><Go to={Route::Interviews} class="button">{"My interviews"}</Go></div>
            } else {
                <div class="actions">
                    <Button onclick={props.onmove.reform(|_| ())}>{"Move"}</Button>
                    <Go to={Route::Candidate { id: card.candidate_id.0.clone() }} class="button">{"Open the page"}</Go>
                    {next(card)}
                </div>
                <About key={card.candidate_id.as_str()} candidate={card.candidate_id.clone()} />
            }
        </aside>
    }
}

/// The next step as a link.
fn next(card: &Card) -> Html {
    let (to, words) = match (card.next, &card.loop_id) {
        (Next::StartLoop, _) => (
            Route::NewLoop { id: card.candidate_id.0.clone(), application: card.id.0.clone() },
            "Start a loop",
        ),
        (Next::Interviews, Some(id)) => (Route::Loop { id: id.0.clone() }, "Open the loop"),
        (Next::Packet, Some(id)) => (Route::Packet { id: id.0.clone() }, "Read the packet"),
        (Next::Interviews | Next::Packet, None) | (Next::OwnScorecard, _) => return html! {},
    };
    html! { <Go {to} class="button">{words}</Go> }
}

#[derive(Properties, PartialEq)]
struct AboutProps {
    candidate: CandidateId,
}

/// How to reach the person, and what they answered.
#[component]
fn About(props: &AboutProps) -> Html {
    let found = use_query(props.candidate.clone(), |id| async move { api::candidates::find(&id).await });
    view(&found, |found: &CandidateDetail| {
        let lines = [
            ("E-mail", &found.email),
            ("Telephone", &found.phone),
            ("Source", &found.source),
            ("Zone", &found.zone),
        ];
        html! {
            <>
                <dl class="pairs">
                    {for lines.into_iter().filter(|(_, value)| !value.is_empty()).map(|(label, value)| html! {
                        <div key={label}><dt>{label}</dt><dd>{value}</dd></div>
                    })}
                </dl>
                {for found.answers.iter().map(|(heading, text)| html! {
                    <section key={heading.as_str()}><h3>{heading}</h3><p class="pre small">{text}</p></section>
                })}
            </>
        }
    })
}
