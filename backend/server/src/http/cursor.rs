//! Places in long lists, handed to a viewer and taken back from the same viewer alone.

use crate::{app::App, failure::Failure, mint::mac};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use evenhand_policy::Viewer;
use evenhand_shared::Code;

/// Bytes of the mark that binds a place to its viewer and its list.
const MARK: usize = 16;

/// A place as text for the address of the next page.
pub fn hand_out(app: &App, viewer: &Viewer, list: &str, place: &str) -> String {
    let mut bytes = mark(app, viewer, list, place);
    bytes.extend_from_slice(place.as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The place again; what this viewer was not given for this list is refused.
pub fn take_back(app: &App, viewer: &Viewer, list: &str, text: &str) -> Result<String, Failure> {
    let refused = || {
        Failure::refused(Code::BadRequest, "This is not a place in the list. Begin again without `after`.")
    };
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| refused())?;
    let (seen, place) = bytes.split_at_checked(MARK).ok_or_else(refused)?;
    let place = std::str::from_utf8(place).map_err(|_| refused())?;
    if mark(app, viewer, list, place) == seen { Ok(place.to_owned()) } else { Err(refused()) }
}

fn mark(app: &App, viewer: &Viewer, list: &str, place: &str) -> Vec<u8> {
    let parts = [b"cursor".as_slice(), viewer.id().as_str().as_bytes(), list.as_bytes(), place.as_bytes()];
    mac(&app.secrets.etags, &parts).split_at(MARK).0.to_vec()
}
