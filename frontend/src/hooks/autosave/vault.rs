//! The copy of unsaved typing on this device. It is written encrypted, with a key that belongs to one person,
//! cannot be exported, and is thrown away when somebody else logs in: their copies can then never be read again.
//! Where the browser offers no such key, nothing is written.

use evenhand_shared::PersonId;
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CryptoKey, IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode, Storage, SubtleCrypto,
};

/// Name of the database that holds the keys.
const DATABASE: &str = "evenhand";
/// Its one store: keys by person.
const KEYS: &str = "keys";
/// What the names of all copies begin with.
const PREFIX: &str = "evenhand.draft.";
/// Bytes of the nonce in front of each copy.
const NONCE: usize = 12;

type Js<T> = Result<T, JsValue>;

/// One person's key and the way to their copies of one thing, such as a scorecard.
pub struct Vault {
    key: CryptoKey,
    thing: String,
    own: String,
}

impl Vault {
    /// Opens it, with a new key when the person has none on this device.
    pub async fn open(person: &PersonId, thing: &str) -> Option<Self> {
        let key = key_of(person).await.ok()?;
        let thing = format!("{PREFIX}{person}.{thing}.");
        // Each window has a copy of its own, so that two never overwrite each other.
        let own = format!("{thing}{}", hex(&random(8).ok()?));
        Some(Self { key, thing, own })
    }

    /// Keeps what this window has not saved, or nothing when there is nothing. False when it could not be kept.
    pub async fn keep<T: Serialize + ?Sized>(&self, unsaved: Option<&T>) -> bool {
        let Some(storage) = storage() else { return false };
        let Some(unsaved) = unsaved else { return storage.remove_item(&self.own).is_ok() };
        let Ok(text) = serde_json::to_string(unsaved) else { return false };
        match self.encrypt(&text).await {
            Ok(sealed) => storage.set_item(&self.own, &sealed).is_ok(),
            Err(_) => false,
        }
    }

    /// Names of the copies that other or earlier windows of this person have left for this thing.
    pub fn left_behind(&self) -> Vec<String> {
        names(|name| name.starts_with(&self.thing) && name != self.own)
    }

    /// Reads one of them; one that cannot be read is thrown away.
    pub async fn read<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let sealed = storage()?.get_item(name).ok()??;
        let unsaved = self.decrypt(&sealed).await.and_then(|text| serde_json::from_str(&text).ok());
        if unsaved.is_none() {
            self.forget(name);
        }
        unsaved
    }

    /// Throws one away after its content has reached the server.
    pub fn forget(&self, name: &str) {
        if let Some(storage) = storage() {
            // Fails only where storage is switched off, and then there is no copy.
            let _ = storage.remove_item(name);
        }
    }

    async fn encrypt(&self, text: &str) -> Js<String> {
        let nonce = random(NONCE)?;
        let promise =
            subtle()?.encrypt_with_object_and_u8_array(&algorithm(&nonce)?, &self.key, text.as_bytes())?;
        let sealed = Uint8Array::new(&JsFuture::from(promise).await?).to_vec();
        Ok(format!("{}{}", hex(&nonce), hex(&sealed)))
    }

    async fn decrypt(&self, text: &str) -> Option<String> {
        let bytes = unhex(text)?;
        let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
        let promise = subtle()
            .ok()?
            .decrypt_with_object_and_u8_array(&algorithm(nonce).ok()?, &self.key, sealed)
            .ok()?;
        let plain = Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec();
        String::from_utf8(plain).ok()
    }
}

/// Called when somebody is logged in: the keys and copies of everyone else go.
pub async fn claim(person: PersonId) {
    let own = format!("{PREFIX}{person}.");
    if let Some(storage) = storage() {
        for name in names(|name| name.starts_with(PREFIX) && !name.starts_with(&own)) {
            let _ = storage.remove_item(&name);
        }
    }
    // Where there is no database, there is no key to throw away.
    let _ = drop_other_keys(&person).await;
}

async fn drop_other_keys(person: &PersonId) -> Js<()> {
    let database = database().await?;
    let all = done(&store(&database, IdbTransactionMode::Readonly)?.get_all_keys()?).await?;
    let store = store(&database, IdbTransactionMode::Readwrite)?;
    for holder in Array::from(&all).iter() {
        if holder.as_string().as_deref() != Some(person.as_str()) {
            store.delete(&holder)?;
        }
    }
    Ok(())
}

async fn key_of(person: &PersonId) -> Js<CryptoKey> {
    let database = database().await?;
    let holder = JsValue::from_str(person.as_str());
    if let Some(key) = find_key(&database, &holder).await? {
        return Ok(key);
    }
    let fresh = JsFuture::from(subtle()?.generate_key_with_object(&kind()?, false, &usages())?).await?;
    // Another window may have been faster: then this fails, and its key is the one.
    if let Ok(request) = store(&database, IdbTransactionMode::Readwrite)?.add_with_key(&fresh, &holder) {
        let _ = done(&request).await;
    }
    find_key(&database, &holder).await?.ok_or(JsValue::UNDEFINED)
}

async fn find_key(database: &IdbDatabase, holder: &JsValue) -> Js<Option<CryptoKey>> {
    let found = done(&store(database, IdbTransactionMode::Readonly)?.get(holder)?).await?;
    Ok(found.dyn_into().ok())
}

async fn database() -> Js<IdbDatabase> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let request = window.indexed_db()?.ok_or(JsValue::UNDEFINED)?.open_with_u32(DATABASE, 1)?;
    let opening = request.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Ok(database) = opening.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            // Fails only when the store stands already.
            let _ = database.create_object_store(KEYS);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    done(&request).await?.dyn_into()
}

fn store(database: &IdbDatabase, mode: IdbTransactionMode) -> Js<IdbObjectStore> {
    database.transaction_with_str_and_mode(KEYS, mode)?.object_store(KEYS)
}

/// Waits for a request of the database.
async fn done(request: &IdbRequest) -> Js<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        let answered = request.clone();
        let success = Closure::once_into_js(move || {
            let _ = resolve.call1(&JsValue::UNDEFINED, &answered.result().unwrap_or(JsValue::UNDEFINED));
        });
        let error = Closure::once_into_js(move || {
            let _ = reject.call0(&JsValue::UNDEFINED);
        });
        request.set_onsuccess(Some(success.unchecked_ref()));
        request.set_onerror(Some(error.unchecked_ref()));
    });
    JsFuture::from(promise).await
}

fn subtle() -> Js<SubtleCrypto> {
    let crypto = web_sys::window().ok_or(JsValue::UNDEFINED)?.crypto()?;
    // Absent on pages that did not come over a safe connection.
    Reflect::get(crypto.as_ref(), &JsValue::from_str("subtle"))?.dyn_into()
}

fn random(length: usize) -> Js<Vec<u8>> {
    let mut bytes = vec![0; length];
    web_sys::window().ok_or(JsValue::UNDEFINED)?.crypto()?.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

fn kind() -> Js<Object> {
    let kind = Object::new();
    Reflect::set(&kind, &"name".into(), &"AES-GCM".into())?;
    Reflect::set(&kind, &"length".into(), &256.into())?;
    Ok(kind)
}

fn algorithm(nonce: &[u8]) -> Js<Object> {
    let algorithm = Object::new();
    Reflect::set(&algorithm, &"name".into(), &"AES-GCM".into())?;
    Reflect::set(&algorithm, &"iv".into(), &Uint8Array::from(nonce))?;
    Ok(algorithm)
}

fn usages() -> JsValue {
    ["encrypt", "decrypt"].into_iter().map(JsValue::from_str).collect::<Array>().into()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn names(wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    (0..storage.length().unwrap_or(0))
        .filter_map(|n| storage.key(n).ok().flatten())
        .filter(|name| wanted(name))
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at.checked_add(2)?)?, 16).ok())
        .collect()
}
