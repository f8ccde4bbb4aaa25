//! The app is built twice, so that a first visit loads no more than it shows: once with what everybody uses (logging in, home,
//! interviews, scorecards, packets), once with all pages. The address decides which of the two is loaded, by the rule of
//! [`needs_hiring`] and of the page's start script; a link from the small one into the other's pages is an ordinary load.
//!
//! Home stands in both. Whoever has more than interviews gets it in the whole app: a note in this browser tells the start script,
//! and where the note is wrong the page loads the other app once.

use crate::{
    routes::Route,
    state::{kept, session::holds},
};
use evenhand_shared::{people::Role, sessions::Me};
use yew_router::Routable;

/// The note; the start script reads it.
const NOTE: &str = "evenhand.home";
/// What it says where home is in the whole app.
const WHOLE: &str = "whole";

/// Whether only the whole app has this page.
const fn needs_hiring(route: &Route) -> bool {
    matches!(
        route,
        Route::Jobs
            | Route::NewJob
            | Route::Ladder
            | Route::Level { .. }
            | Route::Job { .. }
            | Route::Board { .. }
            | Route::NewPlan
            | Route::NextPlan { .. }
            | Route::PlanHistory { .. }
            | Route::PlanDraft { .. }
            | Route::Library
            | Route::LibraryItem { .. }
            | Route::Candidates
            | Route::ImportCandidates
            | Route::Candidate { .. }
            | Route::NewLoop { .. }
            | Route::Loops
            | Route::Loop { .. }
            | Route::People
            | Route::Audit
            | Route::Person { .. }
            | Route::Profile
            | Route::Settings
            | Route::Duty { .. }
            | Route::Requests
            | Route::Exposures
            | Route::Afterwards { .. }
    )
}

/// Whether this build has the page.
pub fn has(route: &Route) -> bool {
    cfg!(feature = "hiring") || !(needs_hiring(route) || (*route == Route::Home && noted()))
}

/// Whether somebody's home is more than their interviews.
pub fn sees_more(me: &Me) -> bool {
    [Role::Admin, Role::Recruiter, Role::HiringManager, Role::Auditor].into_iter().any(|role| holds(me, role))
}

/// Notes for the start script which app somebody's home is in. Answers whether that is the other one, and the note is kept.
pub fn note(me: &Me) -> bool {
    let more = sees_more(me);
    kept::keep(NOTE, more.then_some(WHOLE));
    // A browser that keeps nothing stays with the app that it has.
    more && !cfg!(feature = "hiring") && noted()
}

/// On the home page: loads the whole app where it is wanted and this is not it.
pub fn bring_home(me: &Me) {
    if note(me)
        && let Some(window) = web_sys::window()
    {
        // A page that is being left cannot refuse to load.
        let _ = window.location().replace(&Route::Home.to_path());
    }
}

fn noted() -> bool {
    kept::find(NOTE).is_some_and(|note| note == WHOLE)
}

#[cfg(test)]
mod tests {
    use super::{NOTE, WHOLE, needs_hiring};
    use crate::routes::Route;
    use yew_router::Routable;

    /// The start script's choice, read from the script itself.
    fn chosen_by_address(path: &str) -> bool {
        let script = include_str!("../start.js");
        let areas = script.split("/^\\/(").nth(1).unwrap().split(')').next().unwrap();
        let packet = path.starts_with("/loops/") && path.ends_with("/packet");
        !packet && areas.split('|').any(|area| path.split('/').nth(1) == Some(area))
    }

    #[test]
    fn the_start_script_reads_the_note() {
        let script = include_str!("../start.js");
        assert!(script.contains(&format!("localStorage.getItem(\"{NOTE}\") === \"{WHOLE}\"")));
    }

    #[test]
    fn the_address_and_the_app_agree() {
        let id = || "1".to_owned();
        let routes = [
            Route::Home,
            Route::Login,
            Route::Setup,
            Route::SetPassword,
            Route::Interviews,
            Route::Scorecard { id: id() },
            Route::Jobs,
            Route::NewJob,
            Route::Ladder,
            Route::Level { id: id() },
            Route::Job { id: id() },
            Route::Board { id: id() },
            Route::NewPlan,
            Route::NextPlan { id: id() },
            Route::PlanHistory { id: id() },
            Route::PlanDraft { id: id() },
            Route::Library,
            Route::LibraryItem { id: id() },
            Route::Candidates,
            Route::ImportCandidates,
            Route::Candidate { id: id() },
            Route::NewLoop { id: id(), application: id() },
            Route::Loops,
            Route::Loop { id: id() },
            Route::Packet { id: id() },
            Route::People,
            Route::Audit,
            Route::Person { id: id() },
            Route::Profile,
            Route::Settings,
            Route::Duty { id: id() },
            Route::Requests,
            Route::Exposures,
            Route::Afterwards { id: id() },
            Route::NotFound,
        ];
        for route in routes {
            assert_eq!(chosen_by_address(&route.to_path()), needs_hiring(&route), "{route:?}");
        }
    }
}
