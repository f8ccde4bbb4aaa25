//! Places in long lists, handed to a viewer and taken back from the same viewer alone.

use crate::{failure::Failure, mint::mac};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use evenhand_policy::Viewer;
use evenhand_shared::Code;

/// Bytes of the mark that binds a place to its viewer and its list.
const MARK: usize = 16;

/// A place as text for the address of the next page. `list` names the list with everything that was asked of it.
pub fn hand_out(key: &[u8; 32], viewer: &Viewer, list: &str, place: &str) -> String {
    let mut bytes = mark(key, viewer, list, place);
    bytes.extend_from_slice(place.as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The place again; what this viewer was not given for this list is refused.
pub fn take_back(key: &[u8; 32], viewer: &Viewer, list: &str, text: &str) -> Result<String, Failure> {
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| unknown())?;
    let (seen, place) = bytes.split_at_checked(MARK).ok_or_else(unknown)?;
    let place = std::str::from_utf8(place).map_err(|_| unknown())?;
    if mark(key, viewer, list, place) == seen { Ok(place.to_owned()) } else { Err(unknown()) }
}

/// The refusal of a place that was never handed out.
pub fn unknown() -> Failure {
    Failure::refused(Code::BadRequest, "This is not a place in the list. Begin again without `after`.")
}

fn mark(key: &[u8; 32], viewer: &Viewer, list: &str, place: &str) -> Vec<u8> {
    let parts = [viewer.id().as_str().as_bytes(), list.as_bytes(), place.as_bytes()];
    mac(key, &parts).split_at(MARK).0.to_vec()
}
