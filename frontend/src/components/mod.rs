//! Pieces that pages are made of. They know no API.

pub mod button;
pub mod copy;
pub mod dialog;
pub mod empty;
pub mod field;
pub mod file;
pub mod head;
pub mod import;
pub mod link;
pub mod notice;
pub mod plan;
pub mod progress;
pub mod seal;
pub mod table;
pub mod tag;
pub mod time;
pub mod view;
pub mod zone;
