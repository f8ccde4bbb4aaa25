//! Keys of the scorecard. In a text field they take `Alt`; elsewhere they stand alone.

use crate::state::frame::Key;
use web_sys::KeyboardEvent;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Rate the competency at hand.
    Rate(i64),
    /// Mark it as not assessed.
    NotAssessed,
    /// Go to the next competency.
    Next,
    /// Go to the one before.
    Previous,
    /// Go into its evidence.
    Evidence,
    /// Go to the review.
    Review,
    /// Leave the text field, so that keys stand alone again.
    Leave,
}

/// The list for `?`.
pub fn list() -> Vec<Key> {
    [
        ("1 to 5", "Rate the competency at hand, once there is evidence"),
        ("0", "Not assessed, with a reason"),
        ("j / k", "Next or previous competency"),
        ("e", "Write evidence"),
        ("Alt 1 to 5", "The same while you write; also Alt 0"),
        ("Alt ↓ / ↑", "Next or previous competency while you write"),
        ("Enter", "A new line with the time"),
        ("Shift Enter", "A new line without it"),
        ("Esc", "Out of the field you write in; out of the review"),
        ("r", "Review what you have"),
        ("u", "Take it back within ten seconds of submitting"),
    ]
    .into_iter()
    .map(|(key, what)| (key.into(), what.into()))
    .collect()
}

/// Reads a key that was pressed in a text field (`in_text`) or elsewhere.
pub fn command(event: &KeyboardEvent, in_text: bool) -> Option<Command> {
    if event.ctrl_key() || event.meta_key() {
        return None;
    }
    if event.alt_key() {
        return match event.code().as_str() {
            "ArrowDown" => Some(Command::Next),
            "ArrowUp" => Some(Command::Previous),
            // By place: with `Alt` the same key writes another sign on some keyboards.
            code => digit(code.strip_prefix("Digit")?),
        };
    }
    let key = event.key();
    if in_text {
        return (key == "Escape").then_some(Command::Leave);
    }
    match key.as_str() {
        "j" => Some(Command::Next),
        "k" => Some(Command::Previous),
        "e" => Some(Command::Evidence),
        "r" => Some(Command::Review),
        key => digit(key),
    }
}

fn digit(text: &str) -> Option<Command> {
    match text {
        "0" => Some(Command::NotAssessed),
        "1" | "2" | "3" | "4" | "5" => text.parse().ok().map(Command::Rate),
        _ => None,
    }
}
