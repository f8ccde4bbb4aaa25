//! Providers around everything, and the choice between the gate and the frame.

use crate::{
    components::{button::Button, view::skeleton},
    pages::{
        gate::{LoginPage, SetPasswordPage, SetupPage},
        home::HomePage,
        interviews::InterviewsPage,
        not_found::NotFoundPage,
        packet::PacketPage,
        scorecard::ScorecardPage,
        settings::SettingsPage,
    },
    routes::Route,
    shell::{Gate, Shell},
    state::{
        live::LiveProvider,
        session::{SessionEvent, SessionProvider, Standing, use_session},
        toasts::ToastProvider,
    },
};
use evenhand_shared::sessions::Me;
use std::rc::Rc;
use yew::prelude::*;
use yew_router::prelude::*;

/// The app.
#[component]
pub fn App() -> Html {
    html! {
        <BrowserRouter>
            <ToastProvider>
                <SessionProvider>
                    <Entrance />
                </SessionProvider>
            </ToastProvider>
        </BrowserRouter>
    }
}

/// Before the server has said who is there, nothing can be decided; afterwards the page asked for is drawn, or the way to it.
#[component]
fn Entrance() -> Html {
    let session = use_session();
    let route = use_route::<Route>().unwrap_or(Route::NotFound);
    let setup_needed = session.about.as_ref().is_some_and(|about| about.setup_needed);
    if route == Route::SetPassword {
        return html! { <Gate><SetPasswordPage /></Gate> };
    }
    let unknown = session.about.is_none() || session.standing == Standing::Starting;
    if let (true, Some(failure)) = (unknown, &session.failure) {
        let retry = {
            let session = session.clone();
            Callback::from(move |_| session.dispatch(SessionEvent::Retry))
        };
        return html! {
            <Gate>
                <h1>{"Evenhand cannot be reached"}</h1>
                <p role="alert">{failure.sentence()}</p>
                <div class="actions"><Button onclick={retry}>{"Try again"}</Button></div>
            </Gate>
        };
    }
    match (&session.standing, &route) {
        _ if unknown => html! { <Gate>{skeleton()}</Gate> },
        (Standing::In(me), _) => html! { <Inside me={me.clone()} {route} /> },
        _ if setup_needed => html! { <Gate><SetupPage /></Gate> },
        // The page asked for keeps its address, and is drawn there after logging in.
        _ => html! { <Gate><LoginPage /></Gate> },
    }
}

#[derive(Properties, PartialEq)]
struct InsideProps {
    me: Rc<Me>,
    route: Route,
}

#[component]
fn Inside(props: &InsideProps) -> Html {
    let page = match props.route.clone() {
        Route::Login | Route::Setup => html! { <Redirect<Route> to={Route::Home} /> },
        Route::Home => html! { <HomePage /> },
        Route::Interviews => html! { <InterviewsPage /> },
        Route::Scorecard { id } => html! { <ScorecardPage key={id.as_str()} id={id.clone()} /> },
        Route::Packet { id } => html! { <PacketPage key={id.as_str()} id={id.clone()} /> },
        Route::Settings => html! { <SettingsPage /> },
        Route::NotFound | Route::SetPassword => html! { <NotFoundPage /> },
        route => hiring_page(route),
    };
    html! {
        // Keyed by the person: a page of one is never kept for another.
        <ContextProvider<Rc<Me>> key={props.me.id.0.clone()} context={props.me.clone()}>
            <LiveProvider>
                <Shell route={props.route.clone()}>{page}</Shell>
            </LiveProvider>
        </ContextProvider<Rc<Me>>>
    }
}

/// The pages that only the whole app has.
#[cfg(feature = "hiring")]
fn hiring_page(route: Route) -> Html {
    use crate::pages::{
        audit::AuditPageView,
        board::BoardPage,
        candidates,
        duties::DutyPage,
        exposures::ExposuresPage,
        jobs,
        ladder::LadderPage,
        library, loops,
        people::{PeoplePage, PersonPage},
        plans::{self, NewPlanPage},
        profile::ProfilePage,
        requests::RequestsPage,
    };
    match route {
        Route::Jobs => html! { <jobs::JobsPage /> },
        Route::NewJob => html! { <jobs::NewJobPage /> },
        Route::Ladder => html! { <LadderPage /> },
        Route::Level { id } => html! { <LadderPage at={id.clone()} /> },
        Route::Job { id } => html! { <jobs::JobPage key={id.as_str()} id={id.clone()} /> },
        Route::Board { id } => html! { <BoardPage key={id.as_str()} id={id.clone()} /> },
        Route::NewPlan => html! { <NewPlanPage /> },
        Route::NextPlan { id } => html! { <NewPlanPage key={id.as_str()} from={id.clone()} /> },
        Route::PlanHistory { id } => html! { <plans::PlanHistoryPage key={id.as_str()} id={id.clone()} /> },
        Route::PlanDraft { id } => html! { <plans::PlanDraftPage key={id.as_str()} id={id.clone()} /> },
        Route::Library => html! { <library::LibraryPage /> },
        Route::LibraryItem { id } => html! { <library::LibraryItemPage key={id.as_str()} id={id.clone()} /> },
        Route::Candidates => html! { <candidates::CandidatesPage /> },
        Route::ImportCandidates => html! { <candidates::ImportPage /> },
        Route::Candidate { id } => html! { <candidates::CandidatePage key={id.as_str()} id={id.clone()} /> },
        Route::NewLoop { id, application } => html! {
            <loops::NewLoopPage key={application.as_str()} candidate={id} application={application.clone()} />
        },
        Route::Loops => html! { <loops::LoopsPage /> },
        Route::Loop { id } => html! { <loops::LoopPage key={id.as_str()} id={id.clone()} /> },
        Route::People => html! { <PeoplePage /> },
        Route::Audit => html! { <AuditPageView /> },
        Route::Person { id } => html! { <PersonPage key={id.as_str()} id={id.clone()} /> },
        Route::Profile => html! { <ProfilePage /> },
        Route::Duty { id } => html! { <DutyPage key={id.as_str()} id={id.clone()} /> },
        Route::Requests => html! { <RequestsPage /> },
        Route::Exposures => html! { <ExposuresPage /> },
        Route::Afterwards { id } => html! { <loops::AfterwardsPage key={id.as_str()} id={id.clone()} /> },
        _ => html! { <NotFoundPage /> },
    }
}

/// The address belongs to the whole app: reached with the browser's back button, it is loaded anew.
#[cfg(not(feature = "hiring"))]
fn hiring_page(_: Route) -> Html {
    if let Some(window) = web_sys::window() {
        // A page that is being left cannot refuse to load.
        let _ = window.location().reload();
    }
    skeleton()
}
