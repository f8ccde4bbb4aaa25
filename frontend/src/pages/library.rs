//! The library: competencies with their rubrics, and kits.

mod editor;
mod item;
mod new;

pub use item::LibraryItemPage;

use crate::{
    api,
    components::{
        button::{Button, Look},
        empty::Empty,
        head::PageHead,
        link::Go,
        table::Table,
        tag::{Tag, Tone},
        view::view,
    },
    hooks::use_query,
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::library::{LibraryKind, LibraryRow, LibraryText};
use new::NewItem;
use yew::prelude::*;

/// Properties without anything.
#[component]
pub fn LibraryPage() -> Html {
    let rows = use_query((), |()| async { api::library::list().await });
    use_live(Some("/api/v1/library".to_owned()), rows.refetch.clone());
    let open = use_state(|| None::<LibraryKind>);
    let begin = |kind: LibraryKind| {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(Some(kind)))
    };
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(None))
    };
    html! {
        <div class="page">
            <PageHead title="Library" lead={html! { "What is rated on which scale, and interviews to begin with: written once, used by the plans of every job." }}>
                <Button look={Look::Primary} onclick={begin(LibraryKind::Competency)}>{"Write a competency"}</Button>
                <Button onclick={begin(LibraryKind::Kit)}>{"Write a kit"}</Button>
            </PageHead>
            {view(&rows, |rows: &Vec<LibraryRow>| {
                let of = |kind: LibraryKind| rows.iter().filter(|row| row.text.kind() == kind).collect::<Vec<_>>();
                html! {
                    <>
                        {table("Competencies", "Competencies", &of(LibraryKind::Competency), "No competencies yet",
                            "A competency is what is rated, with four or five levels that say what you would see or hear. Write one, or import a plan: what it rates gets here.")}
                        {table("Kits", "Kits", &of(LibraryKind::Kit), "No kits yet",
                            "A kit is one interview: what it rates, its questions, its minutes. Write one here to copy it into the plans of several jobs.")}
                    </>
                }
            })}
            if let Some(kind) = *open { <NewItem {kind} onclose={close} /> }
        </div>
    }
}

fn about(row: &LibraryRow) -> String {
    match &row.text {
        LibraryText::Competency(text) => format!("{} levels", text.anchors.len()),
        LibraryText::Kit(kit) => format!("{}, {} min", kit.format, kit.minutes),
    }
}

fn table(
    heading: &'static str,
    caption: &'static str,
    rows: &[&LibraryRow],
    none: &'static str,
    next: &'static str,
) -> Html {
    let columns = ["Name", "What it is", "State", "#Used by jobs"].map(AttrValue::from).to_vec();
    html! {
        <section class="stack aligned" aria-label={heading}>
            <h2>{heading}</h2>
            if rows.is_empty() {
                <Empty title={none}>{next}</Empty>
            } else {
                <Table {caption} {columns} stacked={true}>
                    {for rows.iter().map(|row| html! {
                        <tr key={row.id.as_str()}>
                            <th scope="row">
                                <Go to={Route::LibraryItem { id: row.id.0.clone() }}>{row.text.name().to_owned()}</Go>
                                <span class="cell-sub">{&row.key}</span>
                            </th>
                            <td data-label="What it is">{about(row)}</td>
                            <td data-label="State">
                                if let Some(number) = row.number { {format!("Version {number} ")} }
                                if row.draft { <Tag tone={Tone::Accent}>{"Draft"}</Tag> }
                            </td>
                            <td class="num" data-label="Used by jobs">{row.jobs}</td>
                        </tr>
                    })}
                </Table>
            }
        </section>
    }
}
