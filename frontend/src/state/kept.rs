//! Small choices that are kept in this browser. Without storage they hold until the page is left.

use web_sys::Storage;

/// What was kept under a name.
pub fn find(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a choice, or forgets it.
pub fn keep(name: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        // A browser that refuses storage goes on with the choice of this page.
        let _ = match value {
            Some(value) => storage.set_item(name, value),
            None => storage.remove_item(name),
        };
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
