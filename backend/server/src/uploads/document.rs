//! PDF documents: read within limits and written again without what is not on the pages: who made them and when, scripts, actions,
//! forms that send, files inside.

use lopdf::{Document, LoadOptions, Object};

/// Most bytes that one stream may unfold to.
const STREAM_MAX: usize = 32 * 1024 * 1024;
/// Most objects of a document.
const OBJECTS_MAX: usize = 50_000;
/// Most pages whose words are read.
const PAGES_READ: usize = 30;
/// Most characters of the words that are kept.
const TEXT_MAX: usize = 60_000;

/// Keys of dictionaries that do something, tell about the author, or bring another file.
const DROPPED: [&[u8]; 15] = [
    b"Metadata",
    b"PieceInfo",
    b"LastModified",
    b"OpenAction",
    b"AA",
    b"AcroForm",
    b"EmbeddedFiles",
    b"AF",
    b"Names",
    b"Outlines",
    b"Collection",
    b"Perms",
    b"RichMedia",
    b"Annots",
    b"Threads",
];

/// The copy with its words; absent where the document is encrypted, broken or too large.
pub fn copy(bytes: &[u8]) -> Option<(Vec<u8>, Option<String>)> {
    let options = LoadOptions { max_decompressed_size: Some(STREAM_MAX), ..LoadOptions::default() };
    let mut document = Document::load_mem_with_options(bytes, options).ok()?;
    if document.is_encrypted() || document.objects.len() > OBJECTS_MAX {
        return None;
    }
    let pages: Vec<u32> = document.get_pages().keys().copied().take(PAGES_READ).collect();
    if pages.is_empty() {
        return None;
    }
    document.trailer.remove(b"Info");
    document.trailer.remove(b"ID");
    for object in document.objects.values_mut() {
        clean(object, 0);
    }
    document.prune_objects();
    let text = document.extract_text_with_limit(&pages, STREAM_MAX).ok().map(|text| tidy(&text));
    let mut out = Vec::new();
    document.save_to(&mut out).ok()?;
    Some((out, text.filter(|text| !text.is_empty())))
}

fn clean(object: &mut Object, depth: usize) {
    // The reader has bounded the depth already; this only keeps the two apart.
    if depth > 200 {
        *object = Object::Null;
        return;
    }
    let entries = match object {
        Object::Array(items) => {
            for item in items {
                clean(item, depth.saturating_add(1));
            }
            return;
        }
        Object::Dictionary(entries) => entries,
        Object::Stream(stream) => &mut stream.dict,
        _ => return,
    };
    for key in DROPPED {
        entries.remove(key);
    }
    for (_, value) in entries.iter_mut() {
        clean(value, depth.saturating_add(1));
    }
}

/// Words without control characters and without runs of empty lines.
fn tidy(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let line: String = line.chars().filter(|c| !c.is_control() || *c == '\t').collect();
        let line = line.trim_end().to_owned();
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().chars().take(TEXT_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::{Stream, dictionary};

    fn sample() -> Vec<u8> {
        let mut document = Document::with_version("1.5");
        let font = document
            .add_object(dictionary! {"Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica"});
        let resources = document.add_object(dictionary! {"Font" => dictionary! {"F1" => font}});
        let words = b"BT /F1 12 Tf 50 700 Td (Ten years of payments) Tj ET".to_vec();
        let content = document.add_object(Stream::new(dictionary! {}, words));
        let pages = document.new_object_id();
        let page = document
            .add_object(dictionary! {"Type" => "Page", "Parent" => pages, "Contents" => content,
            "Resources" => resources, "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()]});
        let tree = dictionary! {"Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1};
        document.objects.insert(pages, Object::Dictionary(tree));
        let script = dictionary! {"S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)")};
        let catalog =
            document.add_object(dictionary! {"Type" => "Catalog", "Pages" => pages, "OpenAction" => script});
        let info = document.add_object(dictionary! {"Author" => Object::string_literal("Noor Haddad")});
        document.trailer.set("Root", catalog);
        document.trailer.set("Info", info);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    fn holds(bytes: &[u8], word: &str) -> bool {
        bytes.windows(word.len()).any(|part| part == word.as_bytes())
    }

    #[test]
    fn s01_i02_a_copy_has_the_pages_and_neither_author_nor_script() {
        let original = sample();
        assert!(holds(&original, "Noor Haddad") && holds(&original, "app.alert"));
        let (copy, text) = copy(&original).unwrap();
        for word in ["Noor Haddad", "app.alert", "JavaScript", "OpenAction"] {
            assert!(!holds(&copy, word), "{word}");
        }
        assert_eq!(text.as_deref(), Some("Ten years of payments"));
        assert_eq!(Document::load_mem(&copy).unwrap().get_pages().len(), 1);
    }

    #[test]
    fn i02_what_is_no_document_has_no_copy() {
        assert!(copy(b"%PDF-1.7\n<script>alert(1)</script>").is_none());
        assert!(copy(&[b"%PDF-1.7\n".as_slice(), &b"[".repeat(200_000)].concat()).is_none());
    }
}
