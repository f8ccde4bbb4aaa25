//! Fields: one place owns label, hint, error and the ties between them.

mod check;
mod choice;
mod select;
mod text;

pub use check::CheckField;
pub use choice::ChoiceField;
pub use select::SelectField;
pub use text::{AreaField, TextField};

use yew::prelude::*;

/// What stands around a control.
pub struct Frame<'a> {
    /// Identifier of the control.
    pub id: &'a AttrValue,
    /// The label.
    pub label: &'a AttrValue,
    /// What to know before typing.
    pub hint: &'a Option<AttrValue>,
    /// What is wrong and what to do.
    pub error: &'a Option<AttrValue>,
    /// Not asked of everybody: the label says so.
    pub optional: bool,
}

impl Frame<'_> {
    fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }

    /// `aria-describedby` of the control.
    pub fn described_by(&self) -> Option<String> {
        match (self.hint, self.error) {
            (None, None) => None,
            (Some(_), None) => Some(self.hint_id()),
            (None, Some(_)) => Some(self.error_id()),
            (Some(_), Some(_)) => Some(format!("{} {}", self.hint_id(), self.error_id())),
        }
    }

    /// `aria-invalid` of the control.
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    /// The label, the control, its hint and its error.
    pub fn around(&self, control: Html) -> Html {
        html! {
            <div class={if self.error.is_some() { "field faulty" } else { "field" }}>
                <label for={self.id}>
                    {self.label}
                    if self.optional { <span class="faint">{" (optional)"}</span> }
                </label>
                if let Some(hint) = self.hint { <p class="hint" id={self.hint_id()}>{hint}</p> }
                {control}
                if let Some(error) = self.error { <p class="error" id={self.error_id()}>{error}</p> }
            </div>
        }
    }
}
