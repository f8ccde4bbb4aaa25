//! What is wrong with a plan, line by line, with a way to each line.

use crate::components::notice::Note;
use evenhand_shared::plan::{PlanCheck, PlanFault};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What the last check found.
pub fn findings(found: Option<&PlanCheck>) -> Html {
    let Some(found) = found else {
        return html! { <p class="hint">{"A check names every fault with its line. Nothing is stored before you import."}</p> };
    };
    let words = match found.faults.len() {
        0 => "The plan is good.".to_owned(),
        1 => "One thing has to change before the plan can be imported.".to_owned(),
        n => format!("{n} things have to change before the plan can be imported."),
    };
    html! {
        <>
            <div role="status"><Note warn={!found.faults.is_empty()}><strong>{words}</strong></Note></div>
            {list(&found.faults)}
            if !found.hints.is_empty() {
                <h2>{"Worth a look; it stops nothing"}</h2>
                {list(&found.hints)}
            }
        </>
    }
}

fn list(faults: &[PlanFault]) -> Html {
    html! {
        <ul class="faults">
            {for faults.iter().map(|fault| html! {
                <li>
                    if fault.line > 0 {
                        <button type="button" class="button quiet" onclick={jump(fault.line)}>{format!("Line {}", fault.line)}</button>
                    } else {
                        <span class="faint">{"Whole plan"}</span>
                    }
                    <span>{&fault.message}</span>
                </li>
            })}
        </ul>
    }
}

/// Selects a line of the text beside.
fn jump(line: u64) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        let area = event
            .target_unchecked_into::<web_sys::Element>()
            .closest("form")
            .ok()
            .flatten()
            .and_then(|form| form.query_selector("textarea").ok().flatten())
            .and_then(|element| wasm_bindgen::JsCast::dyn_into::<HtmlTextAreaElement>(element).ok());
        let Some(area) = area else { return };
        let text = area.value();
        let wanted = usize::try_from(line).unwrap_or(1).saturating_sub(1);
        // The browser counts in UTF-16 units.
        let before: usize = text.split_inclusive('\n').take(wanted).map(|l| l.encode_utf16().count()).sum();
        let length = text.lines().nth(wanted).map_or(0, |l| l.encode_utf16().count());
        let (from, to) = (u32::try_from(before), u32::try_from(before.saturating_add(length)));
        if let (Ok(from), Ok(to)) = (from, to) {
            // Focus first: browsers scroll to the selection of the element that has it.
            let _ = area.focus();
            let _ = area.set_selection_range(from, to);
            scroll_to(&area, wanted, text.lines().count());
        }
    })
}

fn scroll_to(area: &HtmlTextAreaElement, line: usize, lines: usize) {
    let (line, lines) = (i32::try_from(line).unwrap_or(0), i32::try_from(lines.max(1)).unwrap_or(1));
    let top = area.scroll_height().saturating_mul(line) / lines;
    area.set_scroll_top(top.saturating_sub(area.client_height() / 3));
}
