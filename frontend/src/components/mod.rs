//! Pieces that pages are made of. They know no API.

pub mod button;
pub mod copy;
pub mod dialog;
pub mod empty;
pub mod evidence;
pub mod field;
pub mod file;
pub mod head;
pub mod import;
pub mod levels;
pub mod link;
pub mod meeting;
pub mod menu;
pub mod notice;
pub mod order;
pub mod plan;
pub mod progress;
pub mod saving;
pub mod scale;
pub mod seal;
pub mod table;
pub mod tag;
pub mod time;
pub mod undo;
pub mod view;
pub mod zone;
