//! Telling people something.

use crate::{
    db::{jobs, loops::Loop, notices, words::word},
    failure::Failure,
    http::operation::Act,
};
use evenhand_shared::{NoticeId, PersonId, Timestamp, jobs::TeamRole, notices::NoticeKind};

/// What a notice is about, which decides who may read it and when.
#[derive(Clone, Copy)]
pub enum About<'a> {
    /// The receiver's own place, or nothing that concerns a candidate: always shown.
    Own,
    /// A loop: absent for whoever is open on its candidate, and for whoever left its panel without a card until the release.
    Loop(&'a Loop),
    /// A loop, told to the job's team: absent for whoever is open on its candidate, for whoever left its panel without a card until
    /// the release, and for whoever has left the team.
    Team(&'a Loop),
}

/// Something to tell.
#[derive(Clone, Copy)]
pub struct News<'a> {
    /// Why.
    pub kind: NoticeKind,
    /// What it is about.
    pub about: About<'a>,
    /// What it leads to: kind and id.
    pub object: (&'a str, &'a str),
    /// A time that the text speaks of.
    pub until: Option<Timestamp>,
}

/// Tells one person; nobody is told of their own act.
pub fn tell<B>(act: &mut Act<'_, B>, to: &PersonId, news: News<'_>) -> Result<(), Failure> {
    if to == act.viewer.id() {
        return Ok(());
    }
    let kind = word(&news.kind)?;
    let (object_kind, object_id) = news.object;
    // From the receiver's own count of this very thing: hidden entries about other things do not shift it.
    let earlier = notices::count(act.conn, to, &kind, object_id)?;
    let id: NoticeId = act.ids.object("notice", &format!("{to}/{kind}/{object_id}"), earlier);
    let (row, team) = match news.about {
        About::Own => (None, false),
        About::Loop(row) => (Some(row), false),
        About::Team(row) => (Some(row), true),
    };
    let notice = notices::Notice {
        id: id.0,
        person_id: to.as_str().to_owned(),
        kind,
        actor_id: Some(act.viewer.id().as_str().to_owned()),
        loop_id: row.map(|row| row.id.clone()),
        candidate_id: row.map(|row| row.candidate_id.clone()),
        job_id: row.filter(|_| team).map(|row| row.job_id.clone()),
        object_kind: object_kind.to_owned(),
        object_id: object_id.to_owned(),
        until_at: news.until.map(|at| at.0),
        created_at: act.now.0,
        seen_at: None,
    };
    notices::insert(act.conn, &notice)
}

/// Tells the team of a loop's job, or those of one part.
pub fn tell_team<B>(
    act: &mut Act<'_, B>,
    row: &Loop,
    part: Option<TeamRole>,
    kind: NoticeKind,
) -> Result<(), Failure> {
    let mut told = Vec::new();
    for (person, role) in jobs::team(act.conn, &row.job_id.as_str().into())? {
        if part.is_none_or(|part| part == role) && !told.contains(&person) {
            let news = News { kind, about: About::Team(row), object: ("loop", &row.id), until: None };
            tell(act, &person, news)?;
            told.push(person);
        }
    }
    Ok(())
}
