//! A competency or a kit: its draft, its versions, what differs between them, and what uses it.

use super::editor::Editor;
use crate::{
    api,
    components::{
        button::{Button, Look},
        difference::difference,
        field::SelectField,
        head::PageHead,
        link::Go,
        notice::FailureNote,
        table::Table,
        tag::{Tag, Tone},
        time::When,
        view::view,
    },
    hooks::{into, use_mutation, use_query},
    routes::Route,
    state::frame::Crumb,
};
use evenhand_shared::{
    LibraryId,
    difference::of_library,
    library::{JobUse, LibraryItem, LibraryText, LibraryVersion},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`LibraryItemPage`].
#[derive(Properties, PartialEq)]
pub struct LibraryItemPageProps {
    /// Which.
    pub id: String,
}

/// The page.
#[component]
pub fn LibraryItemPage(props: &LibraryItemPageProps) -> Html {
    let id = LibraryId(props.id.clone());
    let item = use_query(id.clone(), |id| async move { api::library::find(&id).await.map(Rc::new) });
    let put = item.put.reform(Rc::new);
    let start = {
        let put = put.clone();
        use_mutation(
            move |id: LibraryId| async move { api::library::start_draft(&id).await },
            move |item: LibraryItem| put.emit(item),
        )
    };
    let words = item.data.as_ref().and_then(|item| {
        item.versions
            .first()
            .map(|version| version.text.clone())
            .or_else(|| item.draft.as_ref().map(|draft| draft.text.clone()))
    });
    let title = words.as_ref().map_or_else(|| "Library".to_owned(), |text| text.name().to_owned());
    let lead = match &words {
        Some(LibraryText::Competency(_)) => "A competency with its rubric.",
        Some(LibraryText::Kit(_)) => "A kit: one interview.",
        None => "",
    };
    let begin = {
        let (run, id) = (start.run.clone(), id.clone());
        Callback::from(move |_: MouseEvent| run.emit(id.clone()))
    };
    let may_start = item.data.as_ref().is_some_and(|item| item.draft.is_none());
    html! {
        <div class="page page-wide">
            <PageHead {title} crumbs={vec![Crumb::to("Library", Route::Library)]} lead={html! { {lead} }}>
                if may_start { <Button look={Look::Primary} pending={start.pending} onclick={begin}>{"Write the next version"}</Button> }
            </PageHead>
            <FailureNote failure={start.failure.clone()} />
            {view(&item, |item: &Rc<LibraryItem>| html! {
                <>
                    if item.draft.is_some() { <Editor item={item.clone()} put={put.clone()} /> }
                    if !item.versions.is_empty() { <Versions versions={item.versions.clone()} /> }
                    {used_by(item)}
                </>
            })}
        </div>
    }
}

/// One version as it is read.
fn text_view(text: &LibraryText) -> Html {
    match text {
        LibraryText::Competency(text) => html! {
            <div class="stack">
                if !text.description.is_empty() { <p class="prose pre">{&text.description}</p> }
                <ol class="anchors">{for text.anchors.iter().map(|anchor| html! { <li>{anchor}</li> })}</ol>
            </div>
        },
        LibraryText::Kit(kit) => html! {
            <div class="stack">
                <p>{format!("{}, {} min, rates {}.", kit.format, kit.minutes, kit.rates.join(", "))}</p>
                if !kit.instructions.is_empty() { <p class="prose pre">{&kit.instructions}</p> }
                <ol class="questions">
                    {for kit.questions.iter().map(|question| html! {
                        <li>
                            {&question.text}
                            if !question.follow_ups.is_empty() { <ul>{for question.follow_ups.iter().map(|text| html! { <li>{text}</li> })}</ul> }
                            <span class="cell-sub">{format!("{} · {} min", question.competency, question.minutes)}</span>
                        </li>
                    })}
                </ol>
                if !kit.shows.is_empty() { <p class="hint">{format!("Shows the interviewer: {}.", kit.shows.join(", "))}</p> }
                if kit.blind { <p class="hint">{"The candidate's name is withheld."}</p> }
            </div>
        },
    }
}

#[derive(Properties, PartialEq)]
struct VersionsProps {
    versions: Vec<LibraryVersion>,
}

/// The published versions, one of them in full or beside another.
#[component]
fn Versions(props: &VersionsProps) -> Html {
    let shown = use_state(String::new);
    let against = use_state(|| None::<String>);
    let find = |number: &str| props.versions.iter().find(|version| version.number.to_string() == *number);
    let Some(new) = find(&shown).or(props.versions.first()) else { return html! {} };
    let before = props.versions.iter().find(|version| version.number < new.number);
    let old = against.as_ref().map_or(before, |number| find(number)).filter(|old| old.number != new.number);
    let choose = {
        let against = against.setter();
        Callback::from(move |number: String| against.set(Some(number)))
    };
    let options: Vec<(AttrValue, AttrValue)> = props
        .versions
        .iter()
        .map(|version| (version.number.to_string().into(), format!("Version {}", version.number).into()))
        .collect();
    let mut others: Vec<(AttrValue, AttrValue)> = vec![("".into(), "Nothing, show the version".into())];
    others.extend(options.iter().filter(|(number, _)| number.as_str() != new.number.to_string()).cloned());
    html! {
        <section class="stack" aria-labelledby="versions">
            <h2 id="versions">{"Published versions"}</h2>
            <Table caption="Published versions" stacked={true} columns={["Version", "Written by", "Published by", "Published"].map(AttrValue::from).to_vec()}>
                {for props.versions.iter().enumerate().map(|(n, version)| html! {
                    <tr key={version.number.to_string()}>
                        <th scope="row">{format!("Version {}", version.number)}{" "}if n == 0 { <Tag tone={Tone::Good}>{"Newest"}</Tag> }</th>
                        <td data-label="Written by">{version.written_by.as_ref().map(|w| w.name.clone()).unwrap_or_default()}</td>
                        <td data-label="Published by">
                            {version.published_by.as_ref().map(|w| w.name.clone()).unwrap_or_default()}
                            if let Some(reason) = &version.alone_reason { <span class="cell-sub">{format!("Without a second reader: {reason}")}</span> }
                        </td>
                        <td data-label="Published"><When at={version.published_at} /></td>
                    </tr>
                })}
            </Table>
            <div class="inline-form">
                <SelectField label="Version" value={new.number.to_string()} {options} onchange={into(&shown)} />
                if props.versions.len() > 1 {
                    <SelectField label="Compared with" value={old.map(|old| old.number.to_string()).unwrap_or_default()} options={others} onchange={choose} />
                }
            </div>
            {match old {
                Some(old) => html! {
                    <>
                        <h3>{format!("From version {} to version {}", old.number, new.number)}</h3>
                        {difference(&of_library(&old.text, &new.text))}
                    </>
                },
                None => text_view(&new.text),
            }}
        </section>
    }
}

fn uses(job: &JobUse) -> String {
    let words: Vec<String> = job
        .uses
        .iter()
        .map(|usage| {
            let plans: Vec<String> = usage.plans.iter().map(i64::to_string).collect();
            format!("version {} in plan {}", usage.number, plans.join(", "))
        })
        .collect();
    words.join("; ")
}

/// Jobs and kits that use it.
fn used_by(item: &LibraryItem) -> Html {
    html! {
        <section class="stack" aria-labelledby="used-by">
            <h2 id="used-by">{"Used by"}</h2>
            if item.jobs.is_empty() && item.kits.is_empty() {
                <p class="muted">{"No published plan uses it yet. Take it into a plan when you write that plan's next version."}</p>
            }
            if !item.jobs.is_empty() {
                <Table caption="Jobs whose plans use it" columns={["Job", "Which version where"].map(AttrValue::from).to_vec()}>
                    {for item.jobs.iter().map(|job| html! {
                        <tr>
                            <th scope="row">
                                if let Some(id) = &job.job_id { <Go to={Route::PlanHistory { id: id.0.clone() }}>{&job.title}</Go> } else { {&job.title} }
                            </th>
                            <td>{uses(job)}</td>
                        </tr>
                    })}
                </Table>
            }
            if !item.kits.is_empty() {
                <p>{"Kits of the library that rate it: "}
                    {for item.kits.iter().enumerate().map(|(n, kit)| html! {
                        <>
                            if n > 0 { {", "} }
                            <Go to={Route::LibraryItem { id: kit.id.0.clone() }}>{&kit.name}</Go>
                        </>
                    })}
                </p>
            }
        </section>
    }
}
