//! Buttons. Their words are verbs and say what happens.

use yew::prelude::*;

/// How much a button stands out.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// The usual one.
    #[default]
    Plain,
    /// The one thing to do here.
    Primary,
    /// Takes something away.
    Danger,
    /// Hardly there: for rows and tight places.
    Quiet,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button primary",
            Self::Danger => "button danger",
            Self::Quiet => "button quiet",
        }
    }
}

/// Properties of [`Button`].
#[derive(Properties, PartialEq)]
pub struct ButtonProps {
    /// How much it stands out.
    #[prop_or_default]
    pub look: Look,
    /// Submits the form that it stands in.
    #[prop_or_default]
    pub submit: bool,
    /// The act is under way.
    #[prop_or_default]
    pub pending: bool,
    /// Cannot be used now; say why nearby.
    #[prop_or_default]
    pub disabled: bool,
    /// What it does.
    #[prop_or_default]
    pub onclick: Callback<MouseEvent>,
    /// Words for those who cannot see what it stands beside, such as `Remove Ines`.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Its words.
    pub children: Html,
}

/// A button.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    html! {
        <button
            type={if props.submit { "submit" } else { "button" }}
            class={props.look.class()}
            disabled={props.disabled}
            aria-busy={props.pending.then_some("true")}
            aria-label={props.label.clone()}
            onclick={props.onclick.clone()}
        >
            {props.children.clone()}
        </button>
    }
}
