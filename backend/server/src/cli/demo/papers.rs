//! Files of candidates: documents of one page, made from their lines and taken in as uploads are.

use super::fill::{Applicant, Filler};
use crate::{
    db::files::{self, File},
    failure::Failure,
    uploads::Upload,
};
use base64::Engine;
use evenhand_hiring::demo::DemoPaper;
use evenhand_shared::{FileId, Timestamp, files::NewFile};
use lopdf::{
    Dictionary, Document, Object, Stream,
    content::{Content, Operation},
    dictionary,
};
use serde_json::json;

/// Points from line to line.
const LEADING: i64 = 18;

impl Filler<'_> {
    /// A file comes in with an application.
    pub fn add_paper(&mut self, new: &DemoPaper, at: Timestamp) -> Result<(), Failure> {
        let Applicant { id: candidate, application, job } = self.candidate(&new.candidate)?;
        let id: FileId = self.ids.id();
        let content = base64::engine::general_purpose::STANDARD.encode(document(&new.lines)?);
        let name = format!("{}.pdf", new.label);
        let upload =
            Upload::from(NewFile { label: new.label.to_owned(), name, from_candidate: true, content });
        let prepared = match upload.outcome {
            Some(outcome) => outcome.map_err(Failure::Invalid)?,
            None => return Err(Failure::Internal("an upload without an outcome".to_owned())),
        };
        let row = File {
            id: id.as_str().to_owned(),
            application_id: application.as_str().to_owned(),
            candidate_id: candidate.as_str().to_owned(),
            label: upload.label,
            name: upload.name,
            media: files::media(prepared.kind)?,
            size: i64::try_from(prepared.original.len()).unwrap_or(i64::MAX),
            from_candidate: true,
            copied: prepared.copy.is_some(),
            uploaded_by: job.recruiter.as_str().to_owned(),
            uploaded_at: at.0,
            removed_at: None,
        };
        files::insert(self.conn, &row, &prepared)?;
        let detail = json!({"application": application});
        self.record(at, Some(&job.recruiter), "file.add", ("file", id.as_str()), Some(&candidate), detail)
    }
}

/// A page of A4 with these lines on it, the first one large.
fn document(lines: &[&str]) -> Result<Vec<u8>, Failure> {
    let mut document = Document::with_version("1.5");
    let font: Dictionary = dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding"
    };
    let font = document.add_object(font);
    let resources = document.add_object(dictionary! {"Font" => dictionary! {"F1" => font}});
    let mut operations = vec![
        Operation::new("BT", Vec::new()),
        Operation::new("TL", vec![LEADING.into()]),
        Operation::new("Td", vec![60.into(), 770.into()]),
    ];
    for (place, line) in lines.iter().enumerate() {
        let size = if place == 0 { 20 } else { 10 };
        operations.push(Operation::new("Tf", vec!["F1".into(), size.into()]));
        operations.push(Operation::new("Tj", vec![Object::string_literal(*line)]));
        operations.push(Operation::new("T*", Vec::new()));
    }
    operations.push(Operation::new("ET", Vec::new()));
    let broken = |error: lopdf::Error| Failure::Internal(error.to_string());
    let content = Content { operations }.encode().map_err(broken)?;
    let content = document.add_object(Stream::new(dictionary! {}, content));
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()]
    });
    let tree = dictionary! {"Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1};
    document.objects.insert(pages, Object::Dictionary(tree));
    let catalog = document.add_object(dictionary! {"Type" => "Catalog", "Pages" => pages});
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(|error| Failure::Internal(error.to_string()))?;
    Ok(bytes)
}
