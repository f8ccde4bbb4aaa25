//! Identifiers and tokens as a pseudo-random function of (key, actor, that actor's own request).
//!
//! With one shared stream of randomness a hidden request would shift everybody else's ids, and the proof by two worlds
//! (`docs/blindness.md`) would mean nothing. The key comes from the operating system at every start; tests give it.

use base64::Engine;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

/// Makes one [`Ids`] for each request.
pub struct Mint {
    key: [u8; 32],
    requests: Mutex<HashMap<String, u64>>,
}

impl Mint {
    /// A mint with its key.
    #[must_use]
    pub fn new(key: [u8; 32]) -> Self {
        Self { key, requests: Mutex::new(HashMap::new()) }
    }

    /// The stream for the next request of this actor.
    #[must_use]
    pub fn for_actor(&self, actor: &str) -> Ids {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let count = requests.entry(actor.to_owned()).or_insert(0);
        *count = count.saturating_add(1);
        Ids { key: self.key, actor: actor.to_owned(), request: *count, next: 0 }
    }
}

/// Identifiers and tokens for one request of one actor.
pub struct Ids {
    key: [u8; 32],
    actor: String,
    request: u64,
    next: u64,
}

impl Ids {
    fn block(&mut self, purpose: &str) -> [u8; 32] {
        self.next = self.next.saturating_add(1);
        let number = [self.request.to_be_bytes(), self.next.to_be_bytes()].concat();
        mac(&self.key, &[purpose.as_bytes(), self.actor.as_bytes(), &number])
    }

    /// The identifier of an object, from what it belongs to and its number there. Ids that reach people other than the actor are
    /// made this way: acts of the actor that are hidden from the receiver must not shift them.
    #[must_use]
    pub fn object<T: From<String>>(&self, kind: &str, belongs_to: &str, number: usize) -> T {
        let number = u64::try_from(number).unwrap_or(u64::MAX).to_be_bytes();
        uuid_text(mac(&self.key, &[b"object", kind.as_bytes(), belongs_to.as_bytes(), &number])).into()
    }

    /// A new identifier: a UUID of version 4 as text, which tells neither time nor order.
    pub fn id<T: From<String>>(&mut self) -> T {
        uuid_text(self.block("id")).into()
    }

    /// A new secret of 256 bits, as URL-safe text.
    pub fn token(&mut self) -> String {
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(self.block("token"))
    }
}

fn uuid_text(block: [u8; 32]) -> String {
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(block.split_at(16).0);
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

/// HMAC-SHA-256 over parts, each preceded by its length, so that parts cannot run into one another.
#[must_use]
pub fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // A key of any length is fine for HMAC; the fallback only keeps the signature free of errors.
    let mut hmac =
        <Hmac<Sha256> as KeyInit>::new_from_slice(key).unwrap_or_else(|_| Hmac::new(&Default::default()));
    for part in parts {
        hmac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hmac.update(part);
    }
    hmac.finalize().into_bytes().into()
}

/// SHA-256 as lower-case hexadecimal: how tokens are stored.
#[must_use]
pub fn digest(text: &str) -> String {
    use sha2::Digest;
    hex(&Sha256::digest(text.as_bytes()))
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_request_of_one_actor_does_not_shift_anothers_ids() {
        let (quiet, busy) = (Mint::new([7; 32]), Mint::new([7; 32]));
        for _ in 0..5 {
            let _: String = busy.for_actor("other").id();
        }
        let a: String = quiet.for_actor("viewer").id();
        let b: String = busy.for_actor("viewer").id();
        assert_eq!(a, b);
        let c: String = busy.for_actor("viewer").id();
        assert_ne!(b, c);
    }
}
