//! Loops with their panels, cards, amendments and readings of the packet.

use super::fill::{Applicant, Event, FilledJob, Filler, Taken, missing};
use crate::{
    db::{
        assignments::{self, Assignment},
        interviews::{self, Interview},
        loops::{self, Loop},
        releases, scorecards, servings,
        words::{document, word},
    },
    failure::Failure,
    jobs::sealing,
};
use evenhand_hiring::demo::{DemoAmendment, DemoCard, DemoLoop, DemoSlot};
use evenhand_policy::{
    Viewer,
    grant::{OwnCardGrant, SealGrant},
};
use evenhand_shared::{
    AssignmentId, LoopId, PersonId, Timestamp,
    loops::{SlotKind, SlotState},
    scorecards::{AmendmentTag, CardContent, DraftField, FieldKey, UNDO_SECONDS, read_card},
    time::SECOND,
};
use serde_json::json;
use std::rc::Rc;

/// The stage in which loops run.
pub const STAGE: &str = "Interviews";

/// A place, by number of loop, interview and slot.
type Place = (usize, usize, usize);
type Fields = [(String, String)];

/// When the last card of a loop was sealed.
pub fn last_card(new: &DemoLoop) -> Option<i64> {
    let slots = new.interviews.iter().flat_map(|interview| &interview.panel);
    slots
        .filter_map(|slot| match &slot.card {
            DemoCard::Submitted { at, .. } => Some(*at),
            _ => None,
        })
        .max()
}

/// Everything that happens in a loop.
pub fn events(number: usize, new: &DemoLoop) -> Vec<Event<'_>> {
    let mut events: Vec<Event<'_>> =
        vec![(new.started, Box::new(move |filler: &mut Filler<'_>, at| filler.start(number, new, at)))];
    for (i, interview) in new.interviews.iter().enumerate() {
        for (s, slot) in interview.panel.iter().enumerate() {
            let place = (number, i, s);
            let kit = &*interview.kit;
            if slot.state == SlotState::Accepted {
                let at = new.started.saturating_add(45).min(-1);
                events
                    .push((at, Box::new(move |filler: &mut Filler<'_>, at| filler.accept(place, slot, at))));
            }
            if let DemoCard::Submitted { at, fields, amendments } = &slot.card {
                events.push((
                    *at,
                    Box::new(move |filler: &mut Filler<'_>, at| filler.submit(place, kit, slot, fields, at)),
                ));
                for amendment in amendments {
                    // Whoever amends after the reveal has read the packet before.
                    events.push((
                        amendment.at.saturating_sub(5),
                        Box::new(move |filler: &mut Filler<'_>, at| {
                            let reader = filler.person(&slot.person)?;
                            filler.read_packet(number, &reader, new, at)
                        }),
                    ));
                    events.push((
                        amendment.at,
                        Box::new(move |filler: &mut Filler<'_>, at| {
                            filler.amend(place, kit, slot, amendment, at)
                        }),
                    ));
                }
            }
        }
    }
    if let Some(last) = last_card(new) {
        events.push((
            last.saturating_add(90).min(-1),
            Box::new(move |filler: &mut Filler<'_>, at| {
                let reader = filler.candidate(&new.candidate)?.job.manager.clone();
                filler.read_packet(number, &reader, new, at)
            }),
        ));
    }
    events
}

/// Only the author can hold this grant; the demonstration writes every card as its author.
fn author_grant(author: &PersonId, place: &AssignmentId) -> Result<OwnCardGrant, Failure> {
    OwnCardGrant::for_author(&Viewer::new(author.clone(), []), place, author)
        .ok_or_else(|| missing("author", place.as_str()))
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
        let planned: Vec<String> = new
            .interviews
            .iter()
            .filter_map(|interview| job.plan.plan.kit(&interview.kit))
            .map(|kit| kit.name.clone())
            .collect();
        let planned = document(&planned)?;
        for (i, interview) in new.interviews.iter().enumerate() {
            let stored = Interview {
                id: self.ids.id(),
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
            for (s, slot) in interview.panel.iter().enumerate() {
                let id = self.assign(&row, &stored.id, &planned, slot, at)?;
                let taken = Taken { id, candidate: candidate.clone(), job: Rc::clone(&job) };
                self.places.insert((number, i, s), taken);
            }
        }
        self.loops.insert(number, id);
        Ok(())
    }

    fn assign(
        &mut self,
        row: &Loop,
        interview: &str,
        planned: &str,
        slot: &DemoSlot,
        at: Timestamp,
    ) -> Result<AssignmentId, Failure> {
        let (id, person): (AssignmentId, PersonId) = (self.ids.id(), self.person(&slot.person)?);
        assignments::insert(
            self.conn,
            &Assignment {
                id: id.as_str().to_owned(),
                interview_id: interview.to_owned(),
                loop_id: row.id.clone(),
                candidate_id: row.candidate_id.clone(),
                plan_id: row.plan_id.clone(),
                person_id: person.as_str().to_owned(),
                kind: word(&slot.kind)?,
                required: slot.required && slot.kind != SlotKind::Shadow,
                state: word(&SlotState::Assigned)?,
                stage: STAGE.to_owned(),
                brief: row.brief.clone(),
                planned_kits: planned.to_owned(),
                unblinded_at: None,
                assigned_at: at.0,
            },
        )?;
        if let DemoCard::Draft { fields } = &slot.card {
            self.write(&author_grant(&person, &id)?, fields)?;
        }
        Ok(id)
    }

    fn accept(&mut self, place: Place, slot: &DemoSlot, at: Timestamp) -> Result<(), Failure> {
        let (Taken { id, candidate, .. }, person) = (self.place(place)?, self.person(&slot.person)?);
        assignments::set_state(self.conn, id.as_str(), SlotState::Accepted)?;
        let object = ("assignment", id.as_str());
        self.record(at, Some(&person), "assignment.accept", object, Some(&candidate), json!({}))
    }

    fn submit(
        &mut self,
        place: Place,
        kit: &str,
        slot: &DemoSlot,
        fields: &Fields,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let (Taken { id, candidate, job }, person) = (self.place(place)?, self.person(&slot.person)?);
        let grant = author_grant(&person, &id)?;
        let submitted = at.plus(-UNDO_SECONDS.saturating_mul(SECOND));
        self.write(&grant, fields)?;
        let content = content(&job, kit, fields)?;
        scorecards::insert_revision(self.conn, &grant, 1, &content, "", AmendmentTag::Sealed, submitted)?;
        scorecards::set_sealing(self.conn, &grant, Some(at))?;
        let object = ("scorecard", id.as_str());
        self.record(submitted, Some(&person), "scorecard.submit", object, Some(&candidate), json!({}))?;
        sealing::seal(self.conn, &SealGrant::for_the_sealing_job(), &id, at)
    }

    fn amend(
        &mut self,
        place: Place,
        kit: &str,
        slot: &DemoSlot,
        amendment: &DemoAmendment,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let (Taken { id, candidate, job }, person) = (self.place(place)?, self.person(&slot.person)?);
        let grant = author_grant(&person, &id)?;
        let content = content(&job, kit, &amendment.fields)?;
        let served = servings::any(self.conn, &person, &candidate)?;
        let tag = if served { AmendmentTag::AfterReveal } else { AmendmentTag::Sealed };
        let earlier = scorecards::own_revisions(self.conn, &grant)?.amendments.len();
        let number = i64::try_from(earlier).unwrap_or(i64::MAX).saturating_add(2);
        scorecards::insert_revision(self.conn, &grant, number, &content, &amendment.reason, tag, at)?;
        let (object, detail) = (("scorecard", id.as_str()), json!({"revision": number}));
        self.record(at, Some(&person), "scorecard.amend", object, Some(&candidate), detail)
    }

    /// Someone reads the packet, when there is one.
    fn read_packet(
        &mut self,
        number: usize,
        reader: &PersonId,
        new: &DemoLoop,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let id = self.loops.get(&number).cloned().ok_or_else(|| missing("loop", &new.candidate))?;
        if releases::find(self.conn, &id)?.is_none() {
            return Ok(());
        }
        let candidate = self.candidate(&new.candidate)?.id;
        let serving = self.ids.id();
        servings::insert(self.conn, serving, reader, &candidate, &id, "packet", at)?;
        let object = ("loop", id.as_str());
        self.record(at, Some(reader), "packet.read", object, Some(&candidate), json!({"partial": false}))
    }

    fn place(&self, place: Place) -> Result<Taken, Failure> {
        self.places.get(&place).cloned().ok_or_else(|| missing("place", "of a loop"))
    }

    fn write(&mut self, grant: &OwnCardGrant, fields: &Fields) -> Result<(), Failure> {
        for (name, value) in fields {
            let field = DraftField { value: value.clone(), version: 1, other: None };
            scorecards::put_field(self.conn, grant, name, &field)?;
        }
        Ok(())
    }
}

/// A card as it was sealed.
fn content(job: &FilledJob, kit: &str, fields: &Fields) -> Result<CardContent, Failure> {
    let plan = &job.plan.plan;
    let kit = plan.kit(kit).ok_or_else(|| missing("kit", kit))?;
    let competencies: Vec<_> = kit.rates.iter().filter_map(|key| plan.competency(key)).cloned().collect();
    let value = |key: &FieldKey| {
        let name = key.name();
        fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    read_card(&competencies, value).map_err(Failure::Invalid)
}
