//! The matrix: competencies down, cards across, figures at the right. The evidence opens in place.

use super::{cell::cell, detail::Detail};
use crate::{
    components::button::{Button, Look},
    hooks::{focus_soon, use_keys},
};
use evenhand_shared::packet::{Packet, PacketRow, RowGroup};
use std::{collections::BTreeSet, rc::Rc};
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Properties of [`Matrix`].
#[derive(Properties, PartialEq)]
pub struct MatrixProps {
    /// The packet.
    pub packet: Rc<Packet>,
}

/// Which rows show their evidence.
#[derive(Clone, PartialEq, Default)]
struct Opened(BTreeSet<String>);

enum Turn {
    One(String),
    All(Vec<String>),
}

impl Reducible for Opened {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut open = self.0.clone();
        match turn {
            Turn::One(key) => {
                if !open.remove(&key) {
                    open.insert(key);
                }
            }
            Turn::All(keys) if open.len() < keys.len() => open.extend(keys),
            Turn::All(_) => open.clear(),
        }
        Rc::new(Self(open))
    }
}

/// The matrix.
#[component]
pub fn Matrix(props: &MatrixProps) -> Html {
    let packet = &props.packet;
    let opened = use_reducer(Opened::default);
    let at = use_mut_ref(|| None::<usize>);
    let groups = groups(packet);
    let order: Vec<String> =
        groups.iter().flat_map(|(_, rows)| rows.iter().map(|row| row.competency.clone())).collect();
    let all = {
        let (dispatcher, order) = (opened.dispatcher(), order.clone());
        Callback::from(move |()| dispatcher.dispatch(Turn::All(order.clone())))
    };
    {
        let (all, order) = (all.clone(), order.clone());
        use_keys(Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return false;
            }
            let mut at = at.borrow_mut();
            let last = order.len().saturating_sub(1);
            *at = match (event.key().as_str(), *at) {
                ("j", now) => Some(now.map_or(0, |now| now.saturating_add(1).min(last))),
                ("k", now) => Some(now.map_or(0, |now| now.saturating_sub(1))),
                ("o", _) => {
                    all.emit(());
                    return true;
                }
                _ => return false,
            };
            if let Some(key) = at.and_then(|at| order.get(at)) {
                focus_soon(format!("row-{key}"));
            }
            true
        }));
    }
    let columns = packet.cards.len().saturating_add(if packet.partial { 1 } else { 2 });
    let everything = !order.is_empty() && opened.0.len() == order.len();
    let turn = opened.dispatcher();
    html! {
        <section aria-labelledby="matrix">
            <header class="matrix-head">
                <h2 id="matrix">{"Ratings"}</h2>
                <p class="hint">{format!("The dashed line on each scale is the bar registered in plan version {}: {} of the scale.", packet.plan_number, hundredths(packet.bar))}</p>
                <Button look={Look::Quiet} onclick={all.reform(|_| ())}>{if everything { "Hide all evidence" } else { "Show all evidence" }}</Button>
            </header>
            <div class="matrix-scroll" tabindex="0" role="region" aria-label="Ratings by competency and interviewer">
                <table class="matrix" role="table">
                    <caption class="visually-hidden">{"Ratings by competency and interviewer; each competency opens its evidence"}</caption>
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{"Competency"}</th>
                        {for packet.cards.iter().map(|card| html! {
                            <th scope="col" role="columnheader" key={card.id.as_str()}>{&card.author}<span class="cell-sub">{&card.kit_name}</span></th>
                        })}
                        if !packet.partial { <th scope="col" role="columnheader" class="num">{"Mean · range · n"}</th> }
                    </tr></thead>
                    {for groups.into_iter().map(|(title, rows)| html! {
                        <tbody role="rowgroup" key={title}>
                            <tr class="group" role="row"><th scope="rowgroup" role="rowheader" colspan={columns.to_string()}>{title}</th></tr>
                            {for rows.into_iter().map(|row| lines(packet, row, columns, &opened, &turn))}
                        </tbody>
                    })}
                </table>
            </div>
        </section>
    }
}

fn lines(
    packet: &Rc<Packet>,
    row: &PacketRow,
    columns: usize,
    opened: &Opened,
    turn: &UseReducerDispatcher<Opened>,
) -> Html {
    let open = opened.0.contains(&row.competency);
    let gap = row.group == RowGroup::Gap && !packet.partial;
    let detail = format!("evidence-{}", row.competency);
    let onclick = {
        let (turn, key) = (turn.clone(), row.competency.clone());
        Callback::from(move |_: MouseEvent| turn.dispatch(Turn::One(key.clone())))
    };
    html! {
        <>
            <tr class={classes!("line", gap.then_some("gap"))} role="row">
                <th scope="row" role="rowheader">
                    <button type="button" class="opener" id={format!("row-{}", row.competency)} aria-controls={detail.clone()}
                        aria-expanded={if open { "true" } else { "false" }} {onclick}>{&row.name}</button>
                    <span class="cell-sub">{format!("weight {} %", row.weight)}</span>
                </th>
                if gap {
                    <td role="cell" class="na" colspan={packet.cards.len().max(1).to_string()}>{gap_words(row)}</td>
                } else {
                    {for packet.cards.iter().map(|card| html! {
                        <td role="cell" key={card.id.as_str()} data-label={format!("{}, {}", card.author, card.kit_name)}>{cell(packet, card, row)}</td>
                    })}
                }
                if !packet.partial { <td role="cell" class="num" data-label="Mean · range · n">{figures(row)}</td> }
            </tr>
            <tr class="detail" id={detail} role="row" hidden={!open}>
                <td role="cell" colspan={columns.to_string()}><Detail packet={packet.clone()} row={row.clone()} /></td>
            </tr>
        </>
    }
}

/// The rows under their headings, in the order in which they are worth talking about.
fn groups(packet: &Packet) -> Vec<(&'static str, Vec<&PacketRow>)> {
    if packet.partial {
        return vec![("So far", packet.rows.iter().collect())];
    }
    [
        (RowGroup::Gap, "Nobody assessed"),
        (RowGroup::Differently, "Seen differently"),
        (RowGroup::Alike, "Seen alike"),
        (RowGroup::Single, "One rating only"),
    ]
    .into_iter()
    .map(|(group, title)| (title, packet.rows.iter().filter(|row| row.group == group).collect::<Vec<_>>()))
    .filter(|(_, rows)| !rows.is_empty())
    .collect()
}

fn gap_words(row: &PacketRow) -> String {
    let planned = if row.planned == 0 || row.planned_in.is_empty() {
        "No interview of this loop planned it.".to_owned()
    } else {
        format!("Planned in {}; not reached.", row.planned_in.join(", "))
    };
    let outcomes: Vec<&str> = row.outcomes.iter().map(|text| text.trim_end_matches('.')).collect();
    match outcomes.as_slice() {
        [] => planned,
        [one] => format!("{planned} Serves the outcome “{one}”."),
        many => format!("{planned} Serves the outcomes “{}”.", many.join("”, “")),
    }
}

fn figures(row: &PacketRow) -> String {
    match (row.mean, row.low, row.high) {
        (Some(mean), Some(low), Some(high)) => format!("{mean:.1} · {low} to {high} · {}", row.n),
        _ => format!("{} of {} planned", row.n, row.planned),
    }
}

/// A share with two digits.
pub fn hundredths(share: f64) -> String {
    format!("{share:.2}")
}
