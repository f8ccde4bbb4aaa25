//! A link to set a password. It is shown once.

use crate::components::{copy::CopyField, dialog::Dialog, time::When};
use evenhand_shared::people::PasswordLink;
use yew::prelude::*;

/// Properties of [`LinkDialog`].
#[derive(Properties, PartialEq)]
pub struct LinkDialogProps {
    /// What it is for and for whom.
    pub title: AttrValue,
    /// The link.
    pub link: PasswordLink,
    /// Closes it.
    pub onclose: Callback<()>,
}

/// The whole address of a link.
pub fn address(link: &PasswordLink) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    format!("{origin}{}", link.path)
}

/// The dialog.
#[component]
pub fn LinkDialog(props: &LinkDialogProps) -> Html {
    html! {
        <Dialog title={props.title.clone()} onclose={props.onclose.clone()}>
            <div class="stack">
                <p>{"Hand it over yourself, for example in a message. It works once, until "}<When at={props.link.expires_at} />{"."}</p>
                <CopyField label="Link to set a password" value={address(&props.link)} />
                <p class="hint">{"It is not shown again. You can always make a new one; the old one then stops working."}</p>
            </div>
        </Dialog>
    }
}
