//! The server's secret and the keys made from it, one per purpose.

use crate::mint::mac;
use std::{io::Write, path::Path};

/// Keys, each derived from the secret under a name of its own.
pub struct Secrets {
    /// Signs access tokens.
    pub access: [u8; 32],
    /// Makes entity tags.
    pub etags: [u8; 32],
    /// Binds cursors of lists to their reader.
    pub cursors: [u8; 32],
}

impl Secrets {
    /// Derives the keys.
    #[must_use]
    pub fn derive(secret: &[u8]) -> Self {
        Self {
            access: mac(secret, &[b"access-token"]),
            etags: mac(secret, &[b"entity-tag"]),
            cursors: mac(secret, &[b"cursor"]),
        }
    }

    /// Reads the secret file, or makes one with 256 bits from the operating system that only its owner can read.
    pub fn read_or_make(path: &Path) -> Result<Self, String> {
        match std::fs::read(path) {
            Ok(secret) if secret.len() >= 32 => return Ok(Self::derive(&secret)),
            Ok(_) => return Err(format!("The secret file {} is shorter than 32 bytes.", path.display())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("Cannot read the secret file {}: {error}", path.display())),
        }
        let secret = random_bytes()?;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options
            .open(path)
            .and_then(|mut file| file.write_all(&secret).and_then(|()| file.sync_all()))
            .map_err(|e| format!("Cannot write the secret file {}: {e}", path.display()))?;
        Ok(Self::derive(&secret))
    }
}

/// 256 bits from the operating system.
pub fn random_bytes() -> Result<[u8; 32], String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|e| format!("The operating system gave no randomness: {e}"))?;
    Ok(bytes)
}
