//! What a visitor may know before logging in, and first-run set-up.

use serde::{Deserialize, Serialize};

/// `GET /api/v1/about`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct About {
    /// Version of the server.
    pub version: String,
    /// True when the data is a demonstration; every page says so.
    pub demo: bool,
    /// True until the first administrator has been made with the setup token.
    pub setup_needed: bool,
    /// Demo accounts to log in with; empty outside a demo.
    pub demo_accounts: Vec<DemoAccount>,
}

/// An account of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DemoAccount {
    /// Address to log in with.
    pub email: String,
    /// Name.
    pub name: String,
    /// What this person does in the demonstration, in a few words.
    pub part: String,
    /// Password; the page fills it in, because a demonstration holds nothing to protect.
    pub password: String,
    /// A guided tour for this person; may be empty.
    #[serde(default)]
    pub tour: Vec<TourStep>,
}

/// A step of a demonstration's guided tour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TourStep {
    /// What it shows.
    pub title: String,
    /// What to look at.
    pub text: String,
    /// Words of the link.
    pub link: String,
    /// Where the link leads, within the app.
    pub path: String,
}

/// `POST /api/v1/setup`: makes the first administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// The one-time token that the server printed.
    pub token: String,
    /// Name of the first administrator.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their password.
    pub password: String,
}
