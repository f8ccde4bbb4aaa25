//! What a check or an import found.

use crate::components::{notice::Note, table::Table};
use evenhand_shared::people::ImportReport;
use yew::prelude::*;

/// The report on `what`, in the plural.
pub fn report_view(what: &str, report: &ImportReport) -> Html {
    let ImportReport { dry_run, importable, faults, notes, preview, .. } = report;
    let sentence = match (faults.is_empty(), dry_run) {
        (false, _) if faults.len() == 1 => {
            "One thing needs attention first. Nothing was imported.".to_owned()
        }
        (false, _) => format!("{} things need attention first. Nothing was imported.", faults.len()),
        (true, true) if *importable == 0 => format!("There are no new {what} in this file."),
        (true, true) => format!("{importable} {what} can be imported. Nothing has been written yet."),
        (true, false) => format!("{importable} {what} are imported."),
    };
    html! {
        <section class="stack" aria-label="What was found">
            <div role="status"><Note warn={!faults.is_empty()}><strong>{sentence}</strong></Note></div>
            if !faults.is_empty() {
                <Table caption="Rows that need attention" columns={["#Line".into(), "Column".into(), "What to do".into()].to_vec()}>
                    {for faults.iter().map(|fault| html! {
                        <tr>
                            <th scope="row" class="num">{fault.line}</th>
                            <td>{if fault.column.is_empty() { "whole row" } else { &fault.column }}</td>
                            <td>{&fault.message}</td>
                        </tr>
                    })}
                </Table>
            }
            if !preview.is_empty() && *dry_run && faults.is_empty() {
                <p class="muted">{format!("First rows: {}.", preview.join(", "))}</p>
            }
            if !notes.is_empty() {
                <ul class="bullets">{for notes.iter().map(|note| html! { <li>{note}</li> })}</ul>
            }
        </section>
    }
}
