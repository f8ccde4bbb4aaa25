//! The top line: where you are, how the connection stands, and the keys.

use super::{keys::KeysDialog, palette::Palette};
use crate::{
    components::link::Go,
    hooks::{use_chord, use_keys},
    state::{
        frame::Frame,
        live::{LiveState, use_live_state},
    },
};
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Properties of [`TopLine`].
#[derive(Properties, PartialEq)]
pub struct TopLineProps {
    /// What the page told.
    pub frame: Frame,
}

/// The top line.
#[component]
pub fn TopLine(props: &TopLineProps) -> Html {
    let keys_open = use_state(|| false);
    let set_keys = keys_open.setter();
    let palette_open = use_state(|| false);
    let show_palette = {
        let open = palette_open.setter();
        Callback::from(move |()| open.set(true))
    };
    let hide_palette = {
        let open = palette_open.setter();
        Callback::from(move |()| open.set(false))
    };
    use_chord("k", show_palette.clone());
    use_keys({
        let set_keys = set_keys.clone();
        Callback::from(move |event: KeyboardEvent| {
            let asked = event.key() == "?" && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            if asked {
                set_keys.set(true);
            }
            asked
        })
    });
    let show_keys = {
        let set_keys = set_keys.clone();
        Callback::from(move |()| set_keys.set(true))
    };
    let open = show_keys.reform(|_: MouseEvent| ());
    let state = use_live_state();
    let (class, words) = match state {
        LiveState::Connected => ("live connected", "Connected"),
        LiveState::Reconnecting => ("live reconnecting", "Reconnecting"),
        LiveState::Offline => ("live offline", "Offline: what you type is kept here"),
    };
    html! {
        <section class="top" aria-label="Where you are">
            <nav class="crumbs" aria-label="Breadcrumb">
                <ol>
                    {for props.frame.crumbs.iter().enumerate().map(|(at, crumb)| html! {
                        <li key={at}>
                            if let Some(to) = &crumb.to {
                                <Go to={to.clone()}>{&crumb.label}</Go>
                            } else {
                                <span aria-current="page">{&crumb.label}</span>
                            }
                        </li>
                    })}
                </ol>
            </nav>
            <button type="button" class="button quiet goto" onclick={show_palette.reform(|_| ())}>{"Go to "}<kbd>{"Ctrl K"}</kbd></button>
            <span {class}>{words}</span>
            <button type="button" class="icon" aria-label="Keys of this page"
                onclick={open}><kbd>{"?"}</kbd></button>
            if *keys_open {
                <KeysDialog keys={props.frame.keys.clone()} onclose={move |()| set_keys.set(false)} />
            }
        if *palette_open { <Palette onclose={hide_palette} onkeys={show_keys} /> }
        </section>
    }
}
