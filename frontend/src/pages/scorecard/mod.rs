//! The scorecard: the kit at the left, the card at the right, from the first note to the seal and after it.
//! Everything here is the author's own; nothing depends on what others wrote.

mod amend;
mod clock;
mod competency;
mod content;
mod file;
mod foot;
mod history;
mod keys;
mod kit;
mod missing;
mod notes;
mod review;
mod sealed;
mod sealing;
mod standing;
mod steps;
mod unblind;
mod withdraw;
mod writing;

pub use content::{anchor, mark_words};
pub use history::tag_words;
pub use standing::void_tag;

use crate::{
    api,
    components::{head::PageHead, time::now, view::view},
    hooks::use_query,
    routes::Route,
    state::{frame::Crumb, live::use_live},
};
use evenhand_shared::{
    AssignmentId, Timestamp,
    scorecards::{self, CardState, UNDO_SECONDS},
    time::SECOND,
};
use kit::KitColumn;
use sealed::Sealed;
use sealing::Sealing;
use standing::{Exposed, VoidCard, WithdrawnCard};
use std::rc::Rc;
use writing::Writing;
use yew::prelude::*;

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct ScorecardPageProps {
    /// The assignment.
    pub id: String,
}

/// What this window did with the submission, until the server's own answer stands.
#[derive(Clone, Copy, PartialEq)]
enum Act {
    Nothing,
    /// Submitted; undo is possible until then, by the browser's clock.
    Submitted(Timestamp),
    Undone,
}

/// The page.
#[component]
pub fn ScorecardPage(props: &ScorecardPageProps) -> Html {
    let page =
        use_query(props.id.clone(), |id| async move { api::scorecards::find(&AssignmentId(id)).await });
    use_live(Some(format!("/api/v1/scorecards/{}", props.id)), page.refetch.clone());
    let act = use_state(|| Act::Nothing);
    let refetch = page.refetch.clone();
    let submitted = {
        let (act, refetch) = (act.setter(), refetch.clone());
        use_callback((), move |(), ()| {
            act.set(Act::Submitted(now().plus(UNDO_SECONDS.saturating_mul(SECOND))));
            refetch.emit(());
        })
    };
    let undone = {
        let (act, refetch) = (act.setter(), refetch.clone());
        use_callback((), move |(), ()| {
            act.set(Act::Undone);
            refetch.emit(());
        })
    };
    let title = page.data.as_ref().map_or_else(|| "Scorecard".to_owned(), |data| data.kit.name.clone());
    let mut crumbs = vec![Crumb::to("My interviews", Route::Interviews)];
    if let Some(data) = &page.data {
        crumbs.push(Crumb { label: data.interview.candidate_name.clone().into(), to: None });
    }
    let writes = page.data.as_ref().is_some_and(|data| data.interview.card == CardState::Draft);
    let keys = if writes { keys::list() } else { Vec::new() };
    let data = page.data.clone();
    html! {
        <div class="work">
            <section class="kit" aria-label="Interview kit">
                <PageHead {title} {crumbs} {keys} />
                if let Some(data) = &data { <KitColumn page={data.clone()} refetch={refetch.clone()} /> }
            </section>
            <section class="card" aria-label="Scorecard">
                {view(&page, |_: &scorecards::ScorecardPage| data.map_or_else(Html::default, |data| {
                    let put = page.put.clone();
                    body(data, *act, &refetch, &put, &submitted, &undone)
                }))}
            </section>
        </div>
    }
}

fn body(
    page: Rc<scorecards::ScorecardPage>,
    act: Act,
    refetch: &Callback<()>,
    put: &Callback<scorecards::ScorecardPage>,
    submitted: &Callback<()>,
    undone: &Callback<()>,
) -> Html {
    let writing = |page: Rc<scorecards::ScorecardPage>| {
        html! {
            <>
                <Exposed page={page.clone()} />
                <Writing {page} refetch={refetch.clone()} submitted={submitted.clone()} />
            </>
        }
    };
    let sealing = |page: Rc<scorecards::ScorecardPage>, until: Timestamp| {
        html! {
            <Sealing {page} {until} refetch={refetch.clone()} undone={undone.clone()} />
        }
    };
    match (page.interview.card, act) {
        (CardState::Draft | CardState::Sealing, Act::Submitted(until)) => sealing(page, until),
        (CardState::Draft, _) | (CardState::Sealing, Act::Undone) => writing(page),
        (CardState::Sealing, Act::Nothing) => {
            // Clocks may differ; there are never more than the ten seconds.
            let most = now().plus(UNDO_SECONDS.saturating_mul(SECOND));
            let until = page.seals_at.map_or(most, |at| at.min(most));
            sealing(page, until)
        }
        (CardState::Submitted, _) => html! { <Sealed {page} put={put.clone()} /> },
        (CardState::Withdrawn, _) => html! { <WithdrawnCard {page} /> },
        (CardState::Void, _) => html! { <VoidCard {page} /> },
    }
}
