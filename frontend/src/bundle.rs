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
            | Route::NewPlan
            | Route::NextPlan { .. }
            | Route::Candidates
            | Route::ImportCandidates
            | Route::Candidate { .. }
            | Route::NewLoop { .. }
            | Route::Loops
            | Route::Loop { .. }
            | Route::People
    )
}

/// Whether this build has the page.
pub const fn has(route: &Route) -> bool {
    cfg!(feature = "hiring") || !needs_hiring(route)
}
