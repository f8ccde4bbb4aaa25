//! Bringing a CSV file: a check that names every bad row, then the import. Nothing is half imported.

mod report;

use super::{
    button::{Button, Look},
    field::AreaField,
    file::{ChosenFile, FileField},
    notice::FailureNote,
};
use crate::{
    api::Failure,
    hooks::{on_submit, use_draft},
};
use evenhand_shared::people::{ImportFile, ImportReport};
use report::report_view;
use yew::prelude::*;

/// Properties of [`ImportForm`].
#[derive(Properties, PartialEq)]
pub struct ImportFormProps {
    /// What is imported, in the plural, such as `people`.
    pub what: AttrValue,
    /// Which columns the file has.
    pub columns: AttrValue,
    /// A request is under way.
    pub pending: bool,
    /// Why the last request failed.
    pub failure: Option<Failure>,
    /// What the last request found or did with the text as it stands.
    pub report: Option<ImportReport>,
    /// Sends the file.
    pub onsend: Callback<ImportFile>,
    /// Told when the text has changed, so that the report is out of date.
    pub onchange: Callback<()>,
    /// Why it cannot be sent yet.
    #[prop_or_default]
    pub blocked: Option<AttrValue>,
}

#[derive(Clone, Default)]
struct Text {
    csv: String,
    name: Option<String>,
}

/// The form.
#[component]
pub fn ImportForm(props: &ImportFormProps) -> Html {
    let text = use_draft(Text::default);
    let send = |dry_run: bool| {
        let (text, onsend) = (text.clone(), props.onsend.clone());
        move || onsend.emit(ImportFile { csv: text.csv.clone(), dry_run })
    };
    let onfile = {
        let changed = props.onchange.clone();
        let take = text.edit(|text, file: ChosenFile| {
            text.csv = file.text;
            text.name = Some(file.name);
        });
        Callback::from(move |file: ChosenFile| {
            take.emit(file);
            changed.emit(());
        })
    };
    let oninput = {
        let changed = props.onchange.clone();
        let take = text.edit(|text, csv: String| {
            text.csv = csv;
            text.name = None;
        });
        Callback::from(move |csv: String| {
            take.emit(csv);
            changed.emit(());
        })
    };
    let good = props.report.as_ref().filter(|r| r.dry_run && r.faults.is_empty() && r.importable > 0);
    let import = send(false);
    let empty = text.csv.trim().is_empty();
    html! {
        <form class="stack" novalidate={true} onsubmit={on_submit(send(true))}>
            <FileField label="A CSV file" accept=".csv,text/csv" hint={props.columns.clone()} {onfile} />
            if let Some(name) = &text.name { <p class="hint" role="status">{format!("{name} is read. Nothing has been sent yet.")}</p> }
            <AreaField label="Or its text" rows="6" code={true} value={text.csv.clone()} {oninput}
                error={props.failure.as_ref().and_then(|f| f.at("/csv"))} />
            <FailureNote failure={props.failure.clone()} shown="/csv" />
            if let Some(report) = &props.report { {report_view(&props.what, report)} }
            <div class="actions">
                if let Some(report) = good {
                    <Button look={Look::Primary} pending={props.pending} onclick={Callback::from(move |_| import())}>
                        {format!("Import {} {}", report.importable, props.what)}
                    </Button>
                }
                <Button submit={true} look={if good.is_some() { Look::Plain } else { Look::Primary }} pending={props.pending && good.is_none()}
                    disabled={empty || props.blocked.is_some()}>{"Check the file"}</Button>
                if let Some(blocked) = &props.blocked { <span class="hint">{blocked}</span> }
            </div>
        </form>
    }
}
