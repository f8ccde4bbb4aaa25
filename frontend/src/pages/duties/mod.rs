//! Something came up: what somebody can say about their own place on a panel, and what they have said already.

mod knows;
mod said;
mod swap;
mod time;

use crate::{
    api,
    components::{empty::Empty, head::PageHead, link::Go, meeting::MeetingTime, view::view},
    hooks::use_query,
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use evenhand_shared::{
    acts::{MyRequests, OwnRequest, RequestKind, RequestState},
    loops::SlotState,
    scorecards::{CardState, MyInterview},
};
use knows::Knows;
pub use said::{said_words, state_tag};
use swap::Swap;
use time::MoreTime;
use yew::prelude::*;

/// Properties of [`DutyPage`].
#[derive(Properties, PartialEq)]
pub struct DutyPageProps {
    /// The place.
    pub id: String,
}

/// The page.
#[component]
pub fn DutyPage(props: &DutyPageProps) -> Html {
    let asked = use_query((), |()| async {
        let mine = api::interviews::mine().await?;
        Ok((mine, api::acts::requests().await?))
    });
    use_live(Some("/api/v1/my/requests".to_owned()), asked.refetch.clone());
    use_live(Some("/api/v1/my/interviews".to_owned()), asked.refetch.clone());
    let changed = asked.refetch.clone();
    html! {
        <div class="page">
            <PageHead title="Something came up" crumbs={vec![Crumb::to("My interviews", Route::Interviews)]}
                lead={html! { "An interview changes hands or a scorecard comes later without anybody having to ask why." }} />
            {view(&asked, |(mine, requests): &(Vec<MyInterview>, MyRequests)| {
                match mine.iter().find(|interview| interview.id.as_str() == props.id) {
                    None => html! {
                        <Empty title="This is not one of your interviews">
                            {"Choose one of yours and say there what came up. "}
                            <Go to={Route::Interviews}>{"My interviews"}</Go>
                        </Empty>
                    },
                    Some(interview) => duty(interview, requests, &changed),
                }
            })}
        </div>
    }
}

fn duty(interview: &MyInterview, requests: &MyRequests, changed: &Callback<()>) -> Html {
    let said: Vec<OwnRequest> =
        requests.mine.iter().filter(|request| request.assignment_id == interview.id).cloned().collect();
    let waiting = |kind: RequestKind| {
        said.iter().find(|request| request.kind == kind && request.state == RequestState::Asked).cloned()
    };
    let open = interview.slot.stands() && interview.card == CardState::Draft;
    html! {
        <>
            <section class="duty" aria-labelledby="which">
                <h2 id="which">{format!("{} with {}", interview.kit_name, interview.candidate_name)}</h2>
                <p class="muted">{&interview.job}</p>
                <p><MeetingTime interview={interview.clone()} /></p>
            </section>
            {said::said(&said)}
            if open {
                <div class="options">
                    <Swap interview={interview.clone()} waiting={waiting(RequestKind::Swap)} exchange={waiting(RequestKind::Exchange)} changed={changed.clone()} />
                    <MoreTime interview={interview.clone()} waiting={waiting(RequestKind::MoreTime)} changed={changed.clone()} />
                    <Knows interview={interview.clone()} changed={changed.clone()} />
                </div>
                <p class="muted">
                    {"You cannot do it, and know nobody who could? Decline it under "}<Go to={Route::Interviews}>{"My interviews"}</Go>
                    {": the hiring team then finds somebody."}
                </p>
            } else {
                <p>{closed_words(interview)}{" "}<Go to={Route::Interviews}>{"Back to my interviews"}</Go></p>
            }
        </>
    }
}

/// Why nothing can be said any more.
const fn closed_words(interview: &MyInterview) -> &'static str {
    match (interview.slot, interview.card) {
        (_, CardState::Submitted | CardState::Sealing) => {
            "Your scorecard is in: nothing is asked of you here any more."
        }
        (_, CardState::Withdrawn) => "You withdrew your scorecard: nothing is asked of you here any more.",
        (SlotState::Declined, _) => "This place is not yours any more. You owe no scorecard.",
        (SlotState::Replaced, _) => "Somebody else took this place. You owe no scorecard.",
        (SlotState::NoShow, _) => "The candidate did not come. You owe no scorecard.",
        (SlotState::Cancelled, _) => "This interview was called off. You owe no scorecard.",
        (SlotState::Assigned | SlotState::Accepted, _) => "Nothing is asked of you here.",
    }
}
