//! Health: `/livez` says that the process answers, `/readyz` that the database can be written to.

use crate::{app::App, db::settings};
use actix_web::{HttpResponse, web};

/// The process answers.
pub async fn livez() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok\n")
}

/// The database answers through both doors.
pub async fn readyz(app: web::Data<App>) -> HttpResponse {
    if app.is_closing() {
        return HttpResponse::ServiceUnavailable().content_type("text/plain").body("going down\n");
    }
    let write = app.db.write(|conn| settings::delete(conn, "readiness probe").map(drop)).await;
    let read = app.db.read(|conn| settings::find(conn, settings::DEMO).map(drop)).await;
    match (write, read) {
        (Ok(()), Ok(())) => HttpResponse::Ok().content_type("text/plain").body("ready\n"),
        _ => HttpResponse::ServiceUnavailable()
            .content_type("text/plain")
            .body("the database does not answer\n"),
    }
}
