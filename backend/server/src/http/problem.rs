//! Failures as RFC 9457 problem details. What happened inside stays in the log.

use crate::failure::Failure;
use actix_web::{HttpResponse, http::StatusCode};
use evenhand_shared::{Code, FieldError, Problem};

impl Failure {
    /// The answer for the caller.
    #[must_use]
    pub fn problem(&self) -> Problem {
        match self {
            Self::NotFound => problem(Code::NotFound, "There is nothing here that you can see.", Vec::new()),
            Self::Refused { code, detail } => problem(*code, detail, Vec::new()),
            Self::Invalid(faults) => {
                problem(Code::Invalid, "Some fields need attention; nothing was changed.", faults.clone())
            }
            Self::Later { code, seconds } => {
                problem(*code, &format!("Please wait {seconds} seconds and try again."), Vec::new())
            }
            Self::Internal(_) => {
                problem(Code::Internal, "Something went wrong on our side; nothing was changed.", Vec::new())
            }
        }
    }

    /// The answer as HTTP; faults of ours are logged here and nowhere else.
    #[must_use]
    pub fn response(&self) -> HttpResponse {
        if let Self::Internal(why) = self {
            tracing::error!(why, "internal fault");
        }
        let problem = self.problem();
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = HttpResponse::build(status);
        response.content_type("application/problem+json");
        if let Self::Later { seconds, .. } = self {
            response.insert_header(("retry-after", seconds.to_string()));
        }
        response.json(problem)
    }
}

fn problem(code: Code, detail: &str, errors: Vec<FieldError>) -> Problem {
    let (status, title) = status(code);
    Problem {
        kind: "about:blank".to_owned(),
        title: title.to_owned(),
        status,
        code,
        detail: detail.to_owned(),
        errors,
    }
}

const fn status(code: Code) -> (u16, &'static str) {
    match code {
        Code::BadRequest => (400, "Not understood"),
        Code::UnknownParameter => (400, "Unknown parameter"),
        Code::BadLink => (400, "The link does not work"),
        Code::LinkExpired => (400, "The link has expired"),
        Code::Unauthenticated => (401, "Not signed in"),
        Code::BadCredentials => (401, "Wrong address or password"),
        Code::Forbidden => (403, "Not allowed"),
        Code::WrongOrigin => (403, "Wrong origin"),
        Code::NotFound => (404, "Not found"),
        Code::MethodNotAllowed => (405, "Method not allowed"),
        Code::Conflict => (409, "Not possible now"),
        Code::Stale => (409, "Changed in the meantime"),
        Code::JobNotOpen => (409, "The job is not open"),
        Code::Sealed => (409, "Sealed"),
        Code::UndoOver => (409, "Too late to undo"),
        Code::RefreshRaced => (409, "Try again"),
        Code::TooLarge => (413, "Too large"),
        Code::Invalid => (422, "Some fields need attention"),
        Code::PreconditionRequired => (428, "A version is needed"),
        Code::TooMany => (429, "Too many tries"),
        Code::Internal => (500, "A fault of ours"),
        Code::Busy => (503, "Busy"),
    }
}

/// What is not there.
pub async fn absent() -> HttpResponse {
    Failure::NotFound.response()
}

/// A path that does not take the method.
pub async fn method_not_allowed() -> HttpResponse {
    Failure::refused(Code::MethodNotAllowed, "This address does not take that method.").response()
}
