//! Words and documents in text columns: enums of `shared` under their wire names, JSON for the rest.

use crate::failure::Failure;
use serde::{Serialize, de::DeserializeOwned};

/// The wire name of an enum without fields.
pub fn word<T: Serialize>(value: &T) -> Result<String, Failure> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(text) => Ok(text),
        other => Err(Failure::Internal(format!("not a word: {other}"))),
    }
}

/// Reads [`word`]. A word that is not known is a fault of ours, never "absent".
pub fn read_word<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    Ok(serde_json::from_value(serde_json::Value::String(text.to_owned()))?)
}

/// A document as JSON text.
pub fn document<T: Serialize>(value: &T) -> Result<String, Failure> {
    Ok(serde_json::to_string(value)?)
}

/// Reads [`document`].
pub fn read_document<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    Ok(serde_json::from_str(text)?)
}

/// Folds text for comparing: lower case, outer white space cut.
#[must_use]
pub fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}
