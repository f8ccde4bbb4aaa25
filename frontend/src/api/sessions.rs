//! Logging in and out, and passwords.

pub use super::refresh::{announce_end, resume, watch};
use super::{
    Answer, refresh,
    transport::{delete, get, part, post, post_public, set_token},
};
use evenhand_shared::{
    SessionId,
    sessions::{LinkCheck, LinkStanding, Login, RedeemLink, SessionRow, SessionToken},
};

/// `POST /sessions`.
pub async fn log_in(login: &Login) -> Answer<SessionToken> {
    let session: SessionToken = post_public("/sessions", login).await?;
    set_token(Some(session.access_token.clone()));
    Ok(session)
}

/// `POST /sessions/refresh`: takes the session up again after a load of the page.
pub async fn restore() -> Answer<Option<SessionToken>> {
    refresh::refresh(None).await
}

/// `POST /sessions/end`: ends the session of this browser's cookie, whether the token is still good or not.
pub async fn log_out() -> Answer<()> {
    post_public::<()>("/sessions/end", &serde_json::json!({})).await?;
    set_token(None);
    Ok(())
}

/// `GET /sessions`.
pub async fn list() -> Answer<Vec<SessionRow>> {
    get("/sessions").await
}

/// `DELETE /sessions/{id}`.
pub async fn end(id: &SessionId) -> Answer<()> {
    delete(&format!("/sessions/{}", part(id.as_str()))).await
}

/// `POST /sessions/end-others`.
pub async fn end_others() -> Answer<()> {
    post("/sessions/end-others", &serde_json::json!({})).await
}

/// `DELETE /sessions`: every session, this one too.
pub async fn log_out_everywhere() -> Answer<()> {
    delete::<()>("/sessions").await?;
    set_token(None);
    Ok(())
}

/// `POST /password-links/check`.
pub async fn check_link(token: &str) -> Answer<LinkStanding> {
    post_public("/password-links/check", &LinkCheck { token: token.to_owned() }).await
}

/// `POST /password-links/redeem`.
pub async fn redeem_link(link: &RedeemLink) -> Answer<()> {
    post_public("/password-links/redeem", link).await
}
