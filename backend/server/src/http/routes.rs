//! The table of routes: everything that the API can do, in one place. The OpenAPI document, the authorisation matrix and the
//! proof of blindness are made from it.

use super::{
    dispatch,
    operation::{Answer, Body, Operation, Route, SchemaOf, Verb},
    problem,
    sessions::{self, open},
};
use crate::{app::App, db::Conn, failure::Failure, tokens::Claims};
use actix_web::{Resource, guard, web};
use std::collections::{BTreeMap, HashMap};

/// Runs a read operation without HTTP: connection, server, caller, path and query.
pub type Look = fn(
    &mut Conn,
    &App,
    &Claims,
    HashMap<String, String>,
    HashMap<String, String>,
) -> Result<Vec<u8>, Failure>;

/// One row of the table.
pub struct Entry {
    /// The route.
    pub route: Route,
    /// The body's schema.
    pub body: Option<SchemaOf>,
    /// The answer's schema.
    pub answer: Option<SchemaOf>,
    /// How an event stream looks at it; only reads that leave no trace can be watched.
    pub look: Option<Look>,
    mount: fn() -> actix_web::Route,
}

fn on(verb: Verb) -> actix_web::Route {
    match verb {
        Verb::Get => web::route().guard(guard::Any(guard::Get()).or(guard::Head())),
        Verb::Post => web::post(),
        Verb::Patch => web::patch(),
        Verb::Delete => web::delete(),
    }
}

/// A row for an operation of somebody who is signed in.
pub fn signed<O: Operation>() -> Entry {
    Entry {
        route: O::ROUTE,
        body: O::Body::SCHEMA,
        answer: O::Answer::SCHEMA,
        look: None,
        mount: || on(O::ROUTE.verb).to(dispatch::serve::<O>),
    }
}

/// The same, for a read that event streams may look at.
pub fn watched<O: Operation>() -> Entry {
    Entry { look: Some(dispatch::look::<O>), ..signed::<O>() }
}

/// A row for an operation without a bearer token.
pub fn public<O: open::OpenOperation>() -> Entry {
    Entry {
        route: O::ROUTE,
        body: O::Body::SCHEMA,
        answer: O::Answer::SCHEMA,
        look: None,
        mount: || on(O::ROUTE.verb).to(open::serve::<O>),
    }
}

/// The table.
#[must_use]
pub fn entries() -> Vec<Entry> {
    let mut all = Vec::new();
    all.extend(sessions::entries());
    all.extend(super::people::entries());
    all.extend(super::profile::entries());
    all.extend(super::jobs::entries());
    all.extend(super::ladder::entries());
    all.extend(super::plans::entries());
    all.extend(super::board::entries());
    all.extend(super::library::entries());
    all.extend(super::candidates::entries());
    all.extend(super::files::entries());
    all.extend(super::loops::entries());
    all.extend(super::interviews::entries());
    all.extend(super::scorecards::entries());
    all.extend(super::audit::entries());
    all.extend(super::notices::entries());
    all.extend(super::home::entries());
    all.extend(super::acts::entries());
    all
}

/// The rows as actix resources, one for each path.
pub fn resources() -> Vec<(&'static str, Resource)> {
    let mut by_path: BTreeMap<&'static str, Resource> = BTreeMap::new();
    for entry in entries() {
        let resource = by_path.remove(entry.route.path).unwrap_or_else(|| web::resource(entry.route.path));
        by_path.insert(entry.route.path, resource.route((entry.mount)()));
    }
    by_path
        .into_iter()
        .map(|(path, resource)| {
            (path, resource.default_service(web::route().to(problem::method_not_allowed)))
        })
        .collect()
}
