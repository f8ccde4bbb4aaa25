//! The only place that knows actix: routes, dispatch, errors, assets; one operation per file in `<area>/`.
//!
//! What does not belong here: rules of the domain (`evenhand-hiring`), decisions about rights (`evenhand-policy`), SQL (`db`).

pub mod assets;
pub mod dispatch;
pub mod events;
pub mod headers;
pub mod metrics;
pub mod openapi;
pub mod operation;
pub mod probes;
pub mod problem;
pub mod routes;
pub mod sessions;
pub mod viewer;

mod acts;
mod audit;
mod board;
mod candidates;
mod covers;
mod cursor;
mod files;
mod home;
mod interviews;
mod jobs;
mod ladder;
mod library;
pub mod loops;
mod notices;
mod people;
pub mod plans;
mod profile;
mod publishing;
mod scope;
mod scorecards;

use crate::app::App;
use actix_web::{middleware::from_fn, web};

/// Mounts everything on an actix application; `main` and the tests call this alike.
pub fn mount(app: App) -> impl Fn(&mut web::ServiceConfig) + Clone {
    move |config: &mut web::ServiceConfig| {
        config.app_data(web::Data::new(app.clone()));
        let mut api = web::scope("/api/v1").wrap(headers::api());
        for (path, resource) in routes::resources() {
            api = api.service(resource.name(path));
        }
        config
            .service(
                api.route("/openapi.json", web::get().to(openapi::serve))
                    .route("/events", web::get().to(events::serve))
                    .default_service(web::route().to(problem::absent))
                    .wrap(from_fn(metrics::count)),
            )
            .route("/livez", web::get().to(probes::livez))
            .route("/readyz", web::get().to(probes::readyz))
            .default_service(web::route().to(assets::serve));
    }
}
