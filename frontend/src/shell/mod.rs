//! The frame around every page: rail, top line, keys; and the plain one before logging in.

mod demo;
mod gate;
mod keys;
mod palette;
mod rail;
mod top;
mod tour;

pub use gate::Gate;

use crate::{
    hooks::autosave::claim,
    routes::Route,
    state::{
        frame::{Frame, TellFrame},
        session::use_me,
    },
};
use demo::DemoBanner;
use rail::Rail;
use top::TopLine;
use yew::prelude::*;

/// Properties of [`Shell`].
#[derive(Properties, PartialEq)]
pub struct ShellProps {
    /// The page that is shown.
    pub route: Route,
    /// The page.
    pub children: Html,
}

/// The frame.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let frame = use_reducer(Frame::default);
    let me = use_me();
    use_effect_with(me.id.clone(), |id| wasm_bindgen_futures::spawn_local(claim(id.clone())));
    html! {
        <ContextProvider<TellFrame> context={frame.dispatcher()}>
            <a class="skip" href="#main">{"Skip to the page"}</a>
            <DemoBanner />
            <div class="frame">
                <Rail area={props.route.area()} />
                <div class="stage">
                    <TopLine frame={(*frame).clone()} />
                    <main id="main" tabindex="-1">{props.children.clone()}</main>
                </div>
            </div>
        </ContextProvider<TellFrame>>
    }
}
