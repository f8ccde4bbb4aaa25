//! One card's mark for one competency.

use crate::{components::scale::Scale, pages::scorecard::mark_words};
use evenhand_shared::{
    packet::{Packet, PacketCard, PacketRow},
    scorecards::{CardContent, CompetencyMark, Mark},
};
use yew::prelude::*;

/// What a card says about a competency.
pub fn mark_in<'a>(content: &'a CardContent, competency: &str) -> Option<&'a CompetencyMark> {
    content.marks.iter().find(|mark| mark.competency == competency)
}

/// The cell: number, dot on the scale with the bar, and what a later amendment says.
pub fn cell(packet: &Packet, card: &PacketCard, row: &PacketRow) -> Html {
    let Some(first) = mark_in(&card.first, &row.competency) else {
        return html! { <span class="na"><span aria-hidden="true">{"–"}</span><span class="visually-hidden">{"not part of this interview"}</span></span> };
    };
    let later = card
        .amendments
        .last()
        .and_then(|amendment| mark_in(&amendment.content, &row.competency))
        .filter(|mark| mark.mark != first.mark)
        .map(|mark| mark_words(&mark.mark));
    html! {
        <>
            {match &first.mark {
                Mark::Rated { level } => html! {
                    <span class="mark">
                        <b>{level}</b>
                        <Scale levels={row.anchors.len()} level={*level} bar={packet.bar} ring={card.exposed} />
                    </span>
                },
                Mark::NotAssessed { .. } => html! { <span class="na">{"not assessed"}</span> },
            }}
            if card.exposed { <span class="cell-sub">{"not counted"}</span> }
            if let Some(later) = later { <span class="cell-sub">{format!("amended to {later}")}</span> }
        </>
    }
}
