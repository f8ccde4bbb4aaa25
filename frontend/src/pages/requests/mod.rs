//! Requests between colleagues: what the reader is asked to take over, and what they asked for themselves.

mod offer;

use crate::{
    api,
    components::{empty::Empty, head::PageHead, link::Go, time::When, view::view},
    hooks::use_query,
    pages::duties::{said_words, state_tag},
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use evenhand_shared::{
    acts::{MyRequests, OwnRequest},
    scorecards::MyInterview,
};
use offer::exchange_rows;
use yew::prelude::*;

pub use offer::asked_rows;

/// The page.
#[component]
pub fn RequestsPage() -> Html {
    let requests = use_query((), |()| async {
        let mine = api::interviews::mine().await?;
        Ok((mine, api::acts::requests().await?))
    });
    use_live(Some("/api/v1/my/requests".to_owned()), requests.refetch.clone());
    let changed = requests.refetch.clone();
    html! {
        <div class="page">
            <PageHead title="Requests between colleagues" crumbs={vec![Crumb::to("My interviews", Route::Interviews)]}
                lead={html! { "What you are asked to take over, and what you asked for." }} />
            {view(&requests, |(mine, requests): &(Vec<MyInterview>, MyRequests)| html! {
                <>
                    <section class="stack" aria-labelledby="asked">
                        <h2 id="asked">{"Asked of you"}</h2>
                        if !requests.exchanges.is_empty() {
                            {exchange_rows(&requests.exchanges, mine, &changed)}
                        }
                        if requests.asked.is_empty() && requests.exchanges.is_empty() {
                            <Empty title="Nobody asks you to take over an interview">
                                {"When a colleague does, it stands here and on your home page, with who, what and when."}
                            </Empty>
                        } else if !requests.asked.is_empty() {
                            {asked_rows(&requests.asked, &changed)}
                        }
                    </section>
                    <section class="stack" aria-labelledby="own">
                        <h2 id="own">{"Asked by you"}</h2>
                        if requests.mine.is_empty() {
                            <p class="muted">{"Nothing yet. Under My interviews, “Something came up” lets you ask a colleague to take over, or for more time."}</p>
                        } else {
                            <ul class="matters">{for requests.mine.iter().enumerate().map(|(n, request)| own(n, request, mine))}</ul>
                        }
                    </section>
                </>
            })}
        </div>
    }
}

fn own(n: usize, request: &OwnRequest, mine: &[MyInterview]) -> Html {
    let interview = mine.iter().find(|interview| interview.id == request.assignment_id);
    html! {
        <li key={n}>
            <div>
                <span class="matter-what">{said_words(request)}</span>
                if let Some(interview) = interview {
                    <span class="cell-sub">
                        <Go to={Route::Duty { id: interview.id.0.clone() }}>{format!("{} with {}", interview.kit_name, interview.candidate_name)}</Go>
                        if let Some(at) = interview.starts_at { {" · "}<When {at} /> }
                    </span>
                }
            </div>
            {state_tag(request)}
        </li>
    }
}
