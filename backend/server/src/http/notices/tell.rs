//! Telling people something.

use crate::{
    db::{jobs, loops::Loop, notices, words::word},
    failure::Failure,
    http::{covers, operation::Act},
};
use evenhand_shared::{
    CandidateId, JobId, NoticeId, PersonId, Timestamp, jobs::TeamRole, notices::NoticeKind,
};

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
    /// Standing in for a member of a job's team: shown as long as that lasts, and never to whoever is open on the candidate.
    StandIn {
        /// The job.
        job: &'a JobId,
        /// The candidate.
        candidate: &'a CandidateId,
    },
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
    let actor = act.viewer.id().clone();
    tell_as(act, &actor, to, news)
}

/// Tells one person of somebody who is named in the text, whoever has acted.
pub fn tell_as<B>(
    act: &mut Act<'_, B>,
    named: &PersonId,
    to: &PersonId,
    news: News<'_>,
) -> Result<(), Failure> {
    let kind = word(&news.kind)?;
    let (object_kind, object_id) = news.object;
    // From the receiver's own count of this very thing: hidden entries about other things do not shift it.
    let earlier = notices::count(act.conn, to, &kind, object_id)?;
    let id: NoticeId = act.ids.object("notice", &format!("{to}/{kind}/{object_id}"), earlier);
    let (loop_id, candidate, job) = match news.about {
        About::Own => (None, None, None),
        About::Loop(row) => (Some(row.id.clone()), Some(row.candidate_id.clone()), None),
        About::Team(row) => (Some(row.id.clone()), Some(row.candidate_id.clone()), Some(row.job_id.clone())),
        About::StandIn { job, candidate } => {
            (None, Some(candidate.as_str().to_owned()), Some(job.as_str().to_owned()))
        }
    };
    let notice = notices::Notice {
        id: id.0,
        person_id: to.as_str().to_owned(),
        kind,
        actor_id: Some(named.as_str().to_owned()),
        loop_id,
        candidate_id: candidate,
        job_id: job,
        object_kind: object_kind.to_owned(),
        object_id: object_id.to_owned(),
        until_at: news.until.map(|at| at.0),
        created_at: act.now.0,
        seen_at: None,
    };
    notices::insert(act.conn, &notice)
}

/// Tells the team of a loop's job, or those of one part; for whoever is open on the candidate their cover is told (S35).
pub fn tell_team<B>(
    act: &mut Act<'_, B>,
    row: &Loop,
    part: Option<TeamRole>,
    kind: NoticeKind,
) -> Result<(), Failure> {
    let mut told = Vec::new();
    let job = row.job_id.as_str().into();
    for (person, role) in jobs::team(act.conn, &job)? {
        if part.is_none_or(|part| part == role) && !told.contains(&person) {
            let news = News { kind, about: About::Team(row), object: ("loop", &row.id), until: None };
            tell(act, &person, news)?;
            told.push(person);
        }
    }
    for stand_in in covers::in_force(act.conn, &job, &row.candidate_id.as_str().into())? {
        let theirs = match part {
            Some(TeamRole::Recruiter) => stand_in.rights.recruiter,
            Some(TeamRole::HiringManager) => stand_in.rights.hiring_manager,
            None => true,
        };
        if theirs && !told.contains(&stand_in.cover) {
            let news = News { kind, about: About::Loop(row), object: ("loop", &row.id), until: None };
            tell(act, &stand_in.cover, news)?;
            told.push(stand_in.cover);
        }
    }
    Ok(())
}
