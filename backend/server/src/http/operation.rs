//! What an operation of the API is: its route with its blindness class and rights, its body, its answer, and what it does.
//!
//! An operation gets its power from [`Act`]: the viewer stands in it with the roles that the database holds at this moment,
//! in the same transaction in which the operation reads and writes. There is no other way to reach a connection.

use crate::{
    app::App,
    db::{Conn, audit},
    failure::Failure,
    mint::Ids,
};
use evenhand_policy::{Class, Viewer};
use evenhand_shared::{SessionId, Timestamp, people::Role};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::HashMap;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

/// HTTP methods in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verb {
    /// GET (and HEAD).
    Get,
    /// POST.
    Post,
    /// PATCH.
    Patch,
    /// DELETE.
    Delete,
}

/// Who may call at all, before any object is looked at. The object's own rules come on top, in the operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Nobody needs to be signed in.
    Anyone,
    /// Everyone who is signed in.
    SignedIn,
    /// Holders of any of these roles; for others the operation does not exist (404).
    Roles(&'static [Role]),
}

/// Through which door of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// A snapshot.
    Read,
    /// A transaction.
    Write,
}

/// One route of the API. Every field is asked for: a route without a class or without rights does not compile.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// Operation id, `area.act`.
    pub id: &'static str,
    /// Method.
    pub verb: Verb,
    /// Path below `/api/v1`.
    pub path: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// Blindness class.
    pub class: Class,
    /// Who may call.
    pub who: Who,
    /// Door.
    pub door: Door,
    /// Query parameters; all others are refused.
    pub query: &'static [&'static str],
    /// Most bytes of a body.
    pub limit: usize,
    /// Status of success.
    pub status: u16,
}

/// Ordinary limit of a body.
pub const SMALL: usize = 64 * 1024;
/// Limit for scorecards and plans.
pub const MEDIUM: usize = 512 * 1024;
/// Limit for imported files.
pub const LARGE: usize = 3 * 1024 * 1024;

/// Limit for an uploaded file: 10 MiB, which Base64 makes a third longer.
pub const FILE: usize = 14 * 1024 * 1024;

/// What a body or an answer looks like in the OpenAPI document.
pub type SchemaOf = fn() -> Described;

/// A schema with its name and the schemas that it refers to.
pub struct Described {
    /// The schema, or a reference to it.
    pub schema: RefOr<Schema>,
    /// Named schemas.
    pub named: Vec<(String, RefOr<Schema>)>,
}

/// Describes a type.
#[must_use]
pub fn describe<T: ToSchema>() -> Described {
    let mut named = Vec::new();
    T::schemas(&mut named);
    named.push((T::name().into_owned(), T::schema()));
    Described { schema: <T as PartialSchema>::schema(), named }
}

/// The body that an operation takes.
pub trait Body: DeserializeOwned + Send + 'static {
    /// Its description; `None` takes no body.
    const SCHEMA: Option<SchemaOf>;
}

/// No body, or an empty object.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Empty {}

impl Body for Empty {
    const SCHEMA: Option<SchemaOf> = None;
}

/// Marks types of `shared` as bodies; each area marks its own.
macro_rules! bodies {
    ($($kind:ty),+ $(,)?) => {$(
        impl $crate::http::operation::Body for $kind {
            const SCHEMA: Option<$crate::http::operation::SchemaOf> = Some($crate::http::operation::describe::<$kind>);
        }
    )+};
}

pub(super) use bodies;

/// The answer of an operation.
pub trait Answer: Send + 'static {
    /// Its description; `None` has no JSON body.
    const SCHEMA: Option<SchemaOf>;
    /// Content type.
    const CONTENT_TYPE: &'static str;
    /// The bytes.
    fn bytes(&self) -> Result<Vec<u8>, Failure>;
    /// Header lines of its own; they stand in place of the usual ones.
    fn headers(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// JSON of a type of `shared`.
pub struct Json<T>(pub T);

impl<T: Serialize + ToSchema + Send + 'static> Answer for Json<T> {
    const SCHEMA: Option<SchemaOf> = Some(describe::<T>);
    const CONTENT_TYPE: &'static str = "application/json";
    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        Ok(serde_json::to_vec(&self.0)?)
    }
}

/// No content.
pub struct Nothing;

impl Answer for Nothing {
    const SCHEMA: Option<SchemaOf> = None;
    const CONTENT_TYPE: &'static str = "";
    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        Ok(Vec::new())
    }
}

/// A text file.
pub struct TextFile(pub String);

impl Answer for TextFile {
    const SCHEMA: Option<SchemaOf> = None;
    const CONTENT_TYPE: &'static str = "text/plain; charset=utf-8";
    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        Ok(self.0.clone().into_bytes())
    }
}

/// A CSV file.
pub struct CsvFile(pub String);

impl Answer for CsvFile {
    const SCHEMA: Option<SchemaOf> = None;
    const CONTENT_TYPE: &'static str = "text/csv; charset=utf-8";
    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        Ok(self.0.clone().into_bytes())
    }
}

/// Bytes that somebody brought. Nothing in them runs with our origin: to keep they are an attachment without a type, to look at they
/// are a picture or plain text; either way in a sandbox.
pub struct Bytes {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// `Content-Type`.
    pub kind: &'static str,
    /// `Content-Disposition`.
    pub disposition: String,
}

impl Answer for Bytes {
    const SCHEMA: Option<SchemaOf> = None;
    const CONTENT_TYPE: &'static str = "application/octet-stream";
    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        Ok(self.bytes.clone())
    }
    fn headers(&self) -> Vec<(&'static str, String)> {
        vec![
            ("content-type", self.kind.to_owned()),
            ("content-disposition", self.disposition.clone()),
            ("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'".to_owned()),
        ]
    }
}

/// Everything an operation may use. Made by the dispatcher alone, after the caller was found entitled to the route.
pub struct Act<'a, B> {
    /// The connection, inside the operation's snapshot or transaction.
    pub conn: &'a mut Conn,
    /// Who asks.
    pub viewer: &'a Viewer,
    /// The session that asks.
    pub session: &'a SessionId,
    /// Now.
    pub now: Timestamp,
    /// Identifiers for this request.
    pub ids: Ids,
    /// The server, for keys and configuration.
    pub app: &'a App,
    /// The body.
    pub body: B,
    path: HashMap<String, String>,
    query: HashMap<String, String>,
}

impl<'a, B> Act<'a, B> {
    #[expect(clippy::too_many_arguments, reason = "made in one place, from parts that have no other home")]
    pub(super) fn new(
        conn: &'a mut Conn,
        viewer: &'a Viewer,
        session: &'a SessionId,
        now: Timestamp,
        ids: Ids,
        app: &'a App,
        body: B,
        path: HashMap<String, String>,
        query: HashMap<String, String>,
    ) -> Self {
        Self { conn, viewer, session, now, ids, app, body, path, query }
    }

    /// The `{id}` of the path. What is not shaped like an id names nothing.
    pub fn id<T: From<String>>(&self) -> Result<T, Failure> {
        let text = self.path.get("id").ok_or(Failure::NotFound)?;
        let shaped = text.len() == 36 && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
        if shaped { Ok(T::from(text.clone())) } else { Err(Failure::NotFound) }
    }

    /// Writes an audit entry for this act, by this viewer, now.
    pub fn record(
        &mut self,
        action: &str,
        object_kind: &str,
        object_id: &str,
        candidate: Option<&str>,
        detail: serde_json::Value,
    ) -> Result<(), Failure> {
        let entry = audit::Entry {
            at: self.now,
            actor: Some(self.viewer.id()),
            action,
            object_kind,
            object_id,
            candidate,
            detail,
        };
        audit::append(self.conn, &entry)
    }

    /// A query parameter.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }
}

/// An operation.
pub trait Operation: Sized + 'static {
    /// Its route.
    const ROUTE: Route;
    /// Its body.
    type Body: Body;
    /// Its answer.
    type Answer: Answer;
    /// What it does.
    fn run(act: &mut Act<'_, Self::Body>) -> Result<Self::Answer, Failure>;
}
