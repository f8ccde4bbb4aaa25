//! The harness: a whole server in the test's own process, on either database, with an injected clock, key and secrets, so that
//! two worlds that are asked the same things answer the same bytes.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and says where"
)]

mod binary;
mod organisation;
mod reply;
mod world;

pub use binary::{Binary, Client};
pub use organisation::{Organisation, PANEL, PASSWORD, PDF, PNG};
pub use reply::Reply;
pub use world::{Engine, Place, START, World};

/// Runs a test on both engines, one after the other.
#[macro_export]
macro_rules! on_both_engines {
    ($($(#[$doc:meta])* $name:ident => $body:path;)+) => {$(
        mod $name {
            $(#[$doc])*
            #[actix_web::test]
            async fn sqlite() {
                $body($crate::Engine::Sqlite).await;
            }
            $(#[$doc])*
            #[actix_web::test]
            async fn postgres() {
                $body($crate::Engine::Postgres).await;
            }
        }
    )+};
}
