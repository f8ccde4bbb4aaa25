//! Loops and their panels: started, answered, changed.

use super::{
    cards,
    fill::{Applicant, Event, Filler, Taken, missing},
};
use crate::{
    db::{
        applications,
        assignments::{self, Assignment},
        files,
        interviews::{self, Interview},
        loops::{self, Loop},
        words::{document, word},
    },
    failure::Failure,
    http::{
        loops::panel::{self, Frozen},
        notices::tell::{About, News},
    },
};
use evenhand_hiring::demo::{DemoCard, DemoFate, DemoInterview, DemoLoop, DemoSlot};
use evenhand_shared::{
    AssignmentId, InterviewId, LoopId, PersonId, Timestamp,
    loops::{SlotKind, SlotState},
    notices::NoticeKind,
};
use serde_json::json;

/// The stage in which loops run.
pub const STAGE: &str = "Interviews";

/// A place, by number of loop, interview and slot.
pub type Place = (usize, usize, usize);

/// Everything that happens in a loop.
pub fn events(number: usize, new: &DemoLoop) -> Vec<Event<'_>> {
    let mut events: Vec<Event<'_>> =
        vec![(new.started, Box::new(move |filler: &mut Filler<'_>, at| filler.start(number, new, at)))];
    for (i, interview) in new.interviews.iter().enumerate() {
        if let Some(at) = interview.added {
            events.push((
                at,
                Box::new(move |filler: &mut Filler<'_>, at| filler.add_interview(number, i, new, at)),
            ));
        }
        if let DemoFate::Cancelled { at } | DemoFate::NoShow { at } = interview.fate {
            events.push((
                at,
                Box::new(move |filler: &mut Filler<'_>, at| filler.void(number, i, interview, at)),
            ));
        }
        for (s, slot) in interview.panel.iter().enumerate() {
            let place = (number, i, s);
            let joined = slot.took_over.or(interview.added).unwrap_or(new.started);
            if let Some(at) = slot.took_over {
                events.push((
                    at,
                    Box::new(move |filler: &mut Filler<'_>, at| filler.take_over(place, new, slot, at)),
                ));
            }
            if matches!(slot.state, SlotState::Accepted | SlotState::Declined) {
                let at = joined.saturating_add(45).min(-1);
                events
                    .push((at, Box::new(move |filler: &mut Filler<'_>, at| filler.answer(place, slot, at))));
            }
            events.extend(cards::events(place, new, &interview.kit, slot));
        }
    }
    events.extend(cards::readings(number, new));
    events
}

impl Filler<'_> {
    fn start(&mut self, number: usize, new: &DemoLoop, at: Timestamp) -> Result<(), Failure> {
        let Applicant { id: candidate, application, job } = self.candidate(&new.candidate)?;
        let id: LoopId = self.ids.id();
        let row = Loop {
            id: id.as_str().to_owned(),
            application_id: application.as_str().to_owned(),
            candidate_id: candidate.as_str().to_owned(),
            job_id: job.plan.job_id.as_str().to_owned(),
            plan_id: job.plan.id.as_str().to_owned(),
            reveal: word(&new.reveal)?,
            brief: new.brief.to_string(),
            adaptive: false,
            started_at: at.0,
            started_by: job.recruiter.as_str().to_owned(),
        };
        loops::insert(self.conn, &row)?;
        let detail = json!({"plan": job.plan.id});
        self.record(at, Some(&job.recruiter), "loop.start", ("loop", id.as_str()), Some(&candidate), detail)?;
        self.loops.insert(number, id);
        let planned = || new.interviews.iter().enumerate().filter(|(_, interview)| interview.added.is_none());
        let frozen = Frozen {
            stage: applications::find(self.conn, &application)?.stage,
            brief: row.brief.clone(),
            planned_kits: panel::kit_names(&job.plan.plan, planned().map(|(_, interview)| &*interview.kit)),
        };
        for (i, interview) in planned() {
            self.put_interview(&row, (number, i), interview, &frozen, at)?;
        }
        Ok(())
    }

    /// An interview joins a running loop, which is adaptive from then on.
    fn add_interview(
        &mut self,
        number: usize,
        i: usize,
        new: &DemoLoop,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let interview = new.interviews.get(i).ok_or_else(|| missing("interview", &new.candidate))?;
        let Applicant { id: candidate, application, job } = self.candidate(&new.candidate)?;
        let id = self.loop_id(number, new)?;
        let row = loops::find(self.conn, &id)?;
        let existing = interviews::list(self.conn, &id)?;
        let standing = existing.iter().filter(|one| !one.cancelled).map(|one| one.kit.as_str());
        let frozen = Frozen {
            stage: applications::find(self.conn, &application)?.stage,
            brief: row.brief.clone(),
            planned_kits: panel::kit_names(&job.plan.plan, standing.chain([&*interview.kit])),
        };
        self.put_interview(&row, (number, i), interview, &frozen, at)?;
        loops::mark_adaptive(self.conn, &id)?;
        let (object, detail) = (("loop", id.as_str()), json!({"kit": interview.kit}));
        self.record(at, Some(&job.recruiter), "loop.add_interview", object, Some(&candidate), detail)
    }

    fn put_interview(
        &mut self,
        row: &Loop,
        (number, i): (usize, usize),
        interview: &DemoInterview,
        frozen: &Frozen,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let id: InterviewId = self.ids.id();
        let stored = Interview {
            id: id.as_str().to_owned(),
            loop_id: row.id.clone(),
            position: i64::try_from(i).unwrap_or(i64::MAX),
            kit: interview.kit.to_string(),
            starts_at: interview.starts.map(|minutes| self.at(minutes).0),
            zone: interview.starts.map(|_| interview.zone.to_string()),
            place: interview.place.to_string(),
            cancelled: false,
            version: 1,
        };
        interviews::insert(self.conn, &stored)?;
        for (s, slot) in interview.panel.iter().enumerate().filter(|(_, slot)| slot.took_over.is_none()) {
            self.assign((number, i, s), row, &id, slot, frozen, at)?;
        }
        Ok(())
    }

    fn assign(
        &mut self,
        place: Place,
        row: &Loop,
        interview: &InterviewId,
        slot: &DemoSlot,
        frozen: &Frozen,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let (id, person): (AssignmentId, PersonId) = (self.ids.id(), self.person(&slot.person)?);
        assignments::insert(
            self.conn,
            &Assignment {
                id: id.as_str().to_owned(),
                interview_id: interview.as_str().to_owned(),
                loop_id: row.id.clone(),
                candidate_id: row.candidate_id.clone(),
                plan_id: row.plan_id.clone(),
                person_id: person.as_str().to_owned(),
                kind: word(&slot.kind)?,
                required: slot.required && slot.kind != SlotKind::Shadow,
                state: word(&SlotState::Assigned)?,
                stage: frozen.stage.clone(),
                brief: frozen.brief.clone(),
                planned_kits: document(&frozen.planned_kits)?,
                unblinded_at: None,
                assigned_at: at.0,
            },
        )?;
        files::freeze(self.conn, &self.ids, id.as_str(), &row.id)?;
        if let DemoCard::Draft { fields } = &slot.card {
            self.write(&person, &id, fields)?;
        }
        let job = self.job_of(row)?;
        let object = ("scorecard", id.as_str());
        let news = News { kind: NoticeKind::PutOnPanel, about: About::Own, object, until: None };
        self.tell(&job.recruiter, &person, news, at)?;
        let candidate = row.candidate_id.as_str().into();
        self.places.insert(place, Taken { id, interview: interview.clone(), candidate, job });
        Ok(())
    }

    /// The person says yes or no to a place.
    fn answer(&mut self, place: Place, slot: &DemoSlot, at: Timestamp) -> Result<(), Failure> {
        let (Taken { id, candidate, .. }, person) = (self.place(place)?, self.person(&slot.person)?);
        assignments::set_state(self.conn, id.as_str(), slot.state)?;
        let said = match slot.state {
            SlotState::Declined => "assignment.decline",
            _ => "assignment.accept",
        };
        if slot.state == SlotState::Declined {
            let place = assignments::find(self.conn, &id)?;
            let row = loops::find(self.conn, &place.loop_id.as_str().into())?;
            self.tell_team(&person, &row, NoticeKind::Declined, at)?;
        }
        let object = ("assignment", id.as_str());
        self.record(at, Some(&person), said, object, Some(&candidate), json!({}))
    }

    /// The recruiter gives the place before this one to somebody else.
    fn take_over(
        &mut self,
        place: Place,
        new: &DemoLoop,
        slot: &DemoSlot,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let before = self.place((place.0, place.1, place.2.saturating_sub(1)))?;
        let (recruiter, person) = (before.job.recruiter.clone(), self.person(&slot.person)?);
        assignments::set_state(self.conn, before.id.as_str(), SlotState::Replaced)?;
        let id = self.loop_id(place.0, new)?;
        let row = loops::find(self.conn, &id)?;
        let stage = applications::find(self.conn, &row.application_id.as_str().into())?.stage;
        let frozen = panel::freeze(self.conn, &row, stage)?;
        self.assign(place, &row, &before.interview, slot, &frozen, at)?;
        let (object, detail) = (("assignment", before.id.as_str()), json!({"person": person}));
        self.record(at, Some(&recruiter), "assignment.replace", object, Some(&before.candidate), detail)
    }

    /// The recruiter calls an interview off, or notes that the candidate did not come.
    fn void(
        &mut self,
        number: usize,
        i: usize,
        interview: &DemoInterview,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let Taken { interview: id, candidate, job, .. } = self.place((number, i, 0))?;
        let (state, action) = match interview.fate {
            DemoFate::Planned => return Ok(()),
            DemoFate::Cancelled { .. } => (SlotState::Cancelled, "interview.cancel"),
            DemoFate::NoShow { .. } => (SlotState::NoShow, "interview.no_show"),
        };
        let mut stored = interviews::find(self.conn, &id)?;
        panel::void(self.conn, &mut stored, state)?;
        let object = ("interview", id.as_str());
        self.record(at, Some(&job.recruiter), action, object, Some(&candidate), json!({}))
    }
}
