//! How this browser shows things: density, and the zone and language of times. Kept in this browser only, because screens differ.

use super::kept;

/// Room between lines.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// As designed.
    Comfortable,
    /// More on one screen.
    Compact,
}

const DENSITY: &str = "evenhand.density";
const ZONE: &str = "evenhand.zone";
const LANGUAGE: &str = "evenhand.language";

/// Languages that dates can be written in, with their names; the first is the language of the pages.
pub const LANGUAGES: [(&str, &str); 13] = [
    ("en-GB", "English (24 November)"),
    ("en-US", "English, US (November 24)"),
    ("de-DE", "Deutsch"),
    ("fr-FR", "Français"),
    ("es-ES", "Español"),
    ("it-IT", "Italiano"),
    ("nl-NL", "Nederlands"),
    ("pl-PL", "Polski"),
    ("pt-BR", "Português"),
    ("sv-SE", "Svenska"),
    ("tr-TR", "Türkçe"),
    ("ja-JP", "日本語"),
    ("zh-CN", "中文"),
];

impl Density {
    /// Every choice.
    pub const ALL: [Self; 2] = [Self::Comfortable, Self::Compact];

    /// As it is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Comfortable => "comfortable",
            Self::Compact => "compact",
        }
    }

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Comfortable => "Comfortable",
            Self::Compact => "Compact: more on one screen",
        }
    }

    /// What was chosen before.
    pub fn stored() -> Self {
        if kept::find(DENSITY).as_deref() == Some(Self::Compact.key()) {
            Self::Compact
        } else {
            Self::Comfortable
        }
    }

    /// Draws the page with this density.
    pub fn apply(self) {
        let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
        if let Some(root) = root {
            // Setting or removing an attribute with a fixed name cannot fail.
            let _ = match self {
                Self::Comfortable => root.remove_attribute("data-density"),
                Self::Compact => root.set_attribute("data-density", self.key()),
            };
        }
    }

    /// Keeps the choice and applies it.
    pub fn choose(self) {
        kept::keep(DENSITY, Some(self.key()));
        self.apply();
    }
}

/// The zone that times are shown in; absent follows the browser.
pub fn zone() -> Option<String> {
    kept::find(ZONE).filter(|zone| !zone.is_empty())
}

/// Keeps the zone; an empty one follows the browser.
pub fn choose_zone(zone: &str) {
    kept::keep(ZONE, Some(zone));
}

/// The language that dates are written in.
pub fn language() -> &'static str {
    let kept = kept::find(LANGUAGE);
    let known = LANGUAGES.iter().find(|(key, _)| kept.as_deref() == Some(*key));
    known.or(LANGUAGES.first()).map_or("en-GB", |(key, _)| key)
}

/// Keeps the language.
pub fn choose_language(key: &str) {
    kept::keep(LANGUAGE, Some(key));
}
