//! The front end, embedded in the binary: hashed names are kept by browsers for good, the page itself never.

use super::{headers, problem};
use actix_web::{HttpRequest, HttpResponse, http::Method};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "../../frontend/dist/"]
#[allow_missing = true]
struct Files;

/// Serves a file of the front end, or the page for any address that is not a file: the page knows its own routes.
pub async fn serve(req: HttpRequest) -> HttpResponse {
    if req.method() != Method::GET && req.method() != Method::HEAD {
        return problem::absent().await;
    }
    let path = req.path().trim_start_matches('/');
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    match (is_file, Files::get(path)) {
        (true, Some(file)) if path != "index.html" => {
            send(&req, path, file, "public, max-age=31536000, immutable")
        }
        (true, None) => problem::absent().await,
        _ => match Files::get("index.html") {
            Some(file) => send(&req, "index.html", file, "no-cache"),
            None => HttpResponse::NotFound()
                .content_type("text/plain")
                .body("This binary was built without the front end. Build it with: cargo xtask build\n"),
        },
    }
}

fn send(req: &HttpRequest, path: &str, plain: EmbeddedFile, cache: &str) -> HttpResponse {
    let accepted = req.headers().get("accept-encoding").and_then(|v| v.to_str().ok()).unwrap_or("");
    let takes =
        |name: &str| accepted.split(',').any(|part| part.split(';').next().is_some_and(|n| n.trim() == name));
    let (file, encoding) = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(name, _)| takes(name))
        .find_map(|(name, ending)| Files::get(&format!("{path}.{ending}")).map(|file| (file, Some(name))))
        .unwrap_or((plain, None));
    let mut response = HttpResponse::Ok();
    for header in headers::PAGE {
        response.insert_header(header);
    }
    response.insert_header(("cache-control", cache)).insert_header(("vary", "accept-encoding"));
    if let Some(encoding) = encoding {
        response.insert_header(("content-encoding", encoding));
    }
    response.content_type(content_type(path)).body(file.data.into_owned())
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}
