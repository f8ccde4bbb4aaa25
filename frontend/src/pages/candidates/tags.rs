//! Tags of the job's team on an application.

use crate::{
    api,
    components::{button::Button, field::TextField},
    hooks::{into, on_submit, use_mutation},
};
use evenhand_shared::{ApplicationId, notes::TagName};
use yew::prelude::*;

/// Properties of [`Tags`].
#[derive(Properties, PartialEq)]
pub struct TagsProps {
    /// The application.
    pub application: ApplicationId,
    /// Its tags.
    pub tags: Vec<String>,
    /// Told when they have changed.
    pub onchanged: Callback<()>,
}

/// The tags with a field for another one.
#[component]
pub fn Tags(props: &TagsProps) -> Html {
    let text = use_state(String::new);
    let change = {
        let (id, changed, text) = (props.application.clone(), props.onchanged.clone(), text.setter());
        use_mutation(
            move |(tag, on): (String, bool)| {
                let id = id.clone();
                async move {
                    let tag = TagName { tag };
                    if on {
                        api::candidates::add_tag(&id, &tag).await
                    } else {
                        api::candidates::remove_tag(&id, &tag).await
                    }
                }
            },
            move |_: Vec<String>| {
                text.set(String::new());
                changed.emit(());
            },
        )
    };
    let send = {
        let (text, run) = (text.clone(), change.run.clone());
        on_submit(move || run.emit(((*text).clone(), true)))
    };
    html! {
        <div class="stack">
            if !props.tags.is_empty() {
                <ul class="tags" aria-label="Tags">
                    {for props.tags.iter().map(|tag| {
                        let off = { let tag = tag.clone(); change.run.reform(move |_: MouseEvent| (tag.clone(), false)) };
                        html! {
                            <li key={tag.as_str()} class="tag">
                                {tag}<button type="button" class="icon" aria-label={format!("Take off the tag {tag}")} onclick={off}>{"×"}</button>
                            </li>
                        }
                    })}
                </ul>
            }
            <form class="inline-form" novalidate={true} onsubmit={send}>
                <TextField label="Add a tag" value={(*text).clone()} oninput={into(&text)}
                    error={change.at("/tag").or_else(|| change.failure.as_ref().and_then(|f| f.beyond("/tag")))} />
                <Button submit={true} pending={change.pending}>{"Add"}</Button>
            </form>
        </div>
    }
}
