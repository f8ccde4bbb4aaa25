//! The matrix: for each call one letter for each caller, before and after the release. The columns are `scene::CALLERS`:
//!
//! ```text
//! n o r r m r h i t d r g n
//! o t o a a i u n o e o o e
//! b t o f r t g e m l s n w
//! o o t a a a o s a e a e t
//! ```
//!
//! nobody · otto, an interviewer from outside · root, the administrator · rafa, a recruiter of another job · mara, the hiring manager
//! of another job · rita, a recruiter of the job · hugo, its hiring manager · ines, an open panelist · tomas, a closed one · dele, who
//! left without a card · rosa, a recruiter of the job who is open on the panel · gone, deactivated · newt, invited and never
//! confirmed
//!
//! `2` done · `-` absent (404) · `1` not signed in · `3` not allowed, where existence is known · `b` not understood ·
//! `v` fields need attention · `c` conflict
//!
//! Calls that would change something carry a body that is refused after the decision about rights, so that a cell does not change
//! the next one; what has no body to refuse is asked about a thing of its own for either caller who may.

/// One call with what each caller is to be answered, before and after the release.
pub struct Row {
    pub sealed: &'static str,
    pub released: &'static str,
    pub method: &'static str,
    pub id: &'static str,
    pub path: &'static str,
    /// JSON; nothing sends no body.
    pub body: &'static str,
}

const fn row(
    sealed: &'static str,
    released: &'static str,
    method: &'static str,
    id: &'static str,
    path: &'static str,
    body: &'static str,
) -> Row {
    Row { sealed, released, method, id, path, body }
}

/// The rows. An operation may have several; each has at least one.
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    // Without a token.
    row("2222222222222", "2222222222222", "GET", "about.read", "/about", ""),
    row("-------------", "-------------", "POST", "setup.claim", "/setup",
        r#"{"token": "x", "name": "A", "email": "a@example.org", "password": "correct horse battery"}"#),
    row("1111111111111", "1111111111111", "POST", "sessions.open", "/sessions",
        r#"{"email": "{caller}@nowhere.example", "password": "wrong"}"#),
    row("1111111111111", "1111111111111", "POST", "sessions.refresh", "/sessions/refresh", ""),
    row("2222222222222", "2222222222222", "POST", "sessions.end", "/sessions/end", ""),
    row("bbbbbbbbbbbbb", "bbbbbbbbbbbbb", "POST", "password_links.redeem", "/password-links/redeem",
        r#"{"token": "x", "password": "correct horse battery"}"#),
    row("bbbbbbbbbbbbb", "bbbbbbbbbbbbb", "POST", "password_links.check", "/password-links/check", r#"{"token": "x"}"#),
    // One's own.
    row("1222222222211", "1222222222211", "GET", "me.read", "/me", ""),
    row("1222222222211", "1222222222211", "GET", "my_interviews.list", "/my/interviews", ""),
    row("1222222222211", "1222222222211", "GET", "sessions.list", "/sessions", ""),
    row("1------2---11", "1------2---11", "DELETE", "sessions.end_one", "/sessions/{session}", ""),
    row("1222222222211", "1222222222211", "POST", "sessions.end_others", "/sessions/end-others", ""),
    row("1222222222211", "1222222222211", "GET", "profile.read", "/profile", ""),
    row("1cccccccccc11", "1cccccccccc11", "PATCH", "profile.change", "/profile", r#"{"version": 0}"#),
    row("1vvvvvvvvvv11", "1vvvvvvvvvv11", "POST", "profile.add_leave", "/profile/leaves",
        r#"{"from": "", "until": "", "kind": "other"}"#),
    // A leave of ines: root takes it away before she is asked.
    row("1-2--------11", "1-2--------11", "DELETE", "leaves.remove", "/leaves/{leave}", ""),
    // People.
    row("1-22222---211", "1-22222---211", "GET", "people.list", "/people", ""),
    row("1-v--------11", "1-v--------11", "POST", "people.create", "/people",
        r#"{"name": "", "email": "", "roles": [], "function": "", "seniority": 1, "zone": "Etc/UTC"}"#),
    row("1-2--------11", "1-2--------11", "POST", "people.import", "/people/import",
        r#"{"csv": "name,email,roles,seniority\n", "dry_run": true}"#),
    row("1-c--------11", "1-c--------11", "PATCH", "people.change", "/people/{person}", r#"{"version": 0}"#),
    row("1-2--------11", "1-2--------11", "POST", "people.password_link", "/people/{person}/password-link", ""),
    row("1-2--------11", "1-2--------11", "GET", "people.read", "/people/{person}", ""),
    row("1-v--------11", "1-v--------11", "POST", "people.add_leave", "/people/{person}/leaves",
        r#"{"from": "", "until": "", "kind": "other"}"#),
    row("1-c--------11", "1-c--------11", "POST", "people.deactivate", "/people/{person}/deactivation", r#"{"version": 0}"#),
    row("1-c--------11", "1-c--------11", "POST", "people.reactivate", "/people/{person}/reactivation", r#"{"version": 0}"#),
    row("1-2--------11", "1-2--------11", "POST", "people.sign_out", "/people/{bystander}/sign-out", ""),
    row("1-2--------11", "1-2--------11", "POST", "people.invite", "/people/{invited}/invitation", ""),
    row("1-c--------11", "1-c--------11", "DELETE", "people.revoke_invitation", "/people/{person}/invitation", ""),
    // Jobs and plans. Nothing here is about a candidate, so an open card takes nothing away.
    row("1222222222211", "1222222222211", "GET", "jobs.list", "/jobs", ""),
    row("1----22---211", "1----22---211", "GET", "jobs.read", "/jobs/{job}", ""),
    row("1--v-v----v11", "1--v-v----v11", "POST", "jobs.create", "/jobs",
        r#"{"key": "", "about": {"title": "", "level": "", "ladder_level": null, "summary": "", "band": {"currency": "EUR", "low": 1, "high": 2}, "flexibility": ""}, "stages": []}"#),
    row("1----vv---v11", "1----vv---v11", "PATCH", "jobs.change", "/jobs/{job}",
        r#"{"version": 1, "about": {"title": "", "level": "", "ladder_level": null, "summary": "", "band": {"currency": "EUR", "low": 1, "high": 2}, "flexibility": ""}}"#),
    row("1----cc---c11", "1----cc---c11", "POST", "jobs.status", "/jobs/{job}/status",
        r#"{"version": 0, "status": "paused", "how": null, "reason": null}"#),
    row("1----vv---v11", "1----vv---v11", "POST", "jobs.stages", "/jobs/{job}/stages", r#"{"version": 1, "stages": []}"#),
    row("1----vv---v11", "1----vv---v11", "POST", "jobs.outcomes", "/jobs/{job}/outcomes",
        r#"{"version": 1, "outcomes": [{"key": "", "text": "", "measure": "", "target": "", "due": ""}]}"#),
    row("1222222222211", "1222222222211", "GET", "ladder.read", "/ladder", ""),
    row("1-v--------11", "1-v--------11", "POST", "ladder.add", "/ladder",
        r#"{"function": "", "position": 0, "name": "", "summary": "", "criteria": [], "bands": []}"#),
    row("1-c--------11", "1-c--------11", "PATCH", "ladder.change", "/ladder/{level}",
        r#"{"version": 0, "content": {"function": "", "position": 1, "name": "A", "summary": "", "criteria": [], "bands": []}}"#),
    row("1-c--------11", "1-c--------11", "POST", "ladder.remove", "/ladder/{level}/removal", r#"{"version": 0}"#),
    row("1----vv---v11", "1----vv---v11", "POST", "jobs.team_add", "/jobs/{job}/team",
        r#"{"person_id": "nobody", "role": "recruiter"}"#),
    row("1----22---211", "1----22---211", "POST", "jobs.team_remove", "/jobs/{job}/team/remove",
        r#"{"person_id": "nobody", "role": "recruiter"}"#),
    row("1--2222---211", "1--2222---211", "GET", "plans.templates", "/plan-templates", ""),
    row("1--vvvv---v11", "1--vvvv---v11", "POST", "plans.create", "/plans", r#"{"toml": ""}"#),
    row("1--2222---211", "1--2222---211", "POST", "plans.check", "/plans/check", r#"{"toml": ""}"#),
    row("1----22---211", "1----22---211", "GET", "plans.list", "/jobs/{job}/plans", ""),
    row("1----22---211", "1----22---211", "GET", "plans.read", "/plans/{plan}", ""),
    row("1----22---211", "1----22---211", "GET", "plans.export", "/plans/{plan}/toml", ""),
    // Drafts of plans: the team's. Refused as stale, so that a cell does not change the next one.
    row("1----22---211", "1----22---211", "GET", "plans.history", "/jobs/{job}/plan-history", ""),
    row("1----22---211", "1----22---211", "GET", "plans.draft_read", "/jobs/{job}/plan-draft", ""),
    row("1----cc---c11", "1----cc---c11", "POST", "plans.draft_start", "/jobs/{job}/plan-draft", "{}"),
    row("1----cc---c11", "1----cc---c11", "PATCH", "plans.draft_save", "/jobs/{job}/plan-draft",
        r#"{"version": 0, "plan": {"job": {"key": "", "title": "", "level": "", "band": {"currency": "", "low": 0, "high": 0}, "stages": []},
            "outcomes": [], "competencies": [], "kits": [], "decision": {"bar": 0.5, "reveal": "panel_complete"}}}"#),
    row("1----cc---c11", "1----cc---c11", "POST", "plans.draft_discard", "/jobs/{job}/plan-draft/discard", r#"{"version": 0}"#),
    row("1----cc---c11", "1----cc---c11", "POST", "plans.publish", "/jobs/{job}/plan-draft/publication", r#"{"version": 0}"#),
    // The library: every recruiter's and hiring manager's.
    row("1--2222---211", "1--2222---211", "GET", "library.list", "/library", ""),
    row("1--vvvv---v11", "1--vvvv---v11", "POST", "library.create", "/library",
        r#"{"text": {"kind": "competency", "text": {"name": "", "anchors": []}}}"#),
    row("1--2222---211", "1--2222---211", "GET", "library.read", "/library/{library}", ""),
    row("1--cccc---c11", "1--cccc---c11", "POST", "library.draft_start", "/library/{library}/draft", ""),
    row("1--cccc---c11", "1--cccc---c11", "PATCH", "library.draft_save", "/library/{library}/draft",
        r#"{"version": 0, "text": {"kind": "competency", "text": {"name": "", "anchors": []}}}"#),
    row("1--cccc---c11", "1--cccc---c11", "POST", "library.draft_discard", "/library/{library}/draft/discard", r#"{"version": 0}"#),
    row("1--cccc---c11", "1--cccc---c11", "POST", "library.publish", "/library/{library}/draft/publication", r#"{"version": 0}"#),
    // Candidates.
    row("1--2222---211", "1--2222---211", "GET", "candidates.list", "/candidates", ""),
    row("1----23---211", "1----23---211", "POST", "candidates.import", "/jobs/{job}/candidates/import",
        r#"{"csv": "name,email\n", "dry_run": true}"#),
    row("1----22----11", "1----22----11", "GET", "candidates.read", "/candidates/{candidate}", ""),
    row("1----vv----11", "1----vv----11", "POST", "applications.stage", "/applications/{application}/stage",
        r#"{"stage": "Nowhere", "version": 0}"#),
    row("1----vv----11", "1----vv----11", "POST", "applications.reject", "/applications/{application}/rejection",
        r#"{"reason": "", "version": 0}"#),
    row("1----cc----11", "1----cc----11", "PATCH", "applications.letter", "/applications/{application}/rejection",
        r#"{"letter": "", "version": 0}"#),
    row("1----cc----11", "1----cc----11", "POST", "applications.undo_rejection", "/applications/{application}/rejection/undo",
        r#"{"version": 0}"#),
    row("1----cc----11", "1----cc----11", "POST", "applications.announce", "/applications/{application}/rejection/announcement",
        r#"{"version": 0}"#),
    row("1----c3----11", "1----c3----11", "PATCH", "candidates.source", "/candidates/{candidate}",
        r#"{"source": "", "seen": "nothing"}"#),
    row("1----22----11", "1----22----11", "GET", "candidates.timeline", "/candidates/{candidate}/timeline", ""),
    row("1----22---211", "1----22---211", "GET", "imports.list", "/jobs/{job}/imports", ""),
    row("1----v3---v11", "1----v3---v11", "POST", "imports.take_back", "/imports/{import}/taking-back",
        r#"{"applications": ["nothing"]}"#),
    row("1----23----11", "1----23----11", "POST", "applications.take_back", "/applications/{application}/taking-back", ""),
    row("1----v3----11", "1----v3----11", "POST", "files.add", "/applications/{application}/files",
        r#"{"label": "", "name": "", "from_candidate": true, "content": ""}"#),
    row("1----22----11", "1----22----11", "GET", "files.read", "/files/{file}", ""),
    row("1----22----11", "1----22----11", "GET", "files.view", "/files/{file}/view", ""),
    row("1----23----11", "1----23----11", "DELETE", "files.remove", "/files/{spare_file}", ""),
    row("1------2---11", "1------2---11", "GET", "assigned_files.read", "/assigned-files/{open_file}", ""),
    row("1----vv----11", "1----vv----11", "POST", "notes.add", "/applications/{application}/notes", r#"{"text": ""}"#),
    row("1----v3----11", "1----v3----11", "PATCH", "notes.change", "/notes/{note}", r#"{"text": "", "version": 0}"#),
    row("1----vv----11", "1----vv----11", "POST", "tags.add", "/applications/{application}/tags", r#"{"tag": ""}"#),
    row("1----vv----11", "1----vv----11", "POST", "tags.remove", "/applications/{application}/tags/remove", r#"{"tag": ""}"#),
    // The board: whoever is open on the panel has the constant card, and moves none.
    row("1----22---211", "1----22---211", "GET", "board.read", "/jobs/{job}/board", ""),
    row("1----bb---b11", "1----bb---b11", "GET", "board.cards", "/jobs/{job}/board/cards", ""),
    row("1----vv---v11", "1----vv---v11", "POST", "board.move", "/jobs/{job}/board/moves",
        r#"{"stage": "Nowhere", "cards": []}"#),
    row("1----vv---v11", "1----vv---v11", "POST", "board.reject", "/jobs/{job}/board/rejections",
        r#"{"kind": "terms", "reason": "", "cards": [], "count": null}"#),
    row("1----vv---v11", "1----vv---v11", "POST", "board.undo", "/jobs/{job}/board/undo", r#"{"cards": []}"#),
    // Loops.
    row("1--2222---211", "1--2222---211", "GET", "loops.list", "/loops", ""),
    row("1----vv----11", "1----vv----11", "POST", "loops.start", "/applications/{application}/loops",
        r#"{"plan_id": "nothing", "interviews": []}"#),
    row("1----22----11", "1----22----11", "GET", "loops.read", "/loops/{loop}", ""),
    row("1----------11", "1----22-2--11", "GET", "loops.packet", "/loops/{loop}/packet", ""),
    row("1----3v----11", "1----3v----11", "POST", "loops.open", "/loops/{loop}/opening", r#"{"reason": ""}"#),
    row("1----vv----11", "1----vv----11", "POST", "loops.add_interview", "/loops/{loop}/interviews",
        r#"{"kit": "nothing", "panel": []}"#),
    // Interviews and places.
    row("1----cc----11", "1----cc----11", "POST", "interviews.schedule", "/interviews/{interview}/schedule",
        r#"{"starts_at": null, "zone": null, "place": "", "version": 0}"#),
    row("1----vv----11", "1----vv----11", "POST", "interviews.add_panelist", "/interviews/{interview}/panel",
        r#"{"person_id": "nobody", "kind": "interviewer", "required": true}"#),
    row("1----22----11", "1----22----11", "POST", "interviews.cancel", "/interviews/{cancelled}/cancellation", ""),
    row("1----22----11", "1----22----11", "POST", "interviews.no_show", "/interviews/{no_show}/no-show", ""),
    row("1----vv----11", "1----vv----11", "POST", "assignments.replace", "/assignments/{place}/replacement",
        r#"{"person_id": "nobody"}"#),
    row("1----22----11", "1----22----11", "POST", "assignments.remove", "/assignments/{removal}/removal", ""),
    row("1------2---11", "1------2---11", "POST", "assignments.accept", "/assignments/{open}/acceptance", ""),
    row("1-------c--11", "1-------c--11", "POST", "assignments.accept", "/assignments/{closed}/acceptance", ""),
    row("1--------c-11", "1--------c-11", "POST", "assignments.accept", "/assignments/{removed}/acceptance", ""),
    row("1-------c--11", "1-------c--11", "POST", "assignments.decline", "/assignments/{closed}/decline", ""),
    row("1--------c-11", "1--------c-11", "POST", "assignments.decline", "/assignments/{removed}/decline", ""),
    row("1-------c--11", "1-------c--11", "POST", "assignments.no_show", "/assignments/{closed}/no-show", ""),
    row("1--------c-11", "1--------c-11", "POST", "assignments.no_show", "/assignments/{removed}/no-show", ""),
    // Cards: their authors', and nobody else's, whatever their role and whatever was released.
    row("1------2---11", "1------2---11", "GET", "scorecards.read", "/scorecards/{open}", ""),
    row("1-------2--11", "1-------2--11", "GET", "scorecards.read", "/scorecards/{closed}", ""),
    row("1--------2-11", "1--------2-11", "GET", "scorecards.read", "/scorecards/{removed}", ""),
    row("1------v---11", "1------v---11", "PATCH", "scorecards.save", "/scorecards/{open}",
        r#"{"fields": [{"field": "nothing", "base": 0, "value": ""}]}"#),
    row("1-------c--11", "1-------c--11", "PATCH", "scorecards.save", "/scorecards/{closed}", r#"{"fields": []}"#),
    row("1--------c-11", "1--------c-11", "PATCH", "scorecards.save", "/scorecards/{removed}", r#"{"fields": []}"#),
    row("1------v---11", "1------v---11", "POST", "scorecards.submit", "/scorecards/{open}/submission", ""),
    row("1--------c-11", "1--------c-11", "POST", "scorecards.submit", "/scorecards/{removed}/submission", ""),
    row("1------2---11", "1------2---11", "DELETE", "scorecards.undo", "/scorecards/{open}/submission", ""),
    row("1-------c--11", "1-------c--11", "DELETE", "scorecards.undo", "/scorecards/{closed}/submission", ""),
    row("1------c---11", "1------c---11", "POST", "scorecards.amend", "/scorecards/{open}/amendments",
        r#"{"reason": "", "fields": {}}"#),
    row("1-------v--11", "1-------v--11", "POST", "scorecards.amend", "/scorecards/{closed}/amendments",
        r#"{"reason": "", "fields": {}}"#),
    row("1------c---11", "1------c---11", "POST", "scorecards.withdraw", "/scorecards/{open}/withdrawal",
        r#"{"reason": ""}"#),
    row("1-------v--11", "1-------v--11", "POST", "scorecards.withdraw", "/scorecards/{closed}/withdrawal",
        r#"{"reason": ""}"#),
    row("1------v---11", "1------v---11", "POST", "scorecards.unblind", "/scorecards/{open}/unblinding",
        r#"{"confirm": false}"#),
    row("1--------c-11", "1--------c-11", "POST", "scorecards.unblind", "/scorecards/{removed}/unblinding",
        r#"{"confirm": true}"#),
    // What happened.
    row("1-22222---211", "1-22222---211", "GET", "audit.list", "/audit", ""),
    row("1-22222---211", "1-22222---211", "GET", "audit.export", "/audit/export", ""),
    row("1--2222---211", "1--2222---211", "GET", "activity.read", "/activity", ""),
    // What one is told.
    row("1222222222211", "1222222222211", "GET", "notices.list", "/my/notices", ""),
    row("1222222222211", "1222222222211", "POST", "notices.seen", "/my/notices/seen", r#"{"ids": []}"#),
    // Home and search.
    row("1--2222---211", "1--2222---211", "GET", "home.read", "/home", ""),
    row("1222222222211", "1222222222211", "GET", "search.find", "/search?q=noor", ""),
    // What panelists say about their places, and the team's answers.
    row("1222222222211", "1222222222211", "GET", "my_requests.read", "/my/requests", ""),
    row("1222222222211", "1222222222211", "GET", "colleagues.list", "/my/colleagues", ""),
    row("1222222222211", "1222222222211", "GET", "exposures.list", "/my/exposures", ""),
    row("1------v---11", "1------v---11", "POST", "assignments.swap", "/assignments/{open}/swap", r#"{"person_id": "nobody"}"#),
    row("1-------c--11", "1-------c--11", "POST", "assignments.swap", "/assignments/{closed}/swap", r#"{"person_id": "nobody"}"#),
    row("1-------c--11", "1-------c--11", "POST", "assignments.knows", "/assignments/{closed}/knows", ""),
    row("1------v---11", "1------v---11", "POST", "assignments.more_time", "/assignments/{open}/more-time",
        r#"{"until": "2020-01-01T00:00:00Z"}"#),
    row("1----cc----11", "1----cc----11", "POST", "requests.decide", "/requests/{request}/decision", r#"{"yes": true}"#),
    row("1-------c--11", "1-------c--11", "POST", "requests.answer", "/requests/{swap}/answer", r#"{"yes": true}"#),
    row("1----cc----11", "1----cc----11", "POST", "assignments.nudge", "/assignments/{place}/nudge", ""),
    row("1------c---11", "1------c---11", "POST", "assignments.exchange", "/assignments/{open}/exchange", r#"{"person_id": "nobody"}"#),
    row("1-------c--11", "1-------c--11", "POST", "assignments.exchange", "/assignments/{closed}/exchange", r#"{"person_id": "nobody"}"#),
    row("1------2---11", "1------2---11", "DELETE", "assignments.exchange_end", "/assignments/{open}/exchange", ""),
    // Rosa is asked, and says no.
    row("1---------211", "1---------211", "POST", "requests.exchange", "/requests/{exchange}/exchange", r#"{"yes": false}"#),
    // The author of a sealed card, and after the release whoever reads the packet.
    row("1-------2--11", "1----22-2--11", "GET", "scorecards.history", "/scorecards/{closed}/history", ""),
    row("1----------11", "1----------11", "GET", "scorecards.history", "/scorecards/{open}/history", ""),
    // Nobody shadows this interview.
    row("1----------11", "1----------11", "GET", "interviews.comparison", "/interviews/{interview}/comparison", ""),
    // Who is open on this panel may, and is exposed by it.
    row("1----vv---v11", "1----vv---v11", "POST", "loops.break_glass", "/loops/{loop}/break-glass", r#"{"reason": ""}"#),
    // Covers are the job's: an open card takes nothing away.
    row("1----vv---v11", "1----vv---v11", "POST", "jobs.cover", "/jobs/{job}/covers", r#"{"person_id": "nobody", "cover_id": null}"#),
    // Ends everybody's sessions, so it stands last.
    row("1222222222211", "1222222222211", "DELETE", "sessions.end_all", "/sessions", ""),
];
