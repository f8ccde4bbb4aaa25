//! What the server answered, byte for byte.

use serde_json::Value;

/// An answer. Nothing of it is normalised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Status.
    pub status: u16,
    /// Headers by name. The web framework keeps them in a table with a random order of its own for each answer, which tells
    /// nothing; that order is the one thing that is put straight here.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Vec<u8>,
}

impl Reply {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON; null when it is empty.
    #[must_use]
    pub fn json(&self) -> Value {
        if self.body.is_empty() {
            Value::Null
        } else {
            serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("not JSON ({e}): {}", self.text()))
        }
    }

    /// The body, after checking the status.
    #[must_use = "the body is what was asked for; use `is` to check the status alone"]
    pub fn expect(&self, status: u16) -> Value {
        self.is(status);
        self.json()
    }

    /// Checks the status.
    pub fn is(&self, status: u16) {
        assert_eq!(self.status, status, "{}", self.text());
    }

    /// Checks that this is a problem of that status and code.
    pub fn is_problem(&self, status: u16, code: &str) {
        self.is(status);
        assert_eq!(self.json()["code"], code, "{}", self.text());
        assert_eq!(self.header("content-type"), Some("application/problem+json"));
    }

    /// A header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}
