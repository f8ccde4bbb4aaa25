//! Files that people bring: what they are by their bytes, and a copy without metadata and active content.
//!
//! The original is kept as it came and is only ever given as an attachment. What is shown is the copy: pictures are decoded and
//! encoded again, documents are rebuilt from their pages. What cannot be copied is kept, and shown to nobody.

mod document;
mod picture;

use base64::Engine;
use evenhand_shared::{
    FieldError,
    files::{FILE_MAX, FileKind, LABEL_MAX, NAME_MAX, NewFile},
};

/// What an upload came to.
pub struct Prepared {
    /// What it is by its bytes.
    pub kind: FileKind,
    /// As it came.
    pub original: Vec<u8>,
    /// Without metadata and active content; absent where none can be made.
    pub copy: Option<Vec<u8>>,
    /// The words of a document.
    pub text: Option<String>,
}

/// An upload as it is read from a request: the costly part happens there, before any transaction begins. Faults are told only after
/// the caller was found entitled.
#[derive(serde::Deserialize)]
#[serde(from = "NewFile")]
pub struct Upload {
    /// What it is, such as `CV`.
    pub label: String,
    /// Its name as it came.
    pub name: String,
    /// It came from the candidate.
    pub from_candidate: bool,
    /// The outcome; taken once.
    pub outcome: Option<Result<Prepared, Vec<FieldError>>>,
}

impl From<NewFile> for Upload {
    fn from(new: NewFile) -> Self {
        let mut faults = Vec::new();
        let label = new.label.trim().to_owned();
        if label.is_empty() {
            faults.push(FieldError::new("/label", "required", "Say what the file is, such as CV."));
        } else if label.chars().count() > LABEL_MAX || label.chars().any(char::is_control) {
            faults.push(FieldError::new(
                "/label",
                "too_long",
                "Keep this to one line of at most 60 characters.",
            ));
        }
        let prepared = prepare(&new.content).unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        let outcome = match prepared {
            Some(prepared) if faults.is_empty() => Ok(prepared),
            _ => Err(faults),
        };
        let name = new.name.chars().take(NAME_MAX).collect();
        Self { label, name, from_candidate: new.from_candidate, outcome: Some(outcome) }
    }
}

fn prepare(content: &str) -> Result<Option<Prepared>, FieldError> {
    let fault = |code, words| FieldError::new("/content", code, words);
    if content.is_empty() {
        return Err(fault("required", "Choose a file."));
    }
    let original = base64::engine::general_purpose::STANDARD
        .decode(content)
        .map_err(|_| fault("not_base64", "The file did not arrive whole. Choose it again."))?;
    if original.len() > FILE_MAX {
        return Err(fault("too_large", "Files of up to 10 MiB are taken."));
    }
    let Some(kind) = kind_of(&original) else {
        return Err(fault("unknown_kind", "PDF, PNG and JPEG are taken. Save the file as one of them."));
    };
    let (copy, text) = match kind {
        FileKind::Pdf => document::copy(&original).map_or((None, None), |(copy, text)| (Some(copy), text)),
        FileKind::Png | FileKind::Jpeg => (picture::copy(&original, kind), None),
    };
    Ok(Some(Prepared { kind, original, copy, text }))
}

/// By the first bytes, whatever name or type came with them.
fn kind_of(bytes: &[u8]) -> Option<FileKind> {
    if bytes.starts_with(b"%PDF-") {
        Some(FileKind::Pdf)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(FileKind::Png)
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some(FileKind::Jpeg)
    } else {
        None
    }
}

/// A name for `Content-Disposition`: plain letters in `filename`, the rest in `filename*` (RFC 6266). Whatever could end the header,
/// leave the folder or turn the reading direction is left out; the ending says what the bytes are.
#[must_use]
pub fn disposition(name: &str, kind: FileKind) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| stem);
    let kept: String =
        stem.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_')).take(80).collect();
    let kept = kept.trim();
    let kept = if kept.is_empty() { "file" } else { kept };
    let ascii: String = kept
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, ' ' | '-') { c } else { '_' })
        .collect();
    let encoded: String = kept
        .bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b == b'-' {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect();
    let ending = kind.ending();
    format!("attachment; filename=\"{ascii}.{ending}\"; filename*=UTF-8''{encoded}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i03_names_are_data_and_served_harmless() {
        let table = [
            ("CV Noor.pdf", "filename=\"CV Noor.pdf\""),
            ("..\\..\\boot.ini", "filename=\"boot.pdf\""),
            ("../../etc/passwd", "filename=\"passwd.pdf\""),
            ("a\r\nSet-Cookie: x=1.html", "filename=\"aSet-Cookie x1.pdf\""),
            ("\"; filename=evil.exe", "filename=\" filenameevil.pdf\""),
            ("\u{202e}fdp.exe", "filename=\"fdp.pdf\""),
            ("", "filename=\"file.pdf\""),
            ("Größe.svg", "filename=\"Gr__e.pdf\""),
        ];
        for (name, expected) in table {
            let header = disposition(name, FileKind::Pdf);
            assert!(header.contains(&expected.replace("\" ", "\"")), "{name:?}: {header}");
            assert!(header.is_ascii() && !header.contains(['\r', '\n', '\\']), "{header}");
        }
        assert!(disposition(&"x".repeat(4_096), FileKind::Png).len() < 300);
    }

    #[test]
    fn i02_what_it_is_is_found_by_its_bytes() {
        assert_eq!(kind_of(b"%PDF-1.7\n"), Some(FileKind::Pdf));
        for other in [&b"<svg onload=alert(1)>"[..], b"<html>", b"GIF89a", b"PK\x03\x04", b"", b" %PDF-1.7"] {
            assert_eq!(kind_of(other), None);
        }
    }
}
