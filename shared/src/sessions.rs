//! Logging in and out, and passwords.

use crate::{FieldError, PersonId, SessionId, Timestamp, people::Role};
use serde::{Deserialize, Serialize};

/// `POST /api/v1/sessions`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Login {
    /// Address.
    pub email: String,
    /// Password, at most 1,024 bytes.
    pub password: String,
}

/// The answer to a login or a refresh. The refresh token travels in a cookie that scripts cannot read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionToken {
    /// Bearer token for `Authorization`.
    pub access_token: String,
    /// When it stops working.
    pub expires_at: Timestamp,
    /// Who is logged in.
    pub me: Me,
}

/// `GET /api/v1/me`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// Identifier.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Roles held now.
    pub roles: Vec<Role>,
    /// IANA time zone.
    pub zone: String,
}

/// One of the caller's own sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionRow {
    /// Identifier.
    pub id: SessionId,
    /// The browser and its system in words, such as `Firefox on Linux`.
    pub device: String,
    /// When it was opened.
    pub created_at: Timestamp,
    /// When it was last refreshed.
    pub last_used_at: Timestamp,
    /// True for the session that asks.
    pub current: bool,
}

/// `POST /api/v1/password-links/redeem`: sets a password with a link's token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RedeemLink {
    /// The token from the link's fragment.
    pub token: String,
    /// The new password.
    pub password: String,
}

/// `POST /api/v1/password-links/check`: looks at a link and uses nothing up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkCheck {
    /// The token from the link's fragment.
    pub token: String,
}

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LinkPurpose {
    /// A first password.
    Invitation,
    /// A forgotten password.
    Reset,
}

/// A link that works. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkStanding {
    /// What it is for.
    pub purpose: LinkPurpose,
    /// When it stops working.
    pub expires_at: Timestamp,
}

/// Fewest characters of a password.
pub const PASSWORD_MIN: usize = 12;
/// Most bytes of a password.
pub const PASSWORD_MAX: usize = 1_024;

/// Checks a new password. Length is what counts; no composition rules.
pub fn check_password(pointer: &str, password: &str) -> Result<(), FieldError> {
    if password.chars().count() < PASSWORD_MIN {
        return Err(FieldError::new(
            pointer,
            "too_short",
            format!("Use at least {PASSWORD_MIN} characters; a few words are easy to remember."),
        ));
    }
    if password.len() > PASSWORD_MAX {
        return Err(FieldError::new(
            pointer,
            "too_long",
            "That is longer than 1,024 bytes; use a shorter one.",
        ));
    }
    Ok(())
}
