//! Below the matrix: the composite and how it is computed, the recommendations, the take-aways.

use super::{matrix::hundredths, span::Span};
use crate::{components::table::Table, pages::scorecard::tag_words};
use evenhand_shared::{
    packet::{Composite, Packet, PacketCard},
    scorecards::Recommendation,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Summary`].
#[derive(Properties, PartialEq)]
pub struct SummaryProps {
    /// The packet.
    pub packet: Rc<Packet>,
}

/// The three parts.
#[component]
pub fn Summary(props: &SummaryProps) -> Html {
    let packet = &props.packet;
    let takeaways: Vec<&PacketCard> =
        packet.cards.iter().filter(|card| !card.first.takeaways.trim().is_empty()).collect();
    html! {
        <div class="sum">
            if !packet.partial {
                <section aria-labelledby="composite">
                    <h2 id="composite">{"Composite"}</h2>
                    if let Some(composite) = &packet.composite {
                        {composite_words(packet, composite)}
                    } else {
                        <p>{"Nothing was rated that counts, so there is no composite."}</p>
                    }
                </section>
            }
            <section aria-labelledby="recommendations">
                <h2 id="recommendations">{"Recommendations"}</h2>
                if let Some(composite) = &packet.composite { <p><strong>{tally(&composite.recommendations)}</strong></p> }
                <ul class="list-plain">
                    {for packet.cards.iter().map(|card| html! { <li key={card.id.as_str()}>{recommendation(card)}</li> })}
                </ul>
            </section>
            if !takeaways.is_empty() {
                <section aria-labelledby="takeaways">
                    <h2 id="takeaways">{"Key take-aways"}</h2>
                    {for takeaways.into_iter().map(|card| html! {
                        <div key={card.id.as_str()} class="takeaway"><h3>{&card.author}</h3><p class="text">{&card.first.takeaways}</p></div>
                    })}
                </section>
            }
        </div>
    }
}

fn composite_words(packet: &Packet, composite: &Composite) -> Html {
    let people = counted(composite.people, "person", "people");
    let ratings = counted(composite.ratings, "rating", "ratings");
    html! {
        <>
            <p><strong>{hundredths(composite.value)}</strong>{format!(" of 1, from {people} and {ratings}, weights as registered in plan version {}. Single scorecards range from {} to {}; the bar is {}.",
                packet.plan_number, hundredths(composite.low), hundredths(composite.high), hundredths(packet.bar))}</p>
            <Span value={composite.value} low={composite.low} high={composite.high} bar={packet.bar} />
            <details>
                <summary>{"How it is computed"}</summary>
                <p>{format!("Each rating becomes a share of its scale: the lowest level is 0, the highest 1. Per competency the mean of the first sealed versions is taken, and the registered weights are spread over what was assessed: {} % of the weight here. Amendments, exposed scorecards and what was not assessed do not count.", composite.weight_assessed)}</p>
                <Table caption="Weights, means and rubrics" columns={["Competency", "#Weight", "#Mean level", "#n", "#Rubric version"].map(AttrValue::from).to_vec()}>
                    {for packet.rows.iter().map(|row| html! {
                        <tr key={row.competency.as_str()}>
                            <th scope="row">{&row.name}</th>
                            <td class="num">{format!("{} %", row.weight)}</td>
                            <td class="num">{row.mean.map_or_else(|| "–".to_owned(), |mean| format!("{mean:.2} of {}", row.anchors.len()))}</td>
                            <td class="num">{row.n}</td>
                            <td class="num">{row.rubric_version}</td>
                        </tr>
                    })}
                </Table>
                <Table caption="Single scorecards" columns={["Scorecard", "#Alone"].map(AttrValue::from).to_vec()}>
                    {for packet.cards.iter().map(|card| html! {
                        <tr key={card.id.as_str()}>
                            <th scope="row">{&card.author}<span class="cell-sub">{&card.kit_name}</span></th>
                            <td class="num">{card.composite.map_or_else(|| "nothing rated".to_owned(), hundredths)}{if card.exposed { ", not counted" } else { "" }}</td>
                        </tr>
                    })}
                </Table>
            </details>
        </>
    }
}

fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// `2 yes, 1 strong yes, 1 no`.
fn tally(recommendations: &[(Recommendation, u64)]) -> String {
    let parts: Vec<String> = recommendations
        .iter()
        .rev()
        .filter(|(_, n)| *n > 0)
        .map(|(recommendation, n)| format!("{n} {}", recommendation.words().to_lowercase()))
        .collect();
    if parts.is_empty() { "None that counts.".to_owned() } else { format!("{}.", parts.join(", ")) }
}

fn recommendation(card: &PacketCard) -> Html {
    let mut marks = Vec::new();
    if card.exposed {
        marks.push("exposed before submit, not counted".to_owned());
    }
    if card.late {
        marks.push("late, blind".to_owned());
    }
    for amendment in card.amendments.iter().filter(|a| a.content.recommendation != card.first.recommendation)
    {
        let words = amendment.content.recommendation.words().to_lowercase();
        marks.push(format!("amended to {words}, {}", tag_words(amendment.tag)));
    }
    html! {
        <>
            {&card.author}{": "}<strong>{card.first.recommendation.words().to_lowercase()}</strong>
            if !marks.is_empty() { <span class="cell-sub">{marks.join("; ")}</span> }
        </>
    }
}
