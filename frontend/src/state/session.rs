//! Who is logged in.

use super::{password::PasswordDialog, toasts::use_say};
use crate::api::{self, Failure};
use evenhand_shared::{
    about::About,
    people::Role,
    sessions::{Me, SessionToken},
};
use std::rc::Rc;
use yew::prelude::*;

/// Where the session stands.
#[derive(Clone, PartialEq)]
pub enum Standing {
    /// Not known yet.
    Starting,
    /// Nobody is logged in.
    Anonymous,
    /// This person is logged in.
    In(Rc<Me>),
}

/// The session as pages see it.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// Where it stands.
    pub standing: Standing,
    /// About this server; absent until it has answered.
    pub about: Option<Rc<About>>,
    /// Why the server could not be asked.
    pub failure: Option<Failure>,
    ended: bool,
    attempt: u32,
}

/// What happens to a session.
pub enum SessionEvent {
    /// The server told about itself.
    About(About),
    /// Somebody is logged in.
    Entered(Me),
    /// There is no session to take up.
    Nobody,
    /// The server could not be asked.
    Failed(Failure),
    /// Ask again.
    Retry,
    /// The session ended while it was in use.
    Ended,
    /// The password was given again.
    Resumed,
    /// The first administrator exists now.
    SetUpDone,
}

impl Reducible for Session {
    type Action = SessionEvent;

    fn reduce(self: Rc<Self>, event: SessionEvent) -> Rc<Self> {
        let mut next = (*self).clone();
        match event {
            SessionEvent::About(about) => next.about = Some(Rc::new(about)),
            SessionEvent::Entered(me) => next.standing = Standing::In(Rc::new(me)),
            SessionEvent::Nobody => next.standing = Standing::Anonymous,
            SessionEvent::Failed(failure) => next.failure = Some(failure),
            SessionEvent::Retry => {
                next.failure = None;
                next.attempt = next.attempt.saturating_add(1);
            }
            SessionEvent::Ended => next.ended = matches!(next.standing, Standing::In(_)),
            SessionEvent::Resumed => next.ended = false,
            SessionEvent::SetUpDone => {
                if let Some(about) = &mut next.about {
                    Rc::make_mut(about).setup_needed = false;
                }
            }
        }
        Rc::new(next)
    }
}

/// The session and the way to tell it something.
pub type SessionHandle = UseReducerHandle<Session>;

impl Session {
    fn start() -> Self {
        Self { standing: Standing::Starting, about: None, failure: None, ended: false, attempt: 0 }
    }

    /// The person, when somebody is logged in.
    pub fn me(&self) -> Option<Rc<Me>> {
        match &self.standing {
            Standing::In(me) => Some(me.clone()),
            Standing::Starting | Standing::Anonymous => None,
        }
    }
}

/// Takes a fresh session into use.
pub fn enter(handle: &SessionHandle, session: SessionToken) {
    handle.dispatch(SessionEvent::Entered(session.me));
}

/// The session's handle.
#[hook]
pub fn use_session() -> SessionHandle {
    #[expect(clippy::expect_used, reason = "the provider wraps the whole app")]
    use_context::<SessionHandle>().expect("SessionProvider stands above")
}

/// The person who is logged in; only for pages inside the frame, which are not drawn for anyone else.
#[hook]
pub fn use_me() -> Rc<Me> {
    #[expect(clippy::expect_used, reason = "the frame provides it to every page inside")]
    use_context::<Rc<Me>>().expect("the frame stands above")
}

/// Whether somebody holds a role.
pub fn holds(me: &Me, role: Role) -> bool {
    me.roles.contains(&role)
}

/// Which sessions end.
#[derive(Clone, Copy, PartialEq)]
pub enum Leave {
    /// This browser's.
    Here,
    /// All of the person's.
    Everywhere,
}

/// Logs out and loads the page anew, so that nothing of this person stays in memory. Says so when it did not work:
/// nobody should walk away from a session that is still open.
#[hook]
pub fn use_leave() -> Callback<Leave> {
    let say = use_say();
    use_callback(say, |which: Leave, say| {
        let say = say.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let answer = match which {
                Leave::Here => api::sessions::log_out().await,
                Leave::Everywhere => api::sessions::log_out_everywhere().await,
            };
            if let Err(failure) = answer {
                say.done(format!("You are still logged in. {}", failure.sentence()));
                return;
            }
            api::sessions::watch(None);
            api::sessions::resume(false);
            if let Some(window) = web_sys::window() {
                // A page that is being left cannot refuse the address.
                let _ = window.location().replace("/login");
            }
        });
    })
}

/// Properties of [`SessionProvider`].
#[derive(Properties, PartialEq)]
pub struct SessionProviderProps {
    /// The app.
    pub children: Html,
}

/// Takes the session up at start, and asks for the password in place when it ends.
#[component]
pub fn SessionProvider(props: &SessionProviderProps) -> Html {
    let session = use_reducer(Session::start);
    let dispatcher = session.dispatcher();
    use_effect_with(session.attempt, {
        let dispatcher = dispatcher.clone();
        move |_| {
            let for_about = dispatcher.clone();
            wasm_bindgen_futures::spawn_local(async move {
                match api::about::about().await {
                    Ok(about) => for_about.dispatch(SessionEvent::About(about)),
                    Err(failure) => for_about.dispatch(SessionEvent::Failed(failure)),
                }
            });
            wasm_bindgen_futures::spawn_local(async move {
                match api::sessions::restore().await {
                    Ok(Some(token)) => dispatcher.dispatch(SessionEvent::Entered(token.me)),
                    Ok(None) => {}
                    Err(Failure::Problem(problem)) if problem.status < 500 => {
                        dispatcher.dispatch(SessionEvent::Nobody);
                    }
                    Err(failure) => dispatcher.dispatch(SessionEvent::Failed(failure)),
                }
            });
        }
    });
    use_effect_with(session.me().map(|me| me.id.clone()), {
        let dispatcher = dispatcher.clone();
        move |id| {
            let ended = Callback::from(move |()| dispatcher.dispatch(SessionEvent::Ended));
            api::sessions::watch(id.clone().map(|id| (id, ended)));
        }
    });
    let resumed = {
        let dispatcher = dispatcher.clone();
        use_callback((), move |(), ()| dispatcher.dispatch(SessionEvent::Resumed))
    };
    let ended = session.ended.then(|| session.me()).flatten();
    html! {
        <ContextProvider<SessionHandle> context={session}>
            {props.children.clone()}
            if let Some(me) = ended {
                <PasswordDialog {me} {resumed} />
            }
        </ContextProvider<SessionHandle>>
    }
}
