//! Breaking the glass: an emergency look at what is submitted, with a reason, for an hour.

use crate::{
    api,
    components::{
        dialog::Confirm,
        field::{AreaField, CheckField},
        link::go_to,
        notice::Note,
        time::readable,
    },
    hooks::{into, use_mutation},
    routes::Route,
    state::toasts::use_say,
};
use evenhand_shared::{
    LoopId,
    acts::{BreakGlass, BrokenGlass},
};
use yew::prelude::*;
use yew_router::prelude::*;

/// Fewest and most characters of the reason.
const BOUNDS: std::ops::RangeInclusive<usize> = 10..=2000;

/// Properties of [`BreakTheGlass`].
#[derive(Properties, PartialEq)]
pub struct BreakTheGlassProps {
    /// The loop.
    pub id: LoopId,
    /// The candidate's name, where the reader may see the loop.
    #[prop_or_default]
    pub name: Option<String>,
    /// Closes it.
    pub onclose: Callback<()>,
}

/// The dialog. Whoever does not see the loop may owe a scorecard there, and confirms what becomes of it.
#[component]
pub fn BreakTheGlass(props: &BreakTheGlassProps) -> Html {
    let say = use_say();
    let navigator = use_navigator();
    let reason = use_state(String::new);
    let known = use_state(|| false);
    let tried = use_state(|| false);
    let open = {
        let id = props.id.clone();
        let packet = Route::Packet { id: id.0.clone() };
        use_mutation(
            move |broken: BreakGlass| {
                let id = id.clone();
                async move { api::acts::break_glass(&id, &broken).await }
            },
            move |broken: BrokenGlass| {
                say.done(format!("Open to you until {}.", readable(broken.until)));
                if let Some(navigator) = &navigator {
                    go_to(navigator, &packet);
                }
            },
        )
    };
    let closed = props.name.is_none();
    let length = reason.trim().chars().count();
    let fits = BOUNDS.contains(&length);
    let onconfirm = {
        let (reason, run, tried, confirm) = (reason.clone(), open.run.clone(), tried.setter(), *known);
        Callback::from(move |()| {
            tried.set(true);
            if fits && (confirm || !closed) {
                run.emit(BreakGlass { reason: (*reason).clone(), confirm });
            }
        })
    };
    let beside = if *tried && !fits {
        Some(if length < *BOUNDS.start() {
            "Say why in at least 10 characters.".to_owned()
        } else {
            format!("Say it in at most 2,000 characters; these are {length}.")
        })
    } else {
        open.at("/reason")
    };
    let failure = open.failure.clone().filter(|failure| failure.beyond("/reason /confirm").is_some());
    let name = props.name.as_deref().unwrap_or("the candidate");
    html! {
        <Confirm title="Break the glass?" verb="Break the glass and read" danger={true} pending={open.pending} {failure} {onconfirm} onclose={props.onclose.clone()}>
            <Note warn={true}>
                <ul class="bullets">
                    <li>{format!("For one hour you can read the scorecards on {name} that are submitted. Drafts stay closed.")}</li>
                    <li>{"Colleagues who watch over this job are told that you did it, and until when."}</li>
                    <li>{"It stands in the audit for good, and your reason is kept."}</li>
                    <li>{format!("A scorecard that you write on {name} from now on, or that is still open, is marked as exposed: no figure counts it.")}</li>
                </ul>
            </Note>
            <p class="muted">{"It is meant for emergencies, such as a decision that cannot wait for somebody who fell ill."}</p>
            <AreaField label="Why now" hint="10 to 2,000 characters." value={(*reason).clone()} oninput={into(&reason)}
                error={beside.map(AttrValue::from)} autofocus={true} required={true} />
            if closed {
                <CheckField label="I know that a scorecard which I owe on this candidate will be marked as exposed" checked={*known} onchange={into(&known)} />
                if *tried && !*known { <p class="error" role="alert">{"Confirm this first."}</p> }
            }
        </Confirm>
    }
}
