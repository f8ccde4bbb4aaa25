//! Applications: coming in, moving along, being rejected.

use super::{
    cards,
    fill::{Applicant, Event, Filler},
    loops,
};
use crate::{
    db::{
        applications::{self, Application},
        candidates::{self, Candidate},
        words::{document, fold},
    },
    failure::Failure,
};
use evenhand_hiring::demo::{DemoCandidate, DemoLoop};
use evenhand_shared::{ApplicationId, CandidateId, Timestamp};
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
    if let Some(reason) = &candidate.rejection {
        events.push((
            settled / 2,
            Box::new(move |filler: &mut Filler<'_>, at| filler.reject(&candidate.key, reason, at)),
        ));
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

    fn reject(&mut self, key: &str, reason: &str, at: Timestamp) -> Result<(), Failure> {
        let Applicant { id: candidate, application: id, job } = self.candidate(key)?;
        let mut application = applications::find(self.conn, &id)?;
        application.rejection_reason = Some(reason.to_owned());
        let seen = application.version;
        applications::update(self.conn, &mut application, seen)?;
        let object = ("application", id.as_str());
        self.record(at, Some(&job.recruiter), "application.reject", object, Some(&candidate), json!({}))
    }
}
