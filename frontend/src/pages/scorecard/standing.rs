//! Cards that are not written any more, in words.

use super::sealed::packet_route;
use crate::components::{link::Go, notice::Note, time::When};
use crate::routes::Route;
use evenhand_shared::{
    loops::SlotState,
    scorecards::{CardState, ScorecardPage},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of the components here.
#[derive(Properties, PartialEq)]
pub struct StandingProps {
    /// The page.
    pub page: Rc<ScorecardPage>,
}

/// A void place in two or three words.
pub const fn void_tag(slot: SlotState) -> &'static str {
    match slot {
        SlotState::Declined => "You declined",
        SlotState::NoShow => "They did not come",
        SlotState::Cancelled => "Called off",
        SlotState::Replaced => "Passed on",
        SlotState::Assigned | SlotState::Accepted => "Not asked for",
    }
}

/// No card is owed.
#[component]
pub fn VoidCard(props: &StandingProps) -> Html {
    let (title, words) = match props.page.interview.slot {
        SlotState::Declined => (
            "You declined this interview",
            "No scorecard is owed. If that was a mistake, tell the person who planned it: they can put you on the panel again.",
        ),
        SlotState::NoShow => ("The candidate did not come", "No scorecard is owed for this conversation."),
        SlotState::Cancelled => ("This interview was called off", "No scorecard is owed."),
        SlotState::Replaced => ("Somebody else took this place", "No scorecard is owed by you."),
        SlotState::Assigned | SlotState::Accepted => {
            ("No scorecard is asked for", "This place does not ask for a scorecard.")
        }
    };
    html! {
        <div class="after">
            <h2>{title}</h2>
            <p class="muted">{words}{" You stay blind on this candidate until the panel's scorecards are revealed."}</p>
            <p><Go to={Route::Interviews}>{"Back to my interviews"}</Go></p>
        </div>
    }
}

/// The author withdrew it.
#[component]
pub fn WithdrawnCard(props: &StandingProps) -> Html {
    html! {
        <div class="after">
            <h2>{"You withdrew this scorecard"}</h2>
            if let Some(at) = props.page.submitted_at { <p class="muted">{"It had been sealed "}<When {at} />{"."}</p> }
            <p class="muted">{"Its content stays sealed for good: it is not part of the packet, and no figure counts it. The place on the panel is spent."}</p>
            if let Some(to) = packet_route(&props.page) { <p><Go {to} class="button">{"Open the packet"}</Go></p> }
            <p><Go to={Route::Interviews}>{"Back to my interviews"}</Go></p>
        </div>
    }
}

/// The card carries the mark of having seen others' content.
#[component]
pub fn Exposed(props: &StandingProps) -> Html {
    if !props.page.exposed {
        return html! {};
    }
    let writing = props.page.interview.card == CardState::Draft;
    html! {
        <Note warn={true}>
            <p><strong>{"Exposed before submit. "}</strong>
                {if writing { "You have been shown sealed content about this candidate. A scorecard written now is shown with this mark, and no figure counts it." }
                else { "You had been shown sealed content about this candidate before you submitted. Your scorecard is shown with this mark, and no figure counts it." }}
            </p>
            if writing && let Some(to) = packet_route(&props.page) { <p><Go {to}>{"Open the packet"}</Go></p> }
        </Note>
    }
}
