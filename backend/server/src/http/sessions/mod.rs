//! Who is there: first set-up, logging in and out, passwords, one's own sessions.

pub mod open;

mod about;
mod check_link;
mod device;
mod end_all;
mod end_one;
mod end_others;
mod grant;
mod list;
mod login;
mod logout;
mod me;
mod redeem;
mod refresh;
mod setup;

use super::operation::bodies;
use super::routes::{Entry, public, signed};

bodies! {
    evenhand_shared::about::Setup,
    evenhand_shared::sessions::LinkCheck,
    evenhand_shared::sessions::Login,
    evenhand_shared::sessions::RedeemLink,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        public::<about::About>(),
        public::<setup::Setup>(),
        public::<login::Login>(),
        public::<refresh::Refresh>(),
        public::<logout::Logout>(),
        public::<check_link::CheckLink>(),
        public::<redeem::Redeem>(),
        signed::<list::ListSessions>(),
        signed::<end_all::EndAll>(),
        signed::<end_one::EndOne>(),
        signed::<end_others::EndOthers>(),
        signed::<me::ReadMe>(),
    ]
}
