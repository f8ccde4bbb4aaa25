//! The head of a page: its one `h1`, its title, its place in the frame.

use crate::hooks::use_focus_when_settled;
use crate::state::frame::{Crumb, Frame, Key, TellFrame};
use yew::prelude::*;

/// Properties of [`PageHead`].
#[derive(Properties, PartialEq)]
pub struct PageHeadProps {
    /// The heading, and the title of the browser's tab.
    pub title: AttrValue,
    /// Steps down to this page, without the page itself.
    #[prop_or_default]
    pub crumbs: Vec<Crumb>,
    /// Keys of this page and what they do.
    #[prop_or_default]
    pub keys: Vec<Key>,
    /// A sentence under the heading.
    #[prop_or_default]
    pub lead: Html,
    /// Keeps the heading for those who hear the page, where a second visible one would be too much.
    #[prop_or_default]
    pub quiet: bool,
    /// Buttons at the right.
    #[prop_or_default]
    pub children: Html,
}

/// The head. On a new page the focus goes to the heading and the title changes.
#[component]
pub fn PageHead(props: &PageHeadProps) -> Html {
    let heading = use_focus_when_settled();
    let tell = use_context::<TellFrame>();
    use_effect_with(props.title.clone(), |title| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(&format!("{title} · Evenhand"));
        }
    });
    use_effect_with(
        (props.title.clone(), props.crumbs.clone(), props.keys.clone()),
        move |(title, crumbs, keys)| {
            if let Some(tell) = tell {
                let mut crumbs = crumbs.clone();
                crumbs.push(Crumb { label: title.clone(), to: None });
                tell.dispatch(Frame { crumbs, keys: keys.clone() });
            }
        },
    );
    html! {
        <header class={classes!("page-head", props.quiet.then_some("quiet"))}>
            <div>
                <h1 ref={heading} tabindex="-1">{&props.title}</h1>
                <div class="lead">{props.lead.clone()}</div>
            </div>
            <div class="page-actions">{props.children.clone()}</div>
        </header>
    }
}
