//! A file of the candidate on the scorecard's page: a picture is shown, a document saved.

use crate::{
    api,
    components::{
        button::Button,
        file::{Picture, save_blob},
        notice::FailureNote,
    },
    hooks::use_mutation,
};
use evenhand_shared::{
    FileId,
    files::{FileKind, ShownFile},
};
use web_sys::Blob;
use yew::prelude::*;

/// Properties of [`ShownFileLine`].
#[derive(Properties, PartialEq)]
pub struct ShownFileLineProps {
    /// The file.
    pub file: ShownFile,
}

/// The line.
#[component]
pub fn ShownFileLine(props: &ShownFileLineProps) -> Html {
    let seen = use_state(|| None::<Blob>);
    let ShownFile { id, label, kind } = props.file.clone();
    let asking = {
        let (seen, name) = (seen.setter(), format!("{label}.{}", kind.ending()));
        use_mutation(
            |id: FileId| async move { api::files::assigned(&id).await },
            move |blob: Blob| {
                if kind == FileKind::Pdf {
                    // A browser that refuses says so itself.
                    let _ = save_blob(&name, &blob);
                } else {
                    seen.set(Some(blob));
                }
            },
        )
    };
    let verb = if kind == FileKind::Pdf { "Save" } else { "Show" };
    html! {
        <>
            <Button pending={asking.pending} onclick={asking.run.reform(move |_: MouseEvent| id.clone())}>
                {format!("{verb} {label} ({})", kind.words())}
            </Button>
            if let Some(blob) = &*seen { <Picture blob={blob.clone()} alt={label.clone()} /> }
            <FailureNote failure={asking.failure.clone()} />
        </>
    }
}
