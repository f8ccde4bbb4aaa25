//! After somebody was put on a panel. Whoever put themselves there is blind to the loop from that moment on.

use crate::{routes::Route, state::toasts::use_say};
use evenhand_shared::loops::{LoopDetail, PanelChanged};
use yew::prelude::*;
use yew_router::prelude::*;

/// Says what was done and hands the loop over, or leads to the reader's own interviews when the loop is closed to them now.
#[hook]
pub fn use_changed(words: &'static str, put: Callback<LoopDetail>) -> Callback<PanelChanged> {
    let say = use_say();
    let navigator = use_navigator();
    Callback::from(move |changed: PanelChanged| match changed.detail {
        Some(detail) => {
            say.done(words);
            put.emit(detail);
        }
        None => {
            say.done("You are on this panel now: the loop is closed to you until it is revealed.");
            if changed.cover_needed {
                say.done("Nobody of the team can look after this loop until one of you has submitted. Name a cover on the job.");
            }
            if let Some(navigator) = &navigator {
                navigator.push(&Route::Interviews);
            }
        }
    })
}
