//! The keys of the page, shown with `?`.

use crate::{components::dialog::Dialog, state::frame::Key};
use yew::prelude::*;

/// Properties of [`KeysDialog`].
#[derive(Properties, PartialEq)]
pub struct KeysDialogProps {
    /// Keys of the page.
    pub keys: Vec<Key>,
    /// Closes the list.
    pub onclose: Callback<()>,
}

/// The list.
#[component]
pub fn KeysDialog(props: &KeysDialogProps) -> Html {
    let everywhere: [Key; 5] = [
        ("Ctrl K".into(), "Go anywhere".into()),
        ("?".into(), "Show this list".into()),
        ("Esc".into(), "Close a dialog".into()),
        ("↓ / ↑".into(), "Between the places of Ctrl K; Enter goes there".into()),
        ("Tab".into(), "Go to the next control".into()),
    ];
    html! {
        <Dialog title="Keys" onclose={props.onclose.clone()}>
            <dl class="keys">
                {for props.keys.iter().chain(&everywhere).map(|(key, what)| html! {
                    <div key={key.to_string()}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>
                })}
            </dl>
        </Dialog>
    }
}
