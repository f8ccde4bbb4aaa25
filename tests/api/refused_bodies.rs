//! I09, Z03: bodies that no operation takes. Each is a problem of the client's with a code, and changes nothing.

use crate::every_operation::{Operation, Surface, example, kind, resolve};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

/// Names that nobody may set from outside, and one that means nothing.
const UNKNOWN: [&str; 6] = ["nonsense", "id", "role", "score", "candidate_id", "revealed_at"];

/// Values that do not fit a schema.
fn misfits(document: &Value, schema: &Value) -> Vec<Value> {
    let may_be_null = schema["oneOf"].as_array().is_some_and(|v| v.iter().any(|v| v["type"] == "null"));
    let schema = resolve(document, schema);
    let (kind, nullable) = kind(schema);
    let mut all = match kind {
        "string" => vec![json!(7), json!(true), json!([]), json!({}), json!(["words"])],
        "integer" => {
            vec![json!("1"), json!(1.5), json!(true), json!([]), json!({}), json!(u64::MAX), json!(1e300)]
        }
        "number" => vec![json!("1"), json!(true), json!([]), json!({})],
        "boolean" => vec![json!("true"), json!(1), json!([]), json!({})],
        "array" => vec![json!("words"), json!(1), json!({}), json!(true)],
        "object" => vec![json!("words"), json!(1), json!([]), json!(true)],
        other => panic!("no misfits of `{other}`"),
    };
    if schema["enum"].is_array() {
        all.push(json!("no_such_word"));
        all.push(json!(""));
    }
    if schema["format"] == "date-time" {
        all.extend([
            json!("yesterday"),
            json!("2030-01-08"),
            json!("2030-13-08T10:00:00Z"),
            json!(1_893_920_400),
        ]);
    }
    if !nullable && !may_be_null {
        all.push(Value::Null);
    }
    all
}

/// The example of a schema with one place spoiled, for every place and every way.
fn spoiled(document: &Value, schema: &Value) -> Vec<Value> {
    let mut all = misfits(document, schema);
    let schema = resolve(document, schema);
    let good = example(document, schema);
    if let Some(fields) = schema["properties"].as_object() {
        for (name, field) in fields {
            for bad in spoiled(document, field) {
                let mut whole = good.clone();
                whole[name] = bad;
                all.push(whole);
            }
        }
        for name in schema["required"].as_array().into_iter().flatten() {
            let mut whole = good.clone();
            whole.as_object_mut().unwrap().remove(name.as_str().unwrap());
            all.push(whole);
        }
        for name in UNKNOWN.iter().filter(|name| !fields.contains_key(**name)) {
            let mut whole = good.clone();
            whole[*name] = json!(1);
            all.push(whole);
        }
    } else if schema["items"].is_object() {
        all.extend(spoiled(document, &schema["items"]).into_iter().map(|bad| json!([bad])));
    } else if schema["additionalProperties"].is_object() {
        let inner = spoiled(document, &schema["additionalProperties"]);
        all.extend(inner.into_iter().map(|bad| json!({"words": bad})));
    }
    all
}

/// What an operation without a body is given.
fn unasked() -> Vec<Value> {
    let mut all = vec![json!([]), json!([1]), json!("words"), json!(7), json!(true), Value::Null];
    all.extend(UNKNOWN.iter().map(|name| json!({*name: 1})));
    all
}

async fn z03_unknown_fields_and_wrong_types(engine: Engine) {
    let s = Surface::build(engine).await;
    let before = s.everything().await;
    let mut tried = 0;
    for operation in &s.operations {
        let path = s.own_path(&operation.path);
        let bodies = operation.body.as_ref().map_or_else(unasked, |schema| spoiled(&s.document, schema));
        for body in bodies {
            let reply = s.send(operation, &path, Some(body.to_string().into_bytes())).await;
            assert_eq!(reply.status, 400, "{} takes {body}: {}", operation.id, reply.text());
            reply.is_problem(400, "bad_request");
            tried += 1;
        }
    }
    assert!(tried > 1_000, "{tried}");
    assert_eq!(s.everything().await, before);
}

/// Bytes that are no body, with a word for each.
fn broken(operation: &Operation, good: &Value) -> Vec<(&'static str, Vec<u8>)> {
    let field = good.as_object().and_then(|fields| fields.keys().next()).map_or("field", String::as_str);
    let with = |value: &[u8]| [format!("{{\"{field}\":").as_bytes(), value, b"}"].concat();
    let nested = |open: &str, close: &str| format!("{}{}", open.repeat(200), close.repeat(200)).into_bytes();
    let mut twice = good.to_string();
    twice.pop();
    let twice = format!("{twice}{}\"{field}\":{}}}", if twice.len() > 1 { "," } else { "" }, good[field]);
    vec![
        ("invalid UTF-8", with(b"\"\xff\xfe\"")),
        ("half a letter", with(b"\"\xf0\x9f\"")),
        ("half a surrogate pair", with(b"\"\\ud800\"")),
        ("a control character", with(b"\"\n\"")),
        ("deep arrays", nested("[", "]")),
        ("deep arrays in a field", with(&nested("[", "]"))),
        ("deep objects", format!("{}1{}", "{\"a\":".repeat(200), "}".repeat(200)).into_bytes()),
        (
            "deep objects in a field",
            with(format!("{}1{}", "{\"a\":".repeat(200), "}".repeat(200)).as_bytes()),
        ),
        ("half a body", b"{".to_vec()),
        ("two bodies", format!("{good} {good}").into_bytes()),
        ("a byte order mark", [b"\xef\xbb\xbf", good.to_string().as_bytes()].concat()),
        ("a field twice", twice.into_bytes()),
        ("a huge number", with(b"1e999")),
        ("a number of many digits", with("9".repeat(400).as_bytes())),
        ("not a number", with(b"NaN")),
        ("no JSON", b"field=value&other=value".to_vec()),
        ("zeros", vec![0; 64]),
        ("too much", [vec![b' '; operation.limit], b"{}".to_vec()].concat()),
    ]
}

async fn i09_broken_bodies(engine: Engine) {
    let s = Surface::build(engine).await;
    let before = s.everything().await;
    for operation in &s.operations {
        let path = s.own_path(&operation.path);
        let good = s.example(operation).unwrap_or_else(|| json!({}));
        for (what, body) in broken(operation, &good) {
            let reply = s.send(operation, &path, Some(body)).await;
            let (status, code) = if what == "too much" { (413, "too_large") } else { (400, "bad_request") };
            assert_eq!(reply.status, status, "{} with {what}: {}", operation.id, reply.text());
            reply.is_problem(status, code);
            assert!(reply.body.len() < 2_000, "{} with {what} answers too much", operation.id);
        }
    }
    assert_eq!(s.everything().await, before);
}

on_both_engines! {
    z03 => super::z03_unknown_fields_and_wrong_types;
    i09_bodies => super::i09_broken_bodies;
}
