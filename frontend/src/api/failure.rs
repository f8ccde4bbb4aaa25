//! Why a call did not give what was asked for, in words that a page can show.

use evenhand_shared::{Code, FieldError, Problem};

/// A failed call.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// The server said what is wrong.
    Problem(Problem),
    /// The server could not be reached; nothing is known about the request.
    Offline,
    /// The server answered with something that this page cannot read.
    Unreadable(u16),
}

impl Failure {
    /// The problem's code, when the server gave one.
    pub fn code(&self) -> Option<Code> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            Self::Offline | Self::Unreadable(_) => None,
        }
    }

    /// Whether the thing is absent for this viewer.
    pub fn is_absent(&self) -> bool {
        self.code() == Some(Code::NotFound)
    }

    /// Faults by field.
    pub fn errors(&self) -> &[FieldError] {
        match self {
            Self::Problem(problem) => &problem.errors,
            Self::Offline | Self::Unreadable(_) => &[],
        }
    }

    /// What stands beside the field at `pointer`.
    pub fn at(&self, pointer: &str) -> Option<String> {
        self.errors().iter().find(|e| e.pointer == pointer).map(|e| e.message.clone())
    }

    /// One sentence about the whole.
    pub fn sentence(&self) -> String {
        match self {
            Self::Problem(problem) if problem.detail.is_empty() => format!("{}.", problem.title),
            Self::Problem(problem) => problem.detail.clone(),
            Self::Offline => {
                "The server cannot be reached. Check your connection; what you typed is still here."
                    .to_owned()
            }
            Self::Unreadable(status) => format!(
                "The server gave an answer that this page cannot read (status {status}). Load the page again."
            ),
        }
    }

    /// What has to be said above a form whose fields are at `shown` (pointers with spaces between): the sentence, unless every fault stands beside a field.
    pub fn beyond(&self, shown: &str) -> Option<String> {
        let rest: Vec<&str> = self
            .errors()
            .iter()
            .filter(|e| !shown.split(' ').any(|pointer| pointer == e.pointer))
            .map(|e| e.message.as_str())
            .collect();
        if !rest.is_empty() {
            Some(rest.join(" "))
        } else if self.errors().is_empty() {
            Some(self.sentence())
        } else {
            None
        }
    }
}
