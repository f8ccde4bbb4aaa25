//! Short messages about what has just happened, in one live region.

use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// Milliseconds that a message stays.
const STAY: u32 = 6_000;
/// Milliseconds for one with something to do.
const STAY_WITH_ACTION: u32 = 10_000;

/// One message.
#[derive(Clone, PartialEq)]
pub struct Toast {
    id: u64,
    text: AttrValue,
    action: Option<(AttrValue, Callback<()>)>,
}

/// The messages on show.
#[derive(Clone, PartialEq, Default)]
pub struct Toasts {
    next: u64,
    shown: Vec<Toast>,
}

/// What happens to the messages.
pub enum ToastEvent {
    /// Say something.
    Say(AttrValue, Option<(AttrValue, Callback<()>)>),
    /// Take one away.
    Drop(u64),
}

impl Reducible for Toasts {
    type Action = ToastEvent;

    fn reduce(self: Rc<Self>, event: ToastEvent) -> Rc<Self> {
        let mut next = (*self).clone();
        match event {
            ToastEvent::Say(text, action) => {
                next.next = next.next.saturating_add(1);
                next.shown.push(Toast { id: next.next, text, action });
            }
            ToastEvent::Drop(id) => next.shown.retain(|toast| toast.id != id),
        }
        Rc::new(next)
    }
}

/// Says things.
#[derive(Clone, PartialEq)]
pub struct Say(UseReducerDispatcher<Toasts>);

impl Say {
    /// Says that something was done.
    pub fn done(&self, text: impl Into<AttrValue>) {
        self.0.dispatch(ToastEvent::Say(text.into(), None));
    }

    /// The same with something that can still be done about it, such as `Undo`.
    pub fn with_action(&self, text: impl Into<AttrValue>, verb: &'static str, act: Callback<()>) {
        self.0.dispatch(ToastEvent::Say(text.into(), Some((verb.into(), act))));
    }
}

/// The way to say something from a page.
#[hook]
pub fn use_say() -> Say {
    #[expect(clippy::expect_used, reason = "the provider wraps the whole app")]
    use_context::<Say>().expect("ToastProvider stands above")
}

/// Properties of [`ToastProvider`].
#[derive(Properties, PartialEq)]
pub struct ToastProviderProps {
    /// The app.
    pub children: Html,
}

/// Holds the one `role="status"` region.
#[component]
pub fn ToastProvider(props: &ToastProviderProps) -> Html {
    let toasts = use_reducer(Toasts::default);
    let say = Say(toasts.dispatcher());
    html! {
        <ContextProvider<Say> context={say}>
            {props.children.clone()}
            <div class="toasts" role="status">
                {for toasts.shown.iter().map(|toast| html! {
                    <OneToast key={toast.id} toast={toast.clone()} dispatcher={toasts.dispatcher()} />
                })}
            </div>
        </ContextProvider<Say>>
    }
}

#[derive(Properties, PartialEq)]
struct OneToastProps {
    toast: Toast,
    dispatcher: UseReducerDispatcher<Toasts>,
}

#[component]
fn OneToast(props: &OneToastProps) -> Html {
    let id = props.toast.id;
    use_effect_with((), {
        let dispatcher = props.dispatcher.clone();
        let stay = if props.toast.action.is_some() { STAY_WITH_ACTION } else { STAY };
        move |()| {
            let timeout = Timeout::new(stay, move || dispatcher.dispatch(ToastEvent::Drop(id)));
            move || drop(timeout)
        }
    });
    let drop = {
        let dispatcher = props.dispatcher.clone();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(ToastEvent::Drop(id)))
    };
    let action = props.toast.action.as_ref().map(|(verb, act)| {
        let (act, drop) = (act.clone(), drop.clone());
        let onclick = Callback::from(move |event: MouseEvent| {
            act.emit(());
            drop.emit(event);
        });
        html! { <button type="button" {onclick}>{verb}</button> }
    });
    html! {
        <div class="toast">
            <span>{&props.toast.text}</span>
            {action}
            <button type="button" class="icon" aria-label="Dismiss" onclick={drop}>{"×"}</button>
        </div>
    }
}
