//! Loops over all jobs whose team the reader is on.

use crate::{
    api,
    components::{
        empty::Empty, field::SelectField, head::PageHead, link::Go, loop_table::loop_table, view::view,
    },
    hooks::{into, use_query},
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::loops::LoopRow;
use yew::prelude::*;

/// The page.
#[component]
pub fn LoopsPage() -> Html {
    let loops = use_query((), |()| async { api::loops::list(None).await });
    use_live(Some("/api/v1/loops".to_owned()), loops.refetch.clone());
    let which = use_state(|| "all".to_owned());
    let options = [
        ("all", "All"),
        ("collecting", "Collecting"),
        ("late", "With overdue scorecards"),
        ("revealed", "Revealed"),
    ];
    let options: Vec<(AttrValue, AttrValue)> =
        options.iter().map(|(key, words)| ((*key).into(), (*words).into())).collect();
    html! {
        <div class="page">
            <PageHead title="Loops" lead={html! { "Who is due, never what they wrote. Loops of people whom you are assessing yourself are not listed." }} />
            {view(&loops, |rows: &Vec<LoopRow>| {
                if rows.is_empty() {
                    return html! {
                        <Empty title="No loops yet">
                            {"A loop runs a job's interview plan for one candidate. Open a candidate and start one. "}
                            <Go to={Route::Candidates}>{"Go to the candidates"}</Go>
                        </Empty>
                    };
                }
                let shown: Vec<&LoopRow> = rows.iter().filter(|row| match which.as_str() {
                    "collecting" => row.released_at.is_none(),
                    "late" => row.progress.overdue > 0,
                    "revealed" => row.released_at.is_some(),
                    _ => true,
                }).collect();
                html! {
                    <>
                        <div class="filters"><SelectField label="Show" value={(*which).clone()} options={options.clone()} onchange={into(&which)} /></div>
                        if shown.is_empty() { <Empty title="None of these now">{"Choose another list above."}</Empty> } else { {loop_table("Loops", &shown)} }
                    </>
                }
            })}
        </div>
    }
}
