//! What needs the reader now, and finding things by name.

use super::{
    Answer,
    transport::{get, part},
};
use evenhand_shared::{home::HiringHome, search::Hit};

/// `GET /home`.
pub async fn read() -> Answer<HiringHome> {
    get("/home").await
}

/// `GET /search`.
pub async fn search(typed: &str) -> Answer<Vec<Hit>> {
    get(&format!("/search?q={}", part(typed))).await
}
