//! One column: its head, and its cards as a list to choose from. Of a long column only what is in view is drawn.

use super::deck::{moves, span};
use crate::components::{
    button::{Button, Look},
    time::exact,
};
use evenhand_shared::{
    Timestamp,
    board::{Board, Card, Column, Next},
};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Height of a card with the gap below it, as in `board.css`.
pub const ROW: usize = 58;
/// Cards that a column may draw all at once.
const AT_ONCE: usize = 200;
/// Cards drawn above and below those in view.
const AROUND: usize = 20;

/// Properties of [`Lane`].
#[derive(Properties, PartialEq)]
pub struct LaneProps {
    /// The board.
    pub board: Rc<Board>,
    /// Which of its columns.
    pub index: usize,
    /// The card that Tab leads to, when it stands here.
    pub at: Option<AttrValue>,
    /// The chosen cards.
    pub chosen: Rc<Vec<String>>,
    /// The card that stands open beside the board.
    pub open: Option<AttrValue>,
    /// A card is held over it.
    pub over: bool,
    /// The column that is shown where only one has room.
    pub current: bool,
    /// The clock.
    pub now: Timestamp,
    /// Loads the rest.
    pub onmore: Callback<String>,
}

/// The first and the last row to draw.
fn window(count: usize, top: usize, height: usize) -> (usize, usize) {
    if count <= AT_ONCE {
        return (0, count);
    }
    let first = (top / ROW).saturating_sub(AROUND);
    let last = top.saturating_add(height).div_euclid(ROW).saturating_add(AROUND);
    (first.min(count), last.min(count))
}

/// Room for cards that are not drawn.
fn room(rows: usize) -> Html {
    if rows == 0 {
        return html! {};
    }
    html! { <svg class="lane-room" width="1" height={rows.saturating_mul(ROW).to_string()} aria-hidden="true" /> }
}

/// What stands under the name of a column.
fn ages(column: &Column, now: Timestamp) -> Option<String> {
    let (oldest, median) = (column.oldest?, column.median?);
    Some(format!("longest {} · half {}", span(now.since(oldest)), span(now.since(median))))
}

const fn next_words(card: &Card) -> &'static str {
    match card.next {
        Next::StartLoop => "no loop yet",
        Next::Interviews => "interviews",
        Next::Packet => "packet to read",
        Next::OwnScorecard => "your scorecard first",
    }
}

/// The column.
#[component]
pub fn Lane(props: &LaneProps) -> Html {
    let top = use_state(|| 0_usize);
    let node = use_node_ref();
    let Some(column) = props.board.columns.get(props.index) else { return html! {} };
    let height =
        node.cast::<HtmlElement>().map_or(900, |node| usize::try_from(node.client_height()).unwrap_or(0));
    let (first, last) = window(column.cards.len(), *top, height);
    let onscroll = {
        let (top, long) = (top.setter(), column.cards.len() > AT_ONCE);
        Callback::from(move |event: Event| {
            if long {
                let seen = event.target_unchecked_into::<HtmlElement>().scroll_top();
                // In steps, so that not every pixel draws the column anew.
                let step = ROW.saturating_mul(5);
                let seen = usize::try_from(seen).unwrap_or(0);
                top.set(seen.div_euclid(step).saturating_mul(step));
            }
        })
    };
    let here = props.at.as_ref().filter(|at| column.cards.iter().any(|card| card.id.as_str() == at.as_str()));
    let tab = here.cloned().or_else(|| column.cards.get(first).map(|card| card.id.0.clone().into()));
    let title = format!("lane-{}", props.index);
    let shown = column.cards.iter().enumerate().skip(first).take(last.saturating_sub(first));
    let onmore = {
        let (onmore, stage) = (props.onmore.clone(), column.stage.clone());
        Callback::from(move |_: MouseEvent| onmore.emit(stage.clone()))
    };
    let left = column.count.saturating_sub(u64::try_from(column.cards.len()).unwrap_or(0));
    html! {
        <section class={classes!("lane", props.over.then_some("over"), props.current.then_some("current"))} data-stage={column.stage.clone()} aria-labelledby={title.clone()}>
            <header class="lane-head">
                <h2 id={title.clone()}>{&column.stage}{" "}<span class="lane-count">{column.count}</span></h2>
                <p class="lane-ages">{ages(column, props.now).unwrap_or_else(|| "\u{a0}".to_owned())}</p>
            </header>
            <div class="lane-cards" ref={node} {onscroll}>
                if column.cards.is_empty() { <p class="lane-empty">{"Nobody"}</p> } else {
                    {room(first)}
                    <ul role="listbox" aria-multiselectable="true" aria-labelledby={title}>
                        {for shown.map(|(row, card)| html! {
                            <CardView
                                key={card.id.as_str()}
                                card={Rc::new(card.clone())}
                                row={row}
                                of={column.cards.len()}
                                tab={tab.as_ref().is_some_and(|tab| tab.as_str() == card.id.as_str())}
                                chosen={props.chosen.contains(&card.id.0)}
                                open={props.open.as_ref().is_some_and(|open| open.as_str() == card.id.as_str())}
                                age={card.since.map(|since| AttrValue::from(span(props.now.since(since))))}
                            />
                        })}
                    </ul>
                    {room(column.cards.len().saturating_sub(last))}
                }
                if props.over { <div class="lane-drop" aria-hidden="true" /> }
                if left > 0 {
                    <Button look={Look::Quiet} onclick={onmore}>{format!("Show {left} more in {}", column.stage)}</Button>
                }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct CardProps {
    card: Rc<Card>,
    row: usize,
    of: usize,
    tab: bool,
    chosen: bool,
    open: bool,
    age: Option<AttrValue>,
}

#[component]
fn CardView(props: &CardProps) -> Html {
    let card = &props.card;
    let classes = classes!(
        "board-card",
        props.chosen.then_some("chosen"),
        props.open.then_some("open"),
        (!moves(card)).then_some("still")
    );
    html! {
        <li
            id={format!("card-{}", card.id)}
            class={classes}
            role="option"
            data-card={card.id.0.clone()}
            tabindex={if props.tab { "0" } else { "-1" }}
            aria-selected={if props.chosen { "true" } else { "false" }}
            aria-posinset={props.row.saturating_add(1).to_string()}
            aria-setsize={props.of.to_string()}
        >
            <span class="card-name">{&card.name}</span>
            <span class="card-line">
                if let (Some(age), Some(since)) = (&props.age, card.since) { <span title={exact(since)}>{age}</span>{" · "} }
                {next_words(card)}
                if let Some(contest) = &card.contest {
                    {" · "}<strong class="card-flag">{format!("{} wanted {}", contest.by, contest.stage)}</strong>
                }
            </span>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_column_draws_what_is_in_view() {
        assert_eq!(window(200, 0, 900), (0, 200));
        assert_eq!(window(10_000, 0, 900), (0, 35));
        let (first, last) = window(10_000, 290_000, 900);
        assert!(first <= 5_000 && last >= 5_016 && last - first < 60, "{first} {last}");
        assert_eq!(window(201, 1_000_000, 900).1, 201);
    }
}
