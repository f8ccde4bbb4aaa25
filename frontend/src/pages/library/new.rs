//! A new competency or kit: a name to begin with.

use crate::{
    api,
    components::{
        button::{Button, Look},
        dialog::Dialog,
        field::TextField,
        notice::FailureNote,
    },
    hooks::{into, on_submit, use_mutation},
    routes::Route,
};
use evenhand_shared::{
    library::{CompetencyText, LibraryItem, LibraryKind, LibraryText, NewLibraryItem},
    plan::Kit,
};
use yew::prelude::*;
use yew_router::prelude::*;

/// Where a fault of the name stands.
const NAME: &str = "/text/text/name";

/// Properties of [`NewItem`].
#[derive(Properties, PartialEq)]
pub struct NewItemProps {
    /// What it is.
    pub kind: LibraryKind,
    /// Closes the dialog.
    pub onclose: Callback<()>,
}

fn first_words(kind: LibraryKind, name: String) -> LibraryText {
    match kind {
        LibraryKind::Competency => LibraryText::Competency(CompetencyText {
            name,
            description: String::new(),
            anchors: vec![String::new(); 4],
        }),
        LibraryKind::Kit => LibraryText::Kit(Kit {
            key: String::new(),
            name,
            format: "structured interview".to_owned(),
            minutes: 60,
            instructions: String::new(),
            rates: Vec::new(),
            shows: Vec::new(),
            blind: false,
            origin: None,
            questions: Vec::new(),
        }),
    }
}

/// The dialog.
#[component]
pub fn NewItem(props: &NewItemProps) -> Html {
    let navigator = use_navigator();
    let name = use_state(String::new);
    let create = use_mutation(
        |new: NewLibraryItem| async move { api::library::create(&new).await },
        move |item: LibraryItem| {
            if let Some(navigator) = &navigator {
                navigator.push(&Route::LibraryItem { id: item.id.0 });
            }
        },
    );
    let onsubmit = {
        let (run, name, kind) = (create.run.clone(), name.clone(), props.kind);
        on_submit(move || run.emit(NewLibraryItem { text: first_words(kind, name.trim().to_owned()) }))
    };
    let (title, hint) = match props.kind {
        LibraryKind::Competency => (
            "Write a competency",
            "Such as Clear writing. Plan files refer to it by a short form of this name, which stays.",
        ),
        LibraryKind::Kit => (
            "Write a kit",
            "Such as Paired coding. Plans refer to it by a short form of this name, which stays.",
        ),
    };
    html! {
        <Dialog {title} onclose={props.onclose.clone()}>
            <form class="stack" novalidate={true} {onsubmit}>
                <TextField label="Name" {hint} value={(*name).clone()} oninput={into(&name)} error={create.at(NAME).map(AttrValue::from)} autofocus={true} required={true} />
                <FailureNote failure={create.failure.clone()} shown={NAME} />
                <div class="actions">
                    <Button submit={true} look={Look::Primary} pending={create.pending}>{"Begin the draft"}</Button>
                    <Button onclick={props.onclose.reform(|_| ())}>{"Leave it"}</Button>
                </div>
            </form>
        </Dialog>
    }
}
