//! What was changed after it had been sealed: who, when and why, with the first value beside.

use crate::{
    api,
    components::{
        empty::Empty, head::PageHead, link::Go, notice::Note, order::ordered, table::Table, tag::Tag,
        time::When, view::view,
    },
    hooks::use_query,
    pages::scorecard::{mark_words, tag_words},
    routes::Route,
    state::{
        frame::Crumb,
        session::{holds, use_me},
    },
};
use evenhand_shared::{
    LoopId,
    packet::{Packet, PacketCard, WithdrawnCard},
    people::Role,
    scorecards::{Amendment, CardContent},
};
use yew::prelude::*;

/// Properties of [`AfterwardsPage`].
#[derive(Properties, PartialEq)]
pub struct AfterwardsPageProps {
    /// The loop.
    pub id: String,
}

/// The page.
#[component]
pub fn AfterwardsPage(props: &AfterwardsPageProps) -> Html {
    let me = use_me();
    let team = holds(&me, Role::Recruiter) || holds(&me, Role::HiringManager);
    let packet = use_query(props.id.clone(), |id| async move { api::loops::packet(&LoopId(id)).await });
    let mut crumbs = Vec::new();
    if team {
        crumbs.push(Crumb::to("Loops", Route::Loops));
        crumbs.push(Crumb::to("Loop", Route::Loop { id: props.id.clone() }));
    } else {
        crumbs.push(Crumb::to("Packet", Route::Packet { id: props.id.clone() }));
    }
    let name = packet.data.as_ref().map(|packet| packet.candidate_name.clone());
    html! {
        <div class="page">
            <PageHead title={name.map_or_else(|| "Changed afterwards".to_owned(), |name| format!("Changed afterwards: {name}"))} {crumbs}
                lead={html! { "Sealed scorecards are never overwritten. What their authors added later stands here; the first version counts in every figure." }}>
                <Go to={Route::Packet { id: props.id.clone() }} class="button">{"Read the packet"}</Go>
            </PageHead>
            {view(&packet, ready)}
        </div>
    }
}

/// An amendment with its card and what stood before.
struct Step<'a> {
    card: &'a PacketCard,
    before: &'a CardContent,
    amendment: &'a Amendment,
}

fn steps(packet: &Packet) -> Vec<Step<'_>> {
    packet
        .cards
        .iter()
        .flat_map(|card| {
            let before = std::iter::once(&card.first).chain(card.amendments.iter().map(|a| &a.content));
            card.amendments.iter().zip(before).map(move |(amendment, before)| Step {
                card,
                before,
                amendment,
            })
        })
        .collect()
}

fn ready(packet: &Packet) -> Html {
    let steps = steps(packet);
    let steps = ordered(steps.iter().collect(), &|a, b| a.amendment.at.cmp(&b.amendment.at));
    if steps.is_empty() && packet.withdrawn.is_empty() {
        return html! {
            <Empty title="Nothing was changed">
                {"Every scorecard stands as its author sealed it. When somebody amends or withdraws theirs, it is listed here with the reason."}
            </Empty>
        };
    }
    html! {
        <>
            if !packet.withdrawn.is_empty() {
                <section class="stack" aria-labelledby="withdrawn">
                    <h2 id="withdrawn">{"Withdrawn"}</h2>
                    {for packet.withdrawn.iter().map(withdrawn)}
                </section>
            }
            if !steps.is_empty() {
                <section class="stack" aria-labelledby="amended">
                    <h2 id="amended">{"Amended"}</h2>
                    {for steps.into_iter().map(|step| change(packet, step))}
                </section>
            }
        </>
    }
}

fn withdrawn(card: &WithdrawnCard) -> Html {
    html! {
        <Note key={card.id.as_str()}>
            <p><strong>{format!("{}, {}", card.author, card.kit_name)}</strong>if let Some(at) = card.at { {" · "}<When {at} /> }</p>
            <p>{format!("Why: {}", card.reason)}</p>
            <p class="muted">{"What was written stays sealed for good. No figure counts it."}</p>
        </Note>
    }
}

fn change(packet: &Packet, step: &Step<'_>) -> Html {
    let Step { card, before, amendment } = step;
    let rows = rows(packet, card, before, &amendment.content);
    html! {
        <article class="amended stack" key={format!("{}/{}", card.id, amendment.revision)}>
            <header>
                <h3>{format!("{}, {}", card.author, card.kit_name)}</h3>
                <p class="row small"><span>{format!("Version {}", amendment.revision)}</span><When at={amendment.at} /><Tag>{tag_words(amendment.tag)}</Tag></p>
            </header>
            <p class="prose">{format!("Why: {}", amendment.reason)}</p>
            if rows.is_empty() {
                <p class="muted">{"The words are the same as before."}</p>
            } else {
                <Table caption={format!("What {} changed in version {}", card.author, amendment.revision)} stacked={true}
                    columns={["What", "First, which counts", "Now"].map(AttrValue::from).to_vec()}>
                    {for rows.into_iter().map(|(what, first, now)| html! {
                        <tr><th scope="row">{what}</th><td class="pre" data-label="First, which counts">{first}</td><td class="pre" data-label="Now">{now}</td></tr>
                    })}
                </Table>
            }
        </article>
    }
}

/// What this version changed: its name, how it was first, how it is now.
fn rows(
    packet: &Packet,
    card: &PacketCard,
    before: &CardContent,
    now: &CardContent,
) -> Vec<(String, String, String)> {
    let mut rows = Vec::new();
    for mark in &now.marks {
        let of = |content: &CardContent| {
            content.marks.iter().find(|other| other.competency == mark.competency).cloned()
        };
        let (Some(old), Some(first)) = (of(before), of(&card.first)) else { continue };
        let name = packet
            .rows
            .iter()
            .find(|row| row.competency == mark.competency)
            .map_or_else(|| mark.competency.clone(), |row| row.name.clone());
        if old.mark != mark.mark {
            rows.push((name.clone(), mark_words(&first.mark), mark_words(&mark.mark)));
        }
        if old.evidence != mark.evidence {
            rows.push((format!("{name}: evidence"), first.evidence, mark.evidence.clone()));
        }
    }
    if before.recommendation != now.recommendation {
        let words = |content: &CardContent| content.recommendation.words().to_owned();
        rows.push(("Recommendation".to_owned(), words(&card.first), words(now)));
    }
    if before.takeaways != now.takeaways {
        rows.push(("Key take-aways".to_owned(), card.first.takeaways.clone(), now.takeaways.clone()));
    }
    rows
}
