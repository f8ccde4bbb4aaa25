//! What panelists say about their own places, what the team answers, and looking behind the seal in an emergency.

mod answer;
mod break_glass;
mod colleagues;
mod decision;
mod exchange;
mod exchange_answer;
mod exchange_end;
pub mod exchanging;
mod exposures;
mod knows;
mod more_time;
mod my_requests;
mod nudge;
mod request;
mod swap;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};

bodies! {
    evenhand_shared::acts::NewSwap,
    evenhand_shared::acts::MoreTime,
    evenhand_shared::acts::RequestAnswer,
    evenhand_shared::acts::BreakGlass,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<my_requests::ReadMyRequests>(),
        signed::<colleagues::ListColleagues>(),
        signed::<swap::ProposeSwap>(),
        signed::<exchange::ProposeExchange>(),
        signed::<exchange_end::EndExchange>(),
        signed::<exchange_answer::AnswerExchange>(),
        signed::<knows::KnowsCandidate>(),
        signed::<more_time::AskForTime>(),
        signed::<answer::AnswerSwap>(),
        signed::<decision::DecideRequest>(),
        signed::<nudge::Nudge>(),
        signed::<break_glass::BreakTheGlass>(),
        watched::<exposures::ListExposures>(),
    ]
}
