//! Applications: coming in, moving along, being rejected.

use super::{
    fill::{Event, Filler},
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
use evenhand_hiring::demo::{DemoCandidate, DemoData};
use evenhand_shared::{ApplicationId, CandidateId, Timestamp};
use serde_json::json;

/// What happens to one application: it comes in, moves to where it stands, and is perhaps rejected.
pub fn events<'a>(data: &'a DemoData, candidate: &'a DemoCandidate) -> Vec<Event<'a>> {
    let own = data.loops.iter().find(|new| new.candidate == candidate.key);
    let mut events: Vec<Event<'a>> =
        vec![(candidate.applied, Box::new(|filler: &mut Filler<'_>, at| filler.apply(candidate, at)))];
    let mut settled = candidate.applied / 2;
    if let Some(own) = own {
        events.push((
            own.started.saturating_sub(60),
            Box::new(|filler: &mut Filler<'_>, at| filler.advance(candidate.key, loops::STAGE, at)),
        ));
        settled = loops::last_card(own).unwrap_or(own.started).saturating_add(60).min(-2);
    }
    events.push((
        settled,
        Box::new(|filler: &mut Filler<'_>, at| filler.advance(candidate.key, candidate.stage, at)),
    ));
    if let Some(reason) = candidate.rejection {
        events.push((
            settled / 2,
            Box::new(move |filler: &mut Filler<'_>, at| filler.reject(candidate.key, reason, at)),
        ));
    }
    events
}

impl Filler<'_> {
    fn apply(&mut self, new: &DemoCandidate, at: Timestamp) -> Result<(), Failure> {
        let (candidate, application): (CandidateId, ApplicationId) = (self.ids.id(), self.ids.id());
        candidates::insert(
            self.conn,
            &Candidate {
                id: candidate.as_str().to_owned(),
                name: new.name.to_owned(),
                email: new.email.to_owned(),
                email_folded: fold(new.email),
                phone: new.phone.to_owned(),
                source: new.source.to_owned(),
                zone: new.zone.to_owned(),
                answers: document(&new.answers)?,
                created_at: at.0,
            },
        )?;
        let first = self.plan.plan.job.stages.first().cloned().unwrap_or_default();
        applications::insert(
            self.conn,
            &Application {
                id: application.as_str().to_owned(),
                candidate_id: candidate.as_str().to_owned(),
                job_id: self.plan.job_id.as_str().to_owned(),
                stage: first,
                rejection_reason: None,
                version: 1,
                created_at: at.0,
            },
        )?;
        let (recruiter, detail) = (self.recruiter.clone(), json!({"job": self.plan.job_id}));
        let object = ("application", application.as_str());
        self.record(at, Some(&recruiter), "application.create", object, Some(&candidate), detail)?;
        self.candidates.insert(new.key, (candidate, application));
        Ok(())
    }

    fn advance(&mut self, key: &str, stage: &str, at: Timestamp) -> Result<(), Failure> {
        let (candidate, id) = self.candidate(key)?;
        let mut application = applications::find(self.conn, &id)?;
        if application.stage == stage {
            return Ok(());
        }
        application.stage = stage.to_owned();
        let seen = application.version;
        applications::update(self.conn, &mut application, seen)?;
        let recruiter = self.recruiter.clone();
        let object = ("application", id.as_str());
        self.record(
            at,
            Some(&recruiter),
            "application.stage",
            object,
            Some(&candidate),
            json!({"stage": stage}),
        )
    }

    fn reject(&mut self, key: &str, reason: &str, at: Timestamp) -> Result<(), Failure> {
        let (candidate, id) = self.candidate(key)?;
        let mut application = applications::find(self.conn, &id)?;
        application.rejection_reason = Some(reason.to_owned());
        let seen = application.version;
        applications::update(self.conn, &mut application, seen)?;
        let recruiter = self.recruiter.clone();
        let object = ("application", id.as_str());
        self.record(at, Some(&recruiter), "application.reject", object, Some(&candidate), json!({}))
    }
}
