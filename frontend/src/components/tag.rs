//! Short states in a row.

use yew::prelude::*;

/// How a tag speaks. Words carry the meaning; the hue supports.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Simply so.
    #[default]
    Plain,
    /// Of note.
    Accent,
    /// Done.
    Good,
    /// Needs somebody.
    Warn,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "tag",
            Self::Accent => "tag accent",
            Self::Good => "tag good",
            Self::Warn => "tag warn",
        }
    }
}

/// Properties of [`Tag`].
#[derive(Properties, PartialEq)]
pub struct TagProps {
    /// How it speaks.
    #[prop_or_default]
    pub tone: Tone,
    /// Its words.
    pub children: Html,
}

/// A tag.
#[component]
pub fn Tag(props: &TagProps) -> Html {
    html! { <span class={props.tone.class()}>{props.children.clone()}</span> }
}
