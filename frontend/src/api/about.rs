//! What anyone may ask, and first-run set-up.

use super::{
    Answer,
    transport::{get_public, post_public, set_token},
};
use evenhand_shared::{
    about::{About, Setup},
    sessions::SessionToken,
};

/// `GET /about`.
pub async fn about() -> Answer<About> {
    get_public("/about").await
}

/// `POST /setup`: the first administrator, logged in at once.
pub async fn set_up(setup: &Setup) -> Answer<SessionToken> {
    let session: SessionToken = post_public("/setup", setup).await?;
    set_token(Some(session.access_token.clone()));
    Ok(session)
}
