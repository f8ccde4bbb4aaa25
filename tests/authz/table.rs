//! The matrix: for each operation one call, and one letter for each caller in the order of `scene::CALLERS`:
//!
//! nobody · otto (interviewer, outside) · root (admin) · rafa (recruiter of another job) · mara (hiring manager of another job) ·
//! rita (recruiter) · hugo (hiring manager) · ines (open panelist) · tomas (closed panelist) · dele (removed panelist) ·
//! rosa (recruiter of the job, open on the panel) · gone (deactivated, with a token from before)
//!
//! `2` done · `-` absent (404) · `1` not signed in · `3` not allowed, where existence is known · `b` not understood ·
//! `v` fields need attention · `c` conflict · `w` too many tries. Calls that would change something carry a body that is refused after the
//! decision about rights, so that a cell does not change the next one; the few that cannot stand last.

use crate::scene::Scene;
use serde_json::{Value, json};

/// A call.
pub struct Call {
    pub path: String,
    pub body: Value,
}

/// One operation with what each caller is to be answered, before and after the release.
pub struct Row {
    pub id: &'static str,
    pub method: &'static str,
    pub call: fn(&Scene) -> Call,
    pub sealed: &'static str,
    pub released: &'static str,
}

/// The rows.
pub const ROWS: &[Row] = &[
    Row {
        id: "about.read",
        method: "GET",
        call: |_| Call { path: "/about".to_owned(), body: Value::Null },
        sealed: "222222222222",
        released: "222222222222",
    },
    Row {
        id: "loops.start",
        method: "POST",
        call: |scene| Call {
            path: format!("/applications/{}/loops", &scene.application),
            body: json!({"plan_id": "nothing", "interviews": []}),
        },
        sealed: "1----vv----1",
        released: "1----vv----1",
    },
    Row {
        id: "applications.reject",
        method: "POST",
        call: |scene| Call {
            path: format!("/applications/{}/rejection", &scene.application),
            body: json!({"reason": "", "version": 0}),
        },
        sealed: "1----vv----1",
        released: "1----vv----1",
    },
    Row {
        id: "applications.stage",
        method: "POST",
        call: |scene| Call {
            path: format!("/applications/{}/stage", &scene.application),
            body: json!({"stage": "Nowhere", "version": 0}),
        },
        sealed: "1----vv----1",
        released: "1----vv----1",
    },
    Row {
        id: "assignments.accept",
        method: "POST",
        call: |scene| Call {
            path: format!("/assignments/{}/acceptance", &scene.open_card),
            body: Value::Null,
        },
        sealed: "1------2---1",
        released: "1------2---1",
    },
    Row {
        id: "assignments.decline",
        method: "POST",
        call: |scene| Call {
            path: format!("/assignments/{}/decline", &scene.closed_card),
            body: Value::Null,
        },
        sealed: "1-------c--1",
        released: "1-------c--1",
    },
    Row {
        id: "assignments.no_show",
        method: "POST",
        call: |scene| Call {
            path: format!("/assignments/{}/no-show", &scene.closed_card),
            body: Value::Null,
        },
        sealed: "1-------c--1",
        released: "1-------c--1",
    },
    Row {
        id: "assignments.replace",
        method: "POST",
        call: |scene| Call {
            path: format!("/assignments/{}/replacement", &scene.spare_place),
            body: json!({"person_id": "nobody"}),
        },
        sealed: "1----vv----1",
        released: "1----vv----1",
    },
    Row {
        id: "candidates.list",
        method: "GET",
        call: |_| Call { path: "/candidates".to_owned(), body: Value::Null },
        sealed: "1--2222---21",
        released: "1--2222---21",
    },
    Row {
        id: "candidates.read",
        method: "GET",
        call: |scene| Call { path: format!("/candidates/{}", &scene.candidate), body: Value::Null },
        sealed: "1----22----1",
        released: "1----22----1",
    },
    Row {
        id: "interviews.add_panelist",
        method: "POST",
        call: |scene| Call {
            path: format!("/interviews/{}/panel", &scene.spare_interview),
            body: json!({"person_id": "nobody", "kind": "interviewer", "required": true}),
        },
        sealed: "1----vv----1",
        released: "1----vv----1",
    },
    Row {
        id: "interviews.schedule",
        method: "POST",
        call: |scene| Call {
            path: format!("/interviews/{}/schedule", &scene.spare_interview),
            body: json!({"starts_at": null, "zone": null, "place": "", "version": 0}),
        },
        sealed: "1----cc----1",
        released: "1----cc----1",
    },
    Row {
        id: "jobs.list",
        method: "GET",
        call: |_| Call { path: "/jobs".to_owned(), body: Value::Null },
        sealed: "122222222221",
        released: "122222222221",
    },
    Row {
        id: "jobs.read",
        method: "GET",
        call: |scene| Call { path: format!("/jobs/{}", &scene.org.job), body: Value::Null },
        sealed: "1----22---21",
        released: "1----22---21",
    },
    Row {
        id: "candidates.import",
        method: "POST",
        call: |scene| Call {
            path: format!("/jobs/{}/candidates/import", &scene.org.job),
            body: json!({"csv": "name,email\n", "dry_run": true}),
        },
        sealed: "1----23---21",
        released: "1----23---21",
    },
    Row {
        id: "plans.list",
        method: "GET",
        call: |scene| Call { path: format!("/jobs/{}/plans", &scene.org.job), body: Value::Null },
        sealed: "1----22---21",
        released: "1----22---21",
    },
    Row {
        id: "jobs.team_add",
        method: "POST",
        call: |scene| Call {
            path: format!("/jobs/{}/team", &scene.org.job),
            body: json!({"person_id": "nobody", "role": "recruiter"}),
        },
        sealed: "1----vv---v1",
        released: "1----vv---v1",
    },
    Row {
        id: "jobs.team_remove",
        method: "POST",
        call: |scene| Call {
            path: format!("/jobs/{}/team/remove", &scene.org.job),
            body: json!({"person_id": "nobody", "role": "recruiter"}),
        },
        sealed: "1----22---21",
        released: "1----22---21",
    },
    Row {
        id: "loops.list",
        method: "GET",
        call: |_| Call { path: "/loops".to_owned(), body: Value::Null },
        sealed: "1--2222---21",
        released: "1--2222---21",
    },
    Row {
        id: "loops.read",
        method: "GET",
        call: |scene| Call { path: format!("/loops/{}", &scene.loop_id), body: Value::Null },
        sealed: "1----22----1",
        released: "1----22----1",
    },
    Row {
        id: "loops.add_interview",
        method: "POST",
        call: |scene| Call {
            path: format!("/loops/{}/interviews", &scene.loop_id),
            body: json!({"kit": "nothing", "panel": []}),
        },
        sealed: "1----vv----1",
        released: "1----vv----1",
    },
    Row {
        id: "loops.open",
        method: "POST",
        call: |scene| Call {
            path: format!("/loops/{}/opening", &scene.loop_id),
            body: json!({"reason": ""}),
        },
        sealed: "1----3v----1",
        released: "1----3v----1",
    },
    Row {
        id: "loops.packet",
        method: "GET",
        call: |scene| Call { path: format!("/loops/{}/packet", &scene.loop_id), body: Value::Null },
        sealed: "1----------1",
        released: "1----22-2--1",
    },
    Row {
        id: "me.read",
        method: "GET",
        call: |_| Call { path: "/me".to_owned(), body: Value::Null },
        sealed: "122222222221",
        released: "122222222221",
    },
    Row {
        id: "my_interviews.list",
        method: "GET",
        call: |_| Call { path: "/my/interviews".to_owned(), body: Value::Null },
        sealed: "122222222221",
        released: "122222222221",
    },
    Row {
        id: "password_links.redeem",
        method: "POST",
        call: |_| Call {
            path: "/password-links/redeem".to_owned(),
            body: json!({"token": "x", "password": "correct horse battery"}),
        },
        sealed: "bbbbbbbbbbbb",
        released: "bbbbbbbbbbbb",
    },
    Row {
        id: "people.list",
        method: "GET",
        call: |_| Call { path: "/people".to_owned(), body: Value::Null },
        sealed: "1-22222---21",
        released: "1-22222---21",
    },
    Row {
        id: "people.create",
        method: "POST",
        call: |_| Call {
            path: "/people".to_owned(),
            body: json!({"name": "", "email": "", "roles": [], "function": "", "seniority": 1, "zone": "Etc/UTC"}),
        },
        sealed: "1-v--------1",
        released: "1-v--------1",
    },
    Row {
        id: "people.import",
        method: "POST",
        call: |_| Call {
            path: "/people/import".to_owned(),
            body: json!({"csv": "name,email,roles,seniority\n", "dry_run": true}),
        },
        sealed: "1-2--------1",
        released: "1-2--------1",
    },
    Row {
        id: "people.change",
        method: "PATCH",
        call: |scene| Call { path: format!("/people/{}", scene.person), body: json!({"version": 0}) },
        sealed: "1-c--------1",
        released: "1-c--------1",
    },
    Row {
        id: "people.password_link",
        method: "POST",
        call: |scene| Call { path: format!("/people/{}/password-link", scene.person), body: Value::Null },
        sealed: "1-2--------1",
        released: "1-2--------1",
    },
    Row {
        id: "plans.templates",
        method: "GET",
        call: |_| Call { path: "/plan-templates".to_owned(), body: Value::Null },
        sealed: "1--2222---21",
        released: "1--2222---21",
    },
    Row {
        id: "plans.create",
        method: "POST",
        call: |_| Call { path: "/plans".to_owned(), body: json!({"toml": ""}) },
        sealed: "1--vvvv---v1",
        released: "1--vvvv---v1",
    },
    Row {
        id: "plans.check",
        method: "POST",
        call: |_| Call { path: "/plans/check".to_owned(), body: json!({"toml": ""}) },
        sealed: "1--2222---21",
        released: "1--2222---21",
    },
    Row {
        id: "plans.read",
        method: "GET",
        call: |scene| Call { path: format!("/plans/{}", &scene.org.plan), body: Value::Null },
        sealed: "1----22---21",
        released: "1----22---21",
    },
    Row {
        id: "plans.export",
        method: "GET",
        call: |scene| Call { path: format!("/plans/{}/toml", &scene.org.plan), body: Value::Null },
        sealed: "1----22---21",
        released: "1----22---21",
    },
    Row {
        id: "scorecards.read",
        method: "GET",
        call: |scene| Call { path: format!("/scorecards/{}", &scene.open_card), body: Value::Null },
        sealed: "1------2---1",
        released: "1------2---1",
    },
    Row {
        id: "scorecards.save",
        method: "PATCH",
        call: |scene| Call {
            path: format!("/scorecards/{}", &scene.open_card),
            body: json!({"fields": [{"field": "nothing", "base": 0, "value": ""}]}),
        },
        sealed: "1------v---1",
        released: "1------v---1",
    },
    Row {
        id: "scorecards.amend",
        method: "POST",
        call: |scene| Call {
            path: format!("/scorecards/{}/amendments", &scene.closed_card),
            body: json!({"reason": "", "fields": {}}),
        },
        sealed: "1-------v--1",
        released: "1-------v--1",
    },
    Row {
        id: "scorecards.undo",
        method: "DELETE",
        call: |scene| Call {
            path: format!("/scorecards/{}/submission", &scene.open_card),
            body: Value::Null,
        },
        sealed: "1------2---1",
        released: "1------2---1",
    },
    Row {
        id: "scorecards.submit",
        method: "POST",
        call: |scene| Call {
            path: format!("/scorecards/{}/submission", &scene.open_card),
            body: Value::Null,
        },
        sealed: "1------v---1",
        released: "1------v---1",
    },
    Row {
        id: "scorecards.unblind",
        method: "POST",
        call: |scene| Call {
            path: format!("/scorecards/{}/unblinding", &scene.open_card),
            body: json!({"confirm": false}),
        },
        sealed: "1------v---1",
        released: "1------v---1",
    },
    Row {
        id: "scorecards.withdraw",
        method: "POST",
        call: |scene| Call {
            path: format!("/scorecards/{}/withdrawal", &scene.closed_card),
            body: json!({"reason": ""}),
        },
        sealed: "1-------v--1",
        released: "1-------v--1",
    },
    Row {
        id: "sessions.list",
        method: "GET",
        call: |_| Call { path: "/sessions".to_owned(), body: Value::Null },
        sealed: "122222222221",
        released: "122222222221",
    },
    Row {
        id: "sessions.open",
        method: "POST",
        call: |_| Call {
            path: "/sessions".to_owned(),
            body: json!({"email": "who@example.org", "password": "wrong"}),
        },
        sealed: "11111wwwwwww",
        released: "11111wwwwwww",
    },
    Row {
        id: "sessions.end",
        method: "POST",
        call: |_| Call { path: "/sessions/end".to_owned(), body: json!({}) },
        sealed: "333333333333",
        released: "333333333333",
    },
    Row {
        id: "sessions.refresh",
        method: "POST",
        call: |_| Call { path: "/sessions/refresh".to_owned(), body: json!({}) },
        sealed: "333333333333",
        released: "333333333333",
    },
    Row {
        id: "setup.claim",
        method: "POST",
        call: |_| Call {
            path: "/setup".to_owned(),
            body: json!({"token": "x", "name": "A", "email": "a@example.org", "password": "correct horse battery"}),
        },
        sealed: "------------",
        released: "------------",
    },
    Row {
        id: "assignments.remove",
        method: "POST",
        call: |scene| Call {
            path: format!("/assignments/{}/removal", &scene.spare_place),
            body: Value::Null,
        },
        sealed: "1----2c----1",
        released: "1----2c----1",
    },
    Row {
        id: "interviews.cancel",
        method: "POST",
        call: |scene| Call {
            path: format!("/interviews/{}/cancellation", &scene.spare_interview),
            body: Value::Null,
        },
        sealed: "1----22----1",
        released: "1----22----1",
    },
    Row {
        id: "interviews.no_show",
        method: "POST",
        call: |scene| Call {
            path: format!("/interviews/{}/no-show", &scene.spare_interview),
            body: Value::Null,
        },
        sealed: "1----22----1",
        released: "1----22----1",
    },
    Row {
        id: "sessions.end_all",
        method: "DELETE",
        call: |_| Call { path: "/sessions".to_owned(), body: Value::Null },
        sealed: "122222222221",
        released: "122222222221",
    },
];
