//! Applications: coming in, moving along, being rejected, and what the team keeps about them.

use super::{
    cards,
    fill::{Applicant, Event, Filler, missing},
    loops,
};
use crate::{
    db::{
        applications::{self, Application},
        candidates::{self, Candidate},
        notes::{self, Note},
        rejections::{self, RejectionRow},
        tags,
        words::{document, fold, word},
    },
    failure::Failure,
};
use evenhand_hiring::demo::{DemoCandidate, DemoLoop, DemoRejection, DemoRemark, Remark};
use evenhand_shared::{ApplicationId, CandidateId, NoteId, Timestamp, rejections::letter};
use serde_json::json;

/// What happens to one application: it comes in, moves to where it stands, and is perhaps rejected.
pub fn events<'a>(candidate: &'a DemoCandidate, rounds: &[&'a DemoLoop]) -> Vec<Event<'a>> {
    let mut events: Vec<Event<'a>> =
        vec![(candidate.applied, Box::new(|filler: &mut Filler<'_>, at| filler.apply(candidate, at)))];
    let mut settled = candidate.applied / 2;
    if let Some(first) = rounds.iter().map(|round| round.started).min() {
        events.push((
            first.saturating_sub(60),
            Box::new(|filler: &mut Filler<'_>, at| filler.advance(&candidate.key, loops::STAGE, at)),
        ));
        let last = rounds.iter().filter_map(|round| cards::last_card(round)).max();
        settled = last.unwrap_or(first).saturating_add(60).min(-2);
    }
    events.push((
        settled,
        Box::new(|filler: &mut Filler<'_>, at| filler.advance(&candidate.key, &candidate.stage, at)),
    ));
    if let Some(rejection) = &candidate.rejection {
        events.push((
            settled / 2,
            Box::new(move |filler: &mut Filler<'_>, at| filler.reject(candidate, rejection, at)),
        ));
        if rejection.announced {
            events.push((
                settled / 4,
                Box::new(move |filler: &mut Filler<'_>, at| filler.announce(candidate, at)),
            ));
        }
    }
    events
}

impl Filler<'_> {
    fn apply(&mut self, new: &DemoCandidate, at: Timestamp) -> Result<(), Failure> {
        let (candidate, application): (CandidateId, ApplicationId) = (self.ids.id(), self.ids.id());
        let job = self.job(new.job)?;
        candidates::insert(
            self.conn,
            &Candidate {
                id: candidate.as_str().to_owned(),
                name: new.name.to_string(),
                email: new.email.to_string(),
                email_folded: fold(&new.email),
                phone: new.phone.to_string(),
                source: new.source.to_string(),
                zone: new.zone.to_string(),
                answers: document(&new.answers)?,
                created_at: at.0,
                name_folded: fold(&new.name),
            },
        )?;
        let first = job.plan.plan.job.stages.first().cloned().unwrap_or_default();
        applications::insert(
            self.conn,
            &Application {
                id: application.as_str().to_owned(),
                candidate_id: candidate.as_str().to_owned(),
                job_id: job.plan.job_id.as_str().to_owned(),
                stage: first,
                rejection_reason: None,
                version: 1,
                created_at: at.0,
                stage_since: at.0,
            },
        )?;
        let detail = json!({"job": job.plan.job_id});
        let object = ("application", application.as_str());
        self.record(at, Some(&job.recruiter), "application.create", object, Some(&candidate), detail)?;
        self.candidates.insert(new.key.to_string(), Applicant { id: candidate, application, job });
        Ok(())
    }

    fn advance(&mut self, key: &str, stage: &str, at: Timestamp) -> Result<(), Failure> {
        let Applicant { id: candidate, application: id, job } = self.candidate(key)?;
        let mut application = applications::find(self.conn, &id)?;
        if application.stage == stage {
            return Ok(());
        }
        application.stage = stage.to_owned();
        application.stage_since = at.0;
        let seen = application.version;
        applications::update(self.conn, &mut application, seen)?;
        let object = ("application", id.as_str());
        self.record(
            at,
            Some(&job.recruiter),
            "application.stage",
            object,
            Some(&candidate),
            json!({"stage": stage}),
        )
    }

    fn reject(
        &mut self,
        new: &DemoCandidate,
        rejection: &DemoRejection,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let Applicant { id: candidate, application: id, job } = self.candidate(&new.key)?;
        let mut application = applications::find(self.conn, &id)?;
        application.rejection_reason = Some(rejection.reason.to_string());
        let seen = application.version;
        applications::update(self.conn, &mut application, seen)?;
        let kind = word(&rejection.kind)?;
        let row = RejectionRow {
            application_id: id.as_str().to_owned(),
            kind: kind.clone(),
            letter: letter(rejection.kind, &new.name, &job.plan.plan.job.title),
            decided_by: Some(job.recruiter.as_str().to_owned()),
            decided_at: at.0,
            announced_by: None,
            announced_at: None,
        };
        rejections::put(self.conn, &row)?;
        let object = ("application", id.as_str());
        let detail = json!({"kind": kind});
        self.record(at, Some(&job.recruiter), "application.reject", object, Some(&candidate), detail)
    }

    /// The candidate is told.
    fn announce(&mut self, new: &DemoCandidate, at: Timestamp) -> Result<(), Failure> {
        let Applicant { id: candidate, application: id, job } = self.candidate(&new.key)?;
        let mut row =
            rejections::find(self.conn, id.as_str())?.ok_or_else(|| missing("rejection", &new.key))?;
        row.announced_by = Some(job.recruiter.as_str().to_owned());
        row.announced_at = Some(at.0);
        rejections::put(self.conn, &row)?;
        let object = ("application", id.as_str());
        self.record(at, Some(&job.recruiter), "application.announce", object, Some(&candidate), json!({}))
    }

    /// A note or a tag is added.
    pub fn remark(&mut self, remark: &DemoRemark, at: Timestamp) -> Result<(), Failure> {
        let Applicant { id: candidate, application, .. } = self.candidate(&remark.candidate)?;
        let by = self.person(&remark.by)?;
        match &remark.what {
            Remark::Note(text) => {
                let id: NoteId = self.ids.id();
                let note = Note {
                    id: id.as_str().to_owned(),
                    application_id: application.as_str().to_owned(),
                    candidate_id: candidate.as_str().to_owned(),
                    author_id: by.as_str().to_owned(),
                    version: 1,
                    created_at: at.0,
                };
                notes::insert(self.conn, &note, text)?;
                let detail = json!({"application": application});
                self.record(at, Some(&by), "note.add", ("note", id.as_str()), Some(&candidate), detail)
            }
            Remark::Tag(tag) => {
                tags::insert(self.conn, application.as_str(), tag, &by, at)?;
                let object = ("application", application.as_str());
                self.record(at, Some(&by), "tag.add", object, Some(&candidate), json!({}))
            }
        }
    }
}
