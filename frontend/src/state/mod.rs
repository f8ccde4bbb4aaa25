//! What all pages share: the session, the messages, the event stream, the frame's words, the theme, choices that are kept.

pub mod frame;
pub mod kept;
pub mod live;
pub mod look;
mod password;
pub mod session;
pub mod theme;
pub mod toasts;
