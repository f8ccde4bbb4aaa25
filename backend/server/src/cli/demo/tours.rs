//! Guided tours with the addresses that their steps lead to here.

use super::fill::{Filler, missing};
use crate::failure::Failure;
use evenhand_hiring::demo::{DemoCard, DemoData, DemoPlace};
use evenhand_shared::{LoopId, about::TourStep};

impl Filler<'_> {
    /// A person's tour; empty for those without one.
    pub fn tour(&self, data: &DemoData, person: &str) -> Result<Vec<TourStep>, Failure> {
        let own = data.tours.iter().find(|tour| tour.person == person);
        let steps = own.map_or(&[][..], |tour| &tour.steps);
        steps
            .iter()
            .map(|step| {
                Ok(TourStep {
                    title: step.title.to_owned(),
                    text: step.text.to_owned(),
                    link: step.link.to_owned(),
                    path: self.address(data, person, step.to)?,
                })
            })
            .collect()
    }

    fn address(&self, data: &DemoData, person: &str, to: DemoPlace) -> Result<String, Failure> {
        Ok(match to {
            DemoPlace::Page(path) => path.to_owned(),
            DemoPlace::Job(key) => format!("/jobs/{}", self.job(key)?.plan.job_id),
            DemoPlace::Board(key) => format!("/jobs/{}/board", self.job(key)?.plan.job_id),
            DemoPlace::Person(key) => format!("/people/{}", self.person(key)?),
            DemoPlace::Loop(candidate) => format!("/loops/{}", self.first_loop(data, candidate)?),
            DemoPlace::Packet(candidate) => format!("/loops/{}/packet", self.first_loop(data, candidate)?),
            DemoPlace::StartLoop(candidate) => {
                let applicant = self.candidate(candidate)?;
                format!("/candidates/{}/applications/{}/loop", applicant.id, applicant.application)
            }
            DemoPlace::OwnOpen => self.own_card(data, person, |card| {
                matches!(card, DemoCard::Untouched | DemoCard::Draft { .. })
            })?,
            DemoPlace::OwnSealed => {
                self.own_card(data, person, |card| matches!(card, DemoCard::Submitted { .. }))?
            }
        })
    }

    fn first_loop(&self, data: &DemoData, candidate: &str) -> Result<&LoopId, Failure> {
        let number = data.loops.iter().position(|one| one.candidate == candidate);
        number.and_then(|number| self.loops.get(&number)).ok_or_else(|| missing("loop", candidate))
    }

    /// The first card of a person's standing places that is like this.
    fn own_card(
        &self,
        data: &DemoData,
        person: &str,
        like: impl Fn(&DemoCard) -> bool,
    ) -> Result<String, Failure> {
        for (number, one) in data.loops.iter().enumerate() {
            for (i, interview) in one.interviews.iter().enumerate() {
                let own = interview
                    .panel
                    .iter()
                    .position(|slot| slot.person == person && slot.state.stands() && like(&slot.card));
                if let Some(s) = own {
                    return Ok(format!("/scorecards/{}", self.place((number, i, s))?.id));
                }
            }
        }
        Err(missing("scorecard of", person))
    }
}
