//! The evidence behind one competency, card by card, with what was amended beside the first version.

use super::cell::mark_in;
use crate::{
    components::{tag::Tag, time::When},
    pages::scorecard::{anchor, mark_words, tag_words},
};
use evenhand_shared::{
    packet::{Packet, PacketCard, PacketRow},
    scorecards::{CompetencyMark, Mark},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Detail`].
#[derive(Properties, PartialEq)]
pub struct DetailProps {
    /// The packet.
    pub packet: Rc<Packet>,
    /// The competency.
    pub row: PacketRow,
}

/// The evidence.
#[component]
pub fn Detail(props: &DetailProps) -> Html {
    let row = &props.row;
    let cards: Vec<&PacketCard> =
        props.packet.cards.iter().filter(|card| mark_in(&card.first, &row.competency).is_some()).collect();
    html! {
        <div class="proofs">
            if cards.is_empty() { <p class="muted">{"No interview of this loop had it in its kit."}</p> }
            {for cards.into_iter().map(|card| html! { <article class="proof" key={card.id.as_str()}>{proof(card, row)}</article> })}
        </div>
    }
}

fn proof(card: &PacketCard, row: &PacketRow) -> Html {
    let first = mark_in(&card.first, &row.competency);
    let mut before = first;
    let mut later = Vec::new();
    for amendment in &card.amendments {
        let after = mark_in(&amendment.content, &row.competency);
        if let Some(mark) = after.filter(|_| after != before) {
            later.push((amendment, mark));
        }
        before = after.or(before);
    }
    html! {
        <>
            <h3>{format!("{}, {}", card.author, card.kit_name)}</h3>
            {first.map_or_else(Html::default, |mark| said(mark, row))}
            {for later.into_iter().map(|(amendment, mark)| html! {
                <div class="later" key={amendment.revision}>
                    <p class="row"><strong>{format!("Amended to {}", mark_words(&mark.mark))}</strong><When at={amendment.at} /><Tag>{tag_words(amendment.tag)}</Tag></p>
                    <p class="small">{format!("Why: {}", amendment.reason)}</p>
                    {said(mark, row)}
                </div>
            })}
        </>
    }
}

fn said(mark: &CompetencyMark, row: &PacketRow) -> Html {
    html! {
        <>
            <p class="proof-level">
                {match &mark.mark {
                    Mark::Rated { level } => html! { <><b>{level}</b>{" "}{anchor(&row.anchors, *level)}</> },
                    Mark::NotAssessed { reason } => html! { {format!("Not assessed: {reason}")} },
                }}
            </p>
            if !mark.evidence.trim().is_empty() { <p class="text">{&mark.evidence}</p> }
        </>
    }
}
