//! Entries for a reader: their own restriction first, their filters on what it leaves.

use super::{Conn, audit};
use crate::{db::schema::audit_places, failure::Failure};
use diesel::prelude::*;

/// An entry with its place.
#[derive(Debug, Clone, Queryable)]
pub struct Line {
    /// When.
    pub at: i64,
    /// Who.
    pub actor: Option<String>,
    /// What.
    pub action: String,
    /// The kind of thing.
    pub object_kind: String,
    /// Its id.
    pub object_id: String,
    /// The candidate concerned.
    pub candidate_id: Option<String>,
    /// Further ids and words as JSON.
    pub detail: String,
    /// Its job.
    pub job_id: Option<String>,
}

/// How far a reader reaches. Nothing in it depends on what is hidden from them.
#[derive(Debug, Clone, Default)]
pub struct Reach {
    /// Every entry that is not left out below.
    pub everything: bool,
    /// Acts that they read about wherever they belong.
    pub anywhere: Vec<&'static str>,
    /// Jobs with the acts that they read about there.
    pub jobs: Vec<(Vec<String>, Vec<&'static str>)>,
    /// Candidates whose entries are absent: those on whom the reader is open.
    pub without_candidates: Vec<String>,
    /// Loops whose entries are absent: those on which the reader is blind until the release (S5).
    pub without_loops: Vec<String>,
}

/// What the reader asks for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Acts by this person.
    pub actor: Option<String>,
    /// This act.
    pub action: Option<String>,
    /// Acts on this kind of thing.
    pub kind: Option<String>,
    /// Acts on this job.
    pub job: Option<String>,
    /// From this instant on.
    pub from: Option<i64>,
    /// Before this instant.
    pub until: Option<i64>,
}

/// Where a page goes on: at an instant, after so many of the reader's own lines of that instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since {
    /// The instant.
    pub at: i64,
    /// Lines of that instant that were shown already.
    pub shown: i64,
}

/// At most `most` lines, newest first.
pub fn list(
    conn: &mut Conn,
    reach: &Reach,
    filter: &Filter,
    since: Option<Since>,
    most: i64,
) -> Result<Vec<Line>, Failure> {
    let mut lines = Vec::new();
    if let Some(Since { at, shown }) = since {
        let same = lines_of(reach, filter).filter(audit_places::at.eq(at));
        lines = same.offset(shown).limit(most).load::<Line>(conn)?;
    }
    let left = most.saturating_sub(i64::try_from(lines.len()).unwrap_or(most));
    let mut rest = lines_of(reach, filter);
    if let Some(Since { at, .. }) = since {
        rest = rest.filter(audit_places::at.lt(at));
    }
    lines.extend(rest.limit(left).load::<Line>(conn)?);
    Ok(lines)
}

#[diesel::dsl::auto_type]
fn joined() -> _ {
    audit_places::table.inner_join(audit::table.on(audit::seq.eq(audit_places::seq))).select((
        audit::at,
        audit::actor,
        audit::action,
        audit::object_kind,
        audit::object_id,
        audit::candidate_id,
        audit::detail,
        audit_places::job_id,
    ))
}

type Boxed<'a> = diesel::dsl::IntoBoxed<'a, joined, <Conn as Connection>::Backend>;

fn lines_of<'a>(reach: &'a Reach, filter: &'a Filter) -> Boxed<'a> {
    let mut lines = joined().into_boxed();
    if !reach.everything {
        let (first, second) = (reach.jobs.first(), reach.jobs.get(1));
        let (jobs, acts) = first.cloned().unwrap_or_default();
        let (more_jobs, more_acts) = second.cloned().unwrap_or_default();
        lines = lines.filter(
            audit::action
                .eq_any(reach.anywhere.clone())
                .or(audit_places::job_id.assume_not_null().eq_any(jobs).and(audit::action.eq_any(acts)))
                .or(audit_places::job_id
                    .assume_not_null()
                    .eq_any(more_jobs)
                    .and(audit::action.eq_any(more_acts))),
        );
    }
    if !reach.without_candidates.is_empty() {
        let hidden = reach.without_candidates.clone();
        lines = lines
            .filter(audit::candidate_id.is_null().or(audit::candidate_id.assume_not_null().ne_all(hidden)));
    }
    if !reach.without_loops.is_empty() {
        let hidden = reach.without_loops.clone();
        lines = lines.filter(
            audit_places::loop_id.is_null().or(audit_places::loop_id.assume_not_null().ne_all(hidden)),
        );
    }
    if let Some(actor) = &filter.actor {
        lines = lines.filter(audit::actor.eq(actor));
    }
    if let Some(action) = &filter.action {
        lines = lines.filter(audit::action.eq(action));
    }
    if let Some(kind) = &filter.kind {
        lines = lines.filter(audit::object_kind.eq(kind));
    }
    if let Some(job) = &filter.job {
        lines = lines.filter(audit_places::job_id.eq(job));
    }
    if let Some(from) = filter.from {
        lines = lines.filter(audit_places::at.ge(from));
    }
    if let Some(until) = filter.until {
        lines = lines.filter(audit_places::at.lt(until));
    }
    lines.order((audit_places::at.desc(), audit_places::seq.desc()))
}
