//! The app is built twice, so that a first visit loads no more than it shows: once with what everybody uses (logging in, home,
//! interviews, scorecards, packets), once with all pages. The address decides which of the two is loaded, by the rule of
//! [`needs_hiring`] and of the page's start script; a link from the small one into the other's pages is an ordinary load.

use crate::routes::Route;

/// Whether only the whole app has this page.
const fn needs_hiring(route: &Route) -> bool {
    matches!(
        route,
        Route::Jobs
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
    )
}

/// Whether this build has the page.
pub const fn has(route: &Route) -> bool {
    cfg!(feature = "hiring") || !needs_hiring(route)
}

#[cfg(test)]
mod tests {
    use super::needs_hiring;
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
            Route::NotFound,
        ];
        for route in routes {
            assert_eq!(chosen_by_address(&route.to_path()), needs_hiring(&route), "{route:?}");
        }
    }
}
