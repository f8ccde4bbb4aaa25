//! The packet: what the panel found, competencies down, interviewers across. Until it is revealed to the viewer
//! the page says only that it is sealed, the same whatever may stand behind the seal.

mod cell;
mod detail;
mod glass;
mod head;
mod matrix;
mod span;
mod summary;

use crate::{
    api,
    components::{button::Button, head::PageHead, link::Go, seal::Seal, view::view},
    hooks::use_query,
    routes::Route,
    state::{
        frame::Crumb,
        live::use_live,
        session::{holds, use_me},
    },
};
use evenhand_shared::{LoopId, packet::Packet, people::Role};
use glass::Glass;
use head::{Lead, Marks};
use matrix::Matrix;
use std::rc::Rc;
use summary::Summary;
use yew::prelude::*;

/// Properties of the page.
#[derive(Properties, PartialEq)]
pub struct PacketPageProps {
    /// The loop.
    pub id: String,
}

/// The page.
#[component]
pub fn PacketPage(props: &PacketPageProps) -> Html {
    let me = use_me();
    let packet = use_query(props.id.clone(), |id| async move { api::loops::packet(&LoopId(id)).await });
    let sealed = packet.data.is_none() && packet.failure.as_ref().is_some_and(api::Failure::is_absent);
    // A packet that is open does not change under its reader; a sealed one is asked for again when the loop moves.
    use_live(sealed.then(|| format!("/api/v1/loops/{}", props.id)), packet.refetch.clone());
    let data = packet.data.clone();
    let title = match &data {
        Some(packet) => format!("{}, {}", packet.candidate_name, packet.job),
        None => "Packet".to_owned(),
    };
    let keys = data.as_ref().map_or_else(Vec::new, |_| {
        [
            ("j / k", "Next or previous competency"),
            ("Enter", "Evidence of the competency at hand"),
            ("o", "All evidence, or none"),
        ]
        .map(|(key, what)| (key.into(), what.into()))
        .to_vec()
    });
    let lead = data.as_ref().map_or_else(Html::default, |packet| html! { <Lead packet={packet.clone()} /> });
    let crumbs = if holds(&me, Role::Recruiter) || holds(&me, Role::HiringManager) {
        vec![Crumb::to("Loops", Route::Loops), Crumb::to("Loop", Route::Loop { id: props.id.clone() })]
    } else {
        vec![Crumb::to("My interviews", Route::Interviews)]
    };
    let print = Callback::from(|_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            // A browser without a printer says so itself.
            let _ = window.print();
        }
    });
    html! {
        <div class="page packet">
            <PageHead {title} {keys} {lead} {crumbs}>
                if data.as_ref().is_some_and(|packet| !packet.withdrawn.is_empty() || packet.cards.iter().any(|card| !card.amendments.is_empty())) {
                    <Go to={Route::Afterwards { id: props.id.clone() }} class="button">{"Changed afterwards"}</Go>
                }
                if data.is_some() { <Button onclick={print}>{"Print the packet"}</Button> }
            </PageHead>
            if let Some(until) = data.as_ref().and_then(|packet| packet.glass_until) {
                <Glass {until} onover={packet.refetch.clone()} />
            }
            if sealed {
                <Sealed />
            } else {
                {view(&packet, |_: &Packet| data.map_or_else(Html::default, ready))}
            }
        </div>
    }
}

fn ready(packet: Rc<Packet>) -> Html {
    html! {
        <>
            <Marks packet={packet.clone()} />
            <Matrix packet={packet.clone()} />
            <Summary {packet} />
        </>
    }
}

/// Sealed, absent, and not yours: one look.
#[component]
fn Sealed() -> Html {
    html! {
        <>
            <Seal words="Sealed until the loop is revealed to you">
                <p class="small">{"A packet opens by the rule that was set when its loop began, and only after your own scorecard on this candidate is in. A packet that does not exist, or is not yours to read, looks the same on purpose."}</p>
            </Seal>
            <p><Go to={Route::Home}>{"Back to what needs you now"}</Go></p>
        </>
    }
}
