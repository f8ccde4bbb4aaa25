//! For interviewers: today's interviews and the scorecards that are due.

use crate::{
    api,
    components::{
        empty::Empty,
        link::Go,
        order::ordered,
        table::Table,
        tag::{Tag, Tone},
        time::{When, is_today, now},
        view::view,
    },
    hooks::use_query,
    routes::Route,
    state::live::use_live,
};
use evenhand_shared::{
    Timestamp,
    loops::SlotState,
    scorecards::{CardState, MyInterview},
};
use yew::prelude::*;

/// A card is still owed.
fn owed(row: &MyInterview) -> bool {
    row.slot.stands() && row.card == CardState::Draft
}

fn today(row: &MyInterview) -> bool {
    row.slot.stands() && row.starts_at.is_some_and(is_today)
}

fn due_cell(row: &MyInterview, now: Timestamp) -> Html {
    match row.due_at {
        _ if matches!(row.card, CardState::Sealing | CardState::Submitted) => {
            html! { <Tag tone={Tone::Good}>{"Submitted"}</Tag> }
        }
        Some(due) if due < now => {
            html! { <><Tag tone={Tone::Warn}>{"Overdue"}</Tag>{" since "}<When at={due} /></> }
        }
        Some(due) => html! { <When at={due} /> },
        None => html! { <span class="faint">{"24 hours after the interview"}</span> },
    }
}

fn table(caption: &'static str, rows: &[&MyInterview]) -> Html {
    let now = now();
    html! {
        <Table {caption} stacked={true} columns={["Candidate", "Interview", "When", "Scorecard due", ""].map(AttrValue::from).to_vec()}>
            {for rows.iter().map(|row| html! {
                <tr key={row.id.as_str()}>
                    <th scope="row">{&row.candidate_name}<span class="cell-sub">{&row.job}</span></th>
                    <td>{&row.kit_name}<span class="cell-sub">{format!("{} min{}", row.minutes, place(row))}</span></td>
                    <td data-label="When">if let Some(at) = row.starts_at { <When {at} /> } else { <span class="faint">{"No time yet"}</span> }</td>
                    <td data-label="Scorecard due">{due_cell(row, now)}</td>
                    <td class="act"><Go to={Route::Scorecard { id: row.id.0.clone() }} class="button">{"Kit and scorecard"}</Go></td>
                </tr>
            })}
        </Table>
    }
}

fn place(row: &MyInterview) -> String {
    if row.place.is_empty() { String::new() } else { format!(" · {}", row.place) }
}

/// The sections.
#[component]
pub fn Interviewing() -> Html {
    let mine = use_query((), |()| async { api::interviews::mine().await });
    use_live(Some("/api/v1/my/interviews".to_owned()), mine.refetch.clone());
    view(&mine, |rows: &Vec<MyInterview>| {
        if rows.is_empty() {
            return html! {
                <Empty title="No interviews yet">
                    {"When somebody puts you on a panel, the interview stands here with its kit and your scorecard."}
                </Empty>
            };
        }
        let now = now();
        let todays =
            ordered(rows.iter().filter(|row| today(row)).collect(), &|a, b| a.starts_at.cmp(&b.starts_at));
        let due = ordered(
            rows.iter()
                .filter(|row| owed(row) && !today(row) && row.starts_at.is_some_and(|at| at < now))
                .collect(),
            &|a, b| a.due_at.cmp(&b.due_at),
        );
        let next = ordered(
            rows.iter()
                .filter(|row| row.slot.stands() && !today(row) && row.starts_at.is_some_and(|at| at > now))
                .collect(),
            &|a, b| a.starts_at.cmp(&b.starts_at),
        );
        let asked = rows.iter().filter(|row| row.slot == SlotState::Assigned).count();
        html! {
            <>
                <section class="stack" aria-labelledby="today">
                    <h2 id="today">{"Your interviews today"}</h2>
                    if todays.is_empty() { <p class="muted">{"None today."}</p> } else { {table("Your interviews today", &todays)} }
                </section>
                if !due.is_empty() {
                    <section class="stack" aria-labelledby="due">
                        <h2 id="due">{"Scorecards to write"}</h2>
                        {table("Scorecards to write", &due)}
                    </section>
                }
                if !next.is_empty() {
                    <section class="stack" aria-labelledby="next">
                        <h2 id="next">{"Coming up"}</h2>
                        {table("Coming up", &next)}
                    </section>
                }
                <p>
                    if asked == 1 { {"One of your interviews waits for your yes or no. "} }
                    if asked > 1 { {format!("{asked} of your interviews wait for your yes or no. ")} }
                    <Go to={Route::Interviews}>{"All your interviews"}</Go>{" · "}<Go to={Route::Requests}>{"Requests between colleagues"}</Go>
                </p>
            </>
        }
    })
}
