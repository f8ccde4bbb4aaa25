//! Scorecards: sealed, amended, withdrawn; and packets that are opened and read.

use super::{
    fill::{Event, FilledJob, Filler, Taken, missing},
    loops::Place,
};
use crate::{
    db::{
        releases::{self, ReleaseRow},
        scorecards, servings,
    },
    failure::Failure,
    jobs::sealing,
};
use evenhand_hiring::demo::{DemoAmendment, DemoCard, DemoLoop, DemoOpening, DemoSlot};
use evenhand_policy::{
    Viewer,
    grant::{OwnCardGrant, SealGrant},
};
use evenhand_shared::{
    AssignmentId, PersonId, Timestamp,
    loops::ReleaseKind,
    scorecards::{AmendmentTag, CardContent, DraftField, FieldKey, UNDO_SECONDS, read_card},
    time::SECOND,
};
use serde_json::json;

type Fields = [(String, String)];

/// When the last card of a loop was sealed.
pub fn last_card(new: &DemoLoop) -> Option<i64> {
    let slots = new.interviews.iter().flat_map(|interview| &interview.panel);
    slots
        .filter_map(|slot| match &slot.card {
            DemoCard::Submitted { at, .. } | DemoCard::Withdrawn { at, .. } => Some(*at),
            DemoCard::Untouched | DemoCard::Draft { .. } => None,
        })
        .max()
}

/// What happens to one card.
pub fn events<'a>(place: Place, new: &'a DemoLoop, kit: &'a str, slot: &'a DemoSlot) -> Vec<Event<'a>> {
    let mut events: Vec<Event<'a>> = Vec::new();
    match &slot.card {
        DemoCard::Untouched | DemoCard::Draft { .. } => {}
        DemoCard::Submitted { at, fields, amendments } => {
            events.push((*at, Box::new(move |filler, at| filler.submit(place, kit, slot, fields, at))));
            for amendment in amendments {
                // Whoever amends after the reveal has read the packet before.
                events.push((
                    amendment.at.saturating_sub(5),
                    Box::new(move |filler, at| {
                        let reader = filler.person(&slot.person)?;
                        filler.read_packet(place.0, &reader, new, at)
                    }),
                ));
                events.push((
                    amendment.at,
                    Box::new(move |filler, at| filler.amend(place, kit, slot, amendment, at)),
                ));
            }
        }
        DemoCard::Withdrawn { at, fields, withdrawn, reason } => {
            events.push((*at, Box::new(move |filler, at| filler.submit(place, kit, slot, fields, at))));
            events.push((*withdrawn, Box::new(move |filler, at| filler.withdraw(place, slot, reason, at))));
        }
    }
    events
}

/// How the hiring manager comes to read the packet.
pub fn readings(number: usize, new: &DemoLoop) -> Vec<Event<'_>> {
    let mut events: Vec<Event<'_>> = Vec::new();
    let mut read = last_card(new).map(|last| last.saturating_add(90));
    if let Some(opening) = &new.opened {
        events.push((
            opening.at,
            Box::new(move |filler: &mut Filler<'_>, at| filler.open(number, new, opening, at)),
        ));
        read = Some(opening.at.saturating_add(2));
    }
    if let Some(read) = read {
        events.push((
            read.min(-1),
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
    /// Writes fields of a draft.
    pub fn write(&mut self, author: &PersonId, place: &AssignmentId, fields: &Fields) -> Result<(), Failure> {
        let grant = author_grant(author, place)?;
        for (name, value) in fields {
            let field = DraftField { value: value.clone(), version: 1, other: None };
            scorecards::put_field(self.conn, &grant, name, &field)?;
        }
        Ok(())
    }

    fn submit(
        &mut self,
        place: Place,
        kit: &str,
        slot: &DemoSlot,
        fields: &Fields,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let (Taken { id, candidate, job, .. }, person) = (self.place(place)?, self.person(&slot.person)?);
        let submitted = at.plus(-UNDO_SECONDS.saturating_mul(SECOND));
        self.write(&person, &id, fields)?;
        let grant = author_grant(&person, &id)?;
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
        let (Taken { id, candidate, job, .. }, person) = (self.place(place)?, self.person(&slot.person)?);
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

    fn withdraw(
        &mut self,
        place: Place,
        slot: &DemoSlot,
        reason: &str,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let (Taken { id, candidate, .. }, person) = (self.place(place)?, self.person(&slot.person)?);
        scorecards::withdraw(self.conn, &author_grant(&person, &id)?, reason, at)?;
        let object = ("scorecard", id.as_str());
        self.record(at, Some(&person), "scorecard.withdraw", object, Some(&candidate), json!({}))
    }

    /// The hiring manager opens the debrief, complete or not.
    fn open(
        &mut self,
        number: usize,
        new: &DemoLoop,
        opening: &DemoOpening,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let (id, applicant) = (self.loop_id(number, new)?, self.candidate(&new.candidate)?);
        let by = applicant.job.manager.clone();
        let release = ReleaseRow {
            at,
            kind: ReleaseKind::Opened,
            by: Some(by.clone()),
            reason: Some(opening.reason.to_string()),
        };
        releases::insert(self.conn, &id, &release)?;
        let (object, detail) = (("loop", id.as_str()), json!({"kind": "opened"}));
        self.record(at, Some(&by), "loop.release", object, Some(&applicant.id), detail)
    }

    /// Someone reads the packet, when there is one.
    fn read_packet(
        &mut self,
        number: usize,
        reader: &PersonId,
        new: &DemoLoop,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let id = self.loop_id(number, new)?;
        if releases::find(self.conn, &id)?.is_none() {
            return Ok(());
        }
        let candidate = self.candidate(&new.candidate)?.id;
        let serving = self.ids.id();
        servings::insert(self.conn, serving, reader, &candidate, &id, "packet", at)?;
        let object = ("loop", id.as_str());
        self.record(at, Some(reader), "packet.read", object, Some(&candidate), json!({"partial": false}))
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
