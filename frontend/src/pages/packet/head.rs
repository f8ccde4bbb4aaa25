//! How and when the packet was revealed, and what its reader must know about the cards in it.

use crate::components::{notice::Note, time::When};
use evenhand_shared::{loops::ReleaseKind, packet::Packet};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of the components here.
#[derive(Properties, PartialEq)]
pub struct HeadProps {
    /// The packet.
    pub packet: Rc<Packet>,
}

/// `4 scorecards, all written before anyone saw another. Revealed Tue 16:20.`
#[component]
pub fn Lead(props: &HeadProps) -> Html {
    let packet = &props.packet;
    let (all, exposed) = (packet.cards.len(), packet.cards.iter().filter(|card| card.exposed).count());
    let blind = all.saturating_sub(exposed);
    let words = match (all, exposed) {
        (0, _) => "No scorecards.".to_owned(),
        (1, 0) => "1 scorecard, written before its author saw any other.".to_owned(),
        (all, 0) => format!("{all} scorecards, all written before anyone saw another."),
        (all, _) => format!("{blind} of {all} scorecards were written before their authors saw another."),
    };
    html! {
        <p>
            {words}{" "}
            if let Some(release) = &packet.release {
                {match release.kind {
                    ReleaseKind::PanelComplete => "Revealed when the panel was complete, ",
                    ReleaseKind::Opened => "Opened ",
                }}
                <When at={release.at} />
                if let Some(by) = &release.by { {format!(" by {by}")} }
                {"."}
                if let Some(reason) = &release.reason { {format!(" Reason: {reason}")} }
            }
        </p>
    }
}

/// Partial, adaptive, opened early, exposed, late: in words.
#[component]
pub fn Marks(props: &HeadProps) -> Html {
    let packet = &props.packet;
    let names = |wanted: fn(&evenhand_shared::packet::PacketCard) -> bool| {
        packet.cards.iter().filter(|card| wanted(card)).map(|card| card.author.clone()).collect::<Vec<_>>()
    };
    let (exposed, late) = (names(|card| card.exposed), names(|card| card.late));
    let nothing = !packet.partial
        && !packet.adaptive
        && packet.missing.is_empty()
        && exposed.is_empty()
        && late.is_empty();
    if nothing {
        return html! {};
    }
    html! {
        <Note>
            <ul class="marks">
                if packet.partial {
                    <li>
                        if packet.glass_until.is_none() { {"This is the view between panelists who have submitted. "} }
                        {"There are no means and no composite until the panel is complete."}
                    </li>
                }
                if packet.adaptive { <li>{"Adaptive: interviews were added after the loop had begun."}</li> }
                if !packet.missing.is_empty() { <li>{format!("Opened before everyone was in. No scorecard from {}.", list(&packet.missing))}</li> }
                if !exposed.is_empty() { <li>{format!("Exposed before submit: {}. Shown as a ring, and no figure counts it.", list(&exposed))}</li> }
                if !late.is_empty() { <li>{format!("Late, but still blind: {}. It counts.", list(&late))}</li> }
            </ul>
        </Note>
    }
}

/// Names with commas and an `and`.
fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
