//! What anyone may ask, and first-run set-up.

use super::{
    Answer,
    transport::{Access, Call, post_public, read, set_token},
};
use evenhand_shared::{
    about::{About, Setup},
    sessions::SessionToken,
};

/// `GET /about`.
pub async fn about() -> Answer<About> {
    let call = Call { access: Access::Public, ..Call::new("GET", "/about") };
    read(call.send().await?).await
}

/// `POST /setup`: the first administrator, logged in at once.
pub async fn set_up(setup: &Setup) -> Answer<SessionToken> {
    let session: SessionToken = post_public("/setup", setup).await?;
    set_token(Some(session.access_token.clone()));
    Ok(session)
}
