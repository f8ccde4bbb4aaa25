//! One interview of the loop with its panel.

use super::{
    super::words::{card_tag, kind_words, state_words},
    acts::Act,
    needs::owes,
    nudge::{Nudge, nudge_words},
};
use crate::components::{
    button::{Button, Look},
    table::Table,
    tag::Tag,
    time::When,
};
use evenhand_shared::loops::{CardProgress, InterviewDetail, SlotDetail, SlotState};
use std::rc::Rc;
use yew::prelude::*;

/// The section.
pub fn interview_section(
    interview: &InterviewDetail,
    manage: bool,
    onact: &Callback<Act>,
    changed: &Callback<()>,
) -> Html {
    let act = |make: fn(Rc<InterviewDetail>) -> Act| {
        let interview = Rc::new(interview.clone());
        onact.reform(move |_: MouseEvent| make(interview.clone()))
    };
    let standing = manage && !interview.cancelled;
    let mut columns = vec![AttrValue::from("Name"), "As".into(), "Place".into(), "Scorecard".into()];
    if standing {
        columns.push("".into());
    }
    html! {
        <section class="loop-interview stack" key={interview.id.as_str()} aria-labelledby={format!("interview-{0} time-{0}", interview.id)}>
            <header class="loop-interview-head">
                <h2 id={format!("interview-{}", interview.id)}>{&interview.kit_name}</h2>
                <span class="muted" id={format!("time-{}", interview.id)}>
                    {format!("{} min · ", interview.minutes)}
                    if let Some(at) = interview.starts_at { <When {at} /> } else { {"no time yet"} }
                    if !interview.place.is_empty() { {format!(" · {}", interview.place)} }
                </span>
                if interview.cancelled { <Tag>{"Cancelled"}</Tag> }
                if standing {
                    <span class="actions">
                        <Button look={Look::Quiet} label={format!("Schedule {}", interview.kit_name)} onclick={act(Act::Schedule)}>{"Schedule"}</Button>
                        <Button look={Look::Quiet} label={format!("Add a panelist to {}", interview.kit_name)} onclick={act(Act::AddPanelist)}>{"Add a panelist"}</Button>
                        <Button look={Look::Quiet} label={format!("Cancel {}", interview.kit_name)} onclick={act(Act::Cancel)}>{"Cancel"}</Button>
                        <Button look={Look::Quiet} label={format!("Did not come to {}", interview.kit_name)} onclick={act(Act::NoShow)}>{"Did not come"}</Button>
                    </span>
                }
            </header>
            if interview.panel.is_empty() {
                <p class="muted">{"Nobody is on this panel yet."}</p>
            } else {
                <Table caption={format!("Panel of {}", interview.kit_name)} stacked={true} {columns}>
                    {for interview.panel.iter().map(|slot| panelist(slot, standing, onact, changed))}
                </Table>
            }
        </section>
    }
}

fn panelist(slot: &SlotDetail, manage: bool, onact: &Callback<Act>, changed: &Callback<()>) -> Html {
    let act = |make: fn(SlotDetail) -> Act| {
        let slot = slot.clone();
        onact.reform(move |_: MouseEvent| make(slot.clone()))
    };
    // A card that is in stays in; only a place that still stands, or was declined, can change hands.
    let open = slot.state.stands()
        && matches!(slot.card, CardProgress::Due | CardProgress::Overdue | CardProgress::None);
    let owed = owes(slot);
    html! {
        <tr key={slot.id.as_str()} class={(!slot.state.stands()).then_some("void")}>
            <th scope="row">{&slot.name}</th>
            <td data-label="As">{kind_words(slot.kind)}if !slot.required { <span class="faint">{", optional"}</span> }</td>
            <td data-label="Place">{state_words(slot.state)}</td>
            <td data-label="Scorecard">
                {card_tag(slot.card)}
                if let Some(due) = slot.due_at.filter(|_| owed) { <span class="cell-sub">{"due "}<When at={due} /></span> }
                if let Some(words) = nudge_words(slot).filter(|_| owed) { <span class="cell-sub">{words}</span> }
            </td>
            if manage {
                <td class="act">
                    if owed && (slot.may_nudge || slot.nudged_at.is_some()) { <Nudge slot={slot.clone()} changed={changed.clone()} quiet={true} /> }
                    if open || slot.state == SlotState::Declined {
                        <Button look={Look::Quiet} label={format!("Replace {}", slot.name)} onclick={act(Act::Replace)}>{"Replace"}</Button>
                    }
                    if open {
                        <Button look={Look::Quiet} label={format!("Remove {}", slot.name)} onclick={act(Act::Remove)}>{"Remove"}</Button>
                    }
                </td>
            }
        </tr>
    }
}
