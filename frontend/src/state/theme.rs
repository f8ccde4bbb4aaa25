//! Light, dark, or as the system says. Kept in this browser only.

use super::kept;

/// The choices.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

const KEY: &str = "evenhand.theme";

impl Theme {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// As it is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// What was chosen before.
    pub fn stored() -> Self {
        kept::find(KEY)
            .and_then(|key| Self::ALL.into_iter().find(|theme| theme.key() == key))
            .unwrap_or(Self::System)
    }

    /// Draws the page in this theme.
    pub fn apply(self) {
        let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
        if let Some(root) = root {
            // Setting or removing an attribute with a fixed name cannot fail.
            let _ = match self {
                Self::System => root.remove_attribute("data-theme"),
                Self::Light | Self::Dark => root.set_attribute("data-theme", self.key()),
            };
        }
    }

    /// Keeps the choice for the next visit and applies it.
    pub fn choose(self) {
        kept::keep(KEY, Some(self.key()));
        self.apply();
    }
}
