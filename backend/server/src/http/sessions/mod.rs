//! Who is there: first set-up, logging in and out, passwords, one's own sessions.

pub mod open;

mod about;
mod end_all;
mod grant;
mod list;
mod login;
mod logout;
mod me;
mod redeem;
mod refresh;
mod setup;

use super::routes::{Entry, public, signed};

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        public::<about::About>(),
        public::<setup::Setup>(),
        public::<login::Login>(),
        public::<refresh::Refresh>(),
        public::<logout::Logout>(),
        public::<redeem::Redeem>(),
        signed::<list::ListSessions>(),
        signed::<end_all::EndAll>(),
        signed::<me::ReadMe>(),
    ]
}
