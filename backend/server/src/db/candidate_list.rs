//! What the list of candidates and the search read of `applications` and `candidates`.
//!
//! Whoever is on `hidden` (the candidates on whom the viewer is open) is left out by the query itself: no filter, no order, no count
//! and no place in the list reads anything of theirs.

use super::{
    Conn,
    applications::{ApplicationKey, Named},
    schema::{application_tags, applications, candidates},
};
use crate::failure::Failure;
use diesel::{
    dsl::{count_star, min},
    prelude::*,
};
use evenhand_shared::candidate_list::{ListSort, ListStatus};

/// Which applications are asked for.
pub struct Asked<'a> {
    /// To these jobs.
    pub jobs: &'a [String],
    /// Not of these candidates.
    pub hidden: &'a [String],
    /// Each is part of name or address; in lower case.
    pub words: &'a [String],
    /// In this stage, or in any.
    pub stage: &'a str,
    /// From there, or from anywhere.
    pub source: &'a str,
    /// With this tag in its folded form, or with any or none.
    pub tag: &'a str,
    /// Rejected or not.
    pub status: ListStatus,
}

/// A row.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    /// The application.
    pub id: String,
    /// The person.
    pub candidate_id: String,
    /// The job.
    pub job_id: String,
    /// The person's name.
    pub name: String,
    /// The same for ordering.
    pub name_folded: String,
    /// Their address.
    pub email: String,
    /// Where they came from.
    pub source: String,
    /// When the application came in.
    pub created_at: i64,
    /// Since when it stands in its stage.
    pub stage_since: i64,
}

impl Listed {
    /// What never changes of it.
    pub fn key(&self) -> ApplicationKey {
        ApplicationKey {
            id: self.id.clone(),
            candidate_id: self.candidate_id.clone(),
            job_id: self.job_id.clone(),
            name: self.name.clone(),
        }
    }
}

/// A place in the list: what the order goes by, and the application.
pub struct Place {
    /// A folded name, or an instant.
    pub at: String,
    /// The application.
    pub id: String,
}

/// Text that `LIKE` finds anywhere; its own signs stand for themselves.
fn anywhere(word: &str) -> String {
    format!("%{}%", plain(word))
}

fn plain(word: &str) -> String {
    word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// The conditions on applications.
macro_rules! on_applications {
    ($query:expr, $asked:expr) => {{
        let mut query = $query.into_boxed().filter(applications::job_id.eq_any($asked.jobs));
        if !$asked.hidden.is_empty() {
            query = query.filter(applications::candidate_id.ne_all($asked.hidden));
        }
        if !$asked.stage.is_empty() {
            query = query.filter(applications::stage.eq($asked.stage));
        }
        if !$asked.tag.is_empty() {
            let tagged = application_tags::table
                .filter(application_tags::tag_folded.eq($asked.tag))
                .select(application_tags::application_id);
            query = query.filter(applications::id.eq_any(tagged));
        }
        match $asked.status {
            ListStatus::All => query,
            ListStatus::InProcess => query.filter(applications::rejection_reason.is_null()),
            ListStatus::Rejected => query.filter(applications::rejection_reason.is_not_null()),
        }
    }};
}

/// The conditions on the people.
macro_rules! on_candidates {
    ($query:expr, $asked:expr) => {{
        let mut query = $query;
        if !$asked.source.is_empty() {
            query = query.filter(candidates::source.eq($asked.source));
        }
        for word in $asked.words {
            let pattern = anywhere(word);
            query = query.filter(
                candidates::name_folded
                    .like(pattern.clone())
                    .escape('\\')
                    .or(candidates::email_folded.like(pattern).escape('\\')),
            );
        }
        query
    }};
}

/// How many there are.
pub fn count(conn: &mut Conn, asked: &Asked<'_>) -> Result<i64, Failure> {
    if asked.words.is_empty() && asked.source.is_empty() {
        let query = applications::table.select(count_star());
        return Ok(on_applications!(query, asked).first(conn)?);
    }
    let joined = applications::table
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .select(count_star());
    Ok(on_candidates!(on_applications!(joined, asked), asked).first(conn)?)
}

/// Those behind a place, in order.
pub fn list(
    conn: &mut Conn,
    asked: &Asked<'_>,
    sort: ListSort,
    behind: Option<&Place>,
    most: i64,
) -> Result<Vec<Listed>, Failure> {
    let joined = applications::table
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .limit(most)
        .select((
            applications::id,
            applications::candidate_id,
            applications::job_id,
            candidates::name,
            candidates::name_folded,
            candidates::email,
            candidates::source,
            applications::created_at,
            applications::stage_since,
        ));
    let query = on_candidates!(on_applications!(joined, asked), asked);
    /// Goes on behind the place; the first condition lets an index begin there.
    macro_rules! ordered {
        ($column:expr, $at:ident, $up:ident, $beyond:ident, $from:ident) => {
            match behind {
                None => query.order(($column.$up(), applications::id.$up())),
                Some(place) => {
                    let ($at, id) = (place.$at()?, place.id.as_str());
                    query
                        .filter($column.$from($at.clone()))
                        .filter($column.$beyond($at).or(applications::id.$beyond(id)))
                        .order(($column.$up(), applications::id.$up()))
                }
            }
        };
    }
    let query = match sort {
        ListSort::Name => ordered!(candidates::name_folded, name, asc, gt, ge),
        ListSort::NameDown => ordered!(candidates::name_folded, name, desc, lt, le),
        ListSort::Added => ordered!(applications::created_at, instant, asc, gt, ge),
        ListSort::AddedDown => ordered!(applications::created_at, instant, desc, lt, le),
        ListSort::Since => ordered!(applications::stage_since, instant, asc, gt, ge),
        ListSort::SinceDown => ordered!(applications::stage_since, instant, desc, lt, le),
    };
    Ok(query.load(conn)?)
}

impl Place {
    #[expect(clippy::unnecessary_wraps, reason = "stands where an instant may be malformed")]
    fn name(&self) -> Result<String, Failure> {
        Ok(self.at.clone())
    }

    fn instant(&self) -> Result<i64, Failure> {
        self.at.parse().map_err(|_| Failure::Internal("a place in a list without its instant".to_owned()))
    }
}

/// Sources of the applications to these jobs with how often each is said, the most frequent first.
pub fn sources(
    conn: &mut Conn,
    jobs: &[String],
    hidden: &[String],
    most: i64,
) -> Result<Vec<(String, i64)>, Failure> {
    Ok(applications::table
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .filter(applications::job_id.eq_any(jobs))
        .filter(applications::candidate_id.ne_all(hidden))
        .filter(candidates::source.ne(""))
        .group_by(candidates::source)
        .order((count_star().desc(), candidates::source))
        .limit(most)
        .select((candidates::source, count_star()))
        .load(conn)?)
}

/// Tags of the applications to these jobs in order, each once whatever its letter case.
pub fn tags(conn: &mut Conn, jobs: &[String], hidden: &[String], most: i64) -> Result<Vec<String>, Failure> {
    let rows: Vec<Option<String>> = application_tags::table
        .inner_join(applications::table.on(applications::id.eq(application_tags::application_id)))
        .filter(applications::job_id.eq_any(jobs))
        .filter(applications::candidate_id.ne_all(hidden))
        .group_by(application_tags::tag_folded)
        .order(application_tags::tag_folded)
        .limit(most)
        .select(min(application_tags::tag))
        .load(conn)?;
    Ok(rows.into_iter().flatten().collect())
}

/// How close a name must come to what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// The name begins with all of it.
    Begins,
    /// Each word of it begins a word of the name.
    BeginsWords,
    /// Each word of it is somewhere in name or address.
    Anywhere,
}

/// The first by name of those who applied to these jobs and fit; what never changes by a hidden act.
pub fn find_names(
    conn: &mut Conn,
    asked: (&[String], &[String]),
    typed: &str,
    fit: Fit,
    most: i64,
) -> Result<Vec<Named>, Failure> {
    let (jobs, hidden) = asked;
    let mut query = applications::table
        .inner_join(candidates::table.on(candidates::id.eq(applications::candidate_id)))
        .filter(applications::job_id.eq_any(jobs))
        .order((candidates::name_folded, applications::id))
        .limit(most)
        .select((candidates::id, candidates::name, candidates::email_folded, applications::job_id))
        .into_boxed();
    if !hidden.is_empty() {
        query = query.filter(applications::candidate_id.ne_all(hidden));
    }
    let name = candidates::name_folded;
    if fit == Fit::Begins {
        query = query.filter(name.like(format!("{}%", plain(typed))).escape('\\'));
        return Ok(query.load(conn)?);
    }
    for word in typed.split_whitespace() {
        let (first, second) = match fit {
            Fit::BeginsWords => (format!("{}%", plain(word)), format!("% {}%", plain(word))),
            Fit::Begins | Fit::Anywhere => (anywhere(word), anywhere(word)),
        };
        query = if fit == Fit::Anywhere {
            query.filter(name.like(first).escape('\\').or(candidates::email_folded.like(second).escape('\\')))
        } else {
            query.filter(name.like(first).escape('\\').or(name.like(second).escape('\\')))
        };
    }
    Ok(query.load(conn)?)
}
