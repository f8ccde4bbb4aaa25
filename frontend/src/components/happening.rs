//! One thing that happened, as a sentence.

use super::link::Go;
use crate::routes::Route;
use evenhand_shared::audit::AuditEntry;
use yew::prelude::*;

/// The sentence, with a way to the candidate concerned.
pub fn happening(entry: &AuditEntry) -> Html {
    let sentence = format!("{} {}", entry.actor_name, entry.words);
    match (&entry.candidate, &entry.job) {
        (Some(candidate), Some(_)) => {
            html! { <Go to={Route::Candidate { id: candidate.0.clone() }}>{sentence}</Go> }
        }
        _ => html! { {sentence} },
    }
}
