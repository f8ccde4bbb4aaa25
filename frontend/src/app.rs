//! Providers around everything, and the choice between the gate and the frame.

use crate::{
    components::{button::Button, view::skeleton},
    pages::{
        self, candidates::CandidatesPage, gate::LoginPage, gate::SetPasswordPage, gate::SetupPage,
        home::HomePage, interviews::InterviewsPage, not_found::NotFoundPage, packet::PacketPage,
        scorecard::ScorecardPage,
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
        Route::Jobs => html! { <pages::jobs::JobsPage /> },
        Route::Job { id } => html! { <pages::jobs::JobPage key={id.as_str()} id={id.clone()} /> },
        Route::NewPlan => html! { <pages::plans::NewPlanPage /> },
        Route::NextPlan { id } => html! { <pages::plans::NewPlanPage key={id.as_str()} from={id.clone()} /> },
        Route::Candidates => html! { <CandidatesPage /> },
        Route::ImportCandidates => html! { <pages::candidates::ImportPage /> },
        Route::Candidate { id } => {
            html! { <pages::candidates::CandidatePage key={id.as_str()} id={id.clone()} /> }
        }
        Route::NewLoop { id, application } => html! {
            <pages::loops::NewLoopPage key={application.as_str()} candidate={id} application={application.clone()} />
        },
        Route::Loops => html! { <pages::loops::LoopsPage /> },
        Route::Loop { id } => html! { <pages::loops::LoopPage key={id.as_str()} id={id.clone()} /> },
        Route::Packet { id } => html! { <PacketPage key={id.as_str()} id={id.clone()} /> },
        Route::People => html! { <pages::people::PeoplePage /> },
        Route::Settings => html! { <pages::settings::SettingsPage /> },
        Route::NotFound | Route::SetPassword => html! { <NotFoundPage /> },
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
