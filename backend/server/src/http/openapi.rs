//! The OpenAPI 3.1 document, made from the table of routes and the types of `shared`.

use super::{
    operation::{Described, Verb, Who},
    routes::{self, Entry},
};
use actix_web::HttpResponse;
use serde_json::{Map, Value, json};

/// The document.
#[must_use]
pub fn document() -> Value {
    let mut schemas = Map::new();
    let mut paths: Map<String, Value> = Map::new();
    keep(&mut schemas, super::operation::describe::<evenhand_shared::Problem>());
    for entry in routes::entries() {
        let operation = operation(&entry, &mut schemas);
        let path = format!("/api/v1{}", entry.route.path);
        if let Value::Object(item) = paths.entry(path).or_insert_with(|| json!({})) {
            item.insert(verb(entry.route.verb).to_owned(), operation);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Evenhand",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Structured interview loops with blind scorecards. Absent and forbidden look the same: 404. Errors are problem details (RFC 9457).",
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"}
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
        }
    })
}

/// `GET /api/v1/openapi.json`.
pub async fn serve() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(document().to_string())
}

const fn verb(verb: Verb) -> &'static str {
    match verb {
        Verb::Get => "get",
        Verb::Post => "post",
        Verb::Patch => "patch",
        Verb::Delete => "delete",
    }
}

fn operation(entry: &Entry, schemas: &mut Map<String, Value>) -> Value {
    let route = entry.route;
    let mut parameters = Vec::new();
    if route.path.contains("{id}") {
        parameters.push(json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}}));
    }
    for name in route.query {
        parameters
            .push(json!({"name": name, "in": "query", "required": false, "schema": {"type": "string"}}));
    }
    let mut success = json!({"description": route.summary});
    if let (Some(schema_of), Value::Object(success)) = (entry.answer, &mut success) {
        success.insert(
            "content".to_owned(),
            json!({"application/json": {"schema": keep(schemas, schema_of())}}),
        );
    }
    let problem = json!({"description": "A problem", "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}});
    let mut operation = json!({
        "operationId": route.id,
        "summary": route.summary,
        "x-blindness": route.class.key(),
        "x-who": who(route.who),
        "parameters": parameters,
        "responses": {route.status.to_string(): success, "default": problem},
        "security": if route.who == Who::Anyone { json!([]) } else { json!([{"bearer": []}]) }
    });
    if let (Some(schema_of), Value::Object(operation)) = (entry.body, &mut operation) {
        let schema = keep(schemas, schema_of());
        operation.insert(
            "requestBody".to_owned(),
            json!({"required": true, "content": {"application/json": {"schema": schema}}}),
        );
    }
    operation
}

fn who(who: Who) -> Value {
    match who {
        Who::Anyone => json!(["anyone"]),
        Who::SignedIn => json!(["signed in"]),
        Who::Roles(roles) => json!(roles.iter().map(|role| role.key()).collect::<Vec<_>>()),
    }
}

/// Keeps named schemas and answers a reference to the described one, or the schema itself where it has no name of its own.
fn keep(schemas: &mut Map<String, Value>, described: Described) -> Value {
    let mut last = String::new();
    for (name, schema) in described.named {
        if !name.starts_with("Vec") {
            schemas.entry(name.clone()).or_insert_with(|| serde_json::to_value(schema).unwrap_or_default());
        }
        last = name;
    }
    if last.starts_with("Vec") || last.is_empty() {
        serde_json::to_value(described.schema).unwrap_or_default()
    } else {
        json!({"$ref": format!("#/components/schemas/{last}")})
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Every `$ref` below a value.
    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(target)) = fields.get("$ref") {
                    found.insert(target.clone());
                }
                fields.values().for_each(|inner| references(inner, found));
            }
            Value::Array(items) => items.iter().for_each(|inner| references(inner, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_to_a_schema() {
        let document = document();
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        assert!(found.len() > 30, "{found:?}");
        for target in found {
            let pointer = target.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{target}");
        }
    }

    #[test]
    fn routes_are_unique_and_stand_in_the_document_with_class_and_rights() {
        let document = document();
        let mut ids = BTreeMap::new();
        let mut count = 0;
        for entry in routes::entries() {
            let route = entry.route;
            count += 1;
            assert_eq!(ids.insert(route.id, route.path), None, "{} stands twice", route.id);
            let operation = &document["paths"][format!("/api/v1{}", route.path)][verb(route.verb)];
            assert_eq!(operation["operationId"], route.id, "path and method stand twice");
            let class = operation["x-blindness"].as_str().unwrap();
            assert!(["neutral", "own", "frozen", "gated"].contains(&class), "{}", route.id);
            assert!(!operation["x-who"].as_array().unwrap().is_empty(), "{}", route.id);
            assert_eq!(operation["requestBody"].is_object(), entry.body.is_some(), "{}", route.id);
        }
        let listed: usize =
            document["paths"].as_object().unwrap().values().map(|path| path.as_object().unwrap().len()).sum();
        assert_eq!(listed, count);
    }
}
