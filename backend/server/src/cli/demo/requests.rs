//! What panelists said about their places, and what people are told.

use super::fill::{Filler, Taken, missing};
use crate::{
    db::{
        assignments, jobs, loops,
        notices::{self, Notice},
        place_requests::{self, PlaceRequest},
        words::word,
    },
    failure::Failure,
    http::notices::tell::{About, News, entry},
};
use evenhand_hiring::demo::{DemoRequest, Said};
use evenhand_shared::{
    PersonId, RequestId, Timestamp,
    acts::{RequestKind, RequestState},
    notices::NoticeKind,
    time::{DAY, HOUR},
};
use serde_json::json;

impl Filler<'_> {
    /// Something is said about a place.
    pub fn say(&mut self, new: &DemoRequest, at: Timestamp) -> Result<(), Failure> {
        let person = self.person(&new.person)?;
        let Taken { id, job, candidate, .. } = self.own_place(new, &person)?;
        let place = assignments::find(self.conn, &id)?;
        let row = loops::find(self.conn, &place.loop_id.as_str().into())?;
        let (kind, colleague, until, action) = match &new.what {
            Said::Reminded => {
                let object = ("scorecard", id.as_str());
                let news = News { kind: NoticeKind::Nudge, about: About::Own, object, until: None };
                self.tell(&job.recruiter, &person, news, at)?;
                let object = ("assignment", id.as_str());
                let by = Some(&job.recruiter);
                return self.record(at, by, "assignment.nudge", object, Some(&candidate), json!({}));
            }
            Said::MoreTime { until } => {
                (RequestKind::MoreTime, None, Some(self.at(*until).0), "assignment.more_time")
            }
            Said::Swap { colleague } => {
                (RequestKind::Swap, Some(self.person(colleague)?), None, "assignment.swap")
            }
        };
        let request: RequestId = self.ids.id();
        let stored = PlaceRequest {
            id: request.0,
            assignment_id: id.as_str().to_owned(),
            loop_id: row.id.clone(),
            candidate_id: row.candidate_id.clone(),
            person_id: person.as_str().to_owned(),
            kind: word(&kind)?,
            state: word(&RequestState::Asked)?,
            colleague_id: colleague.as_ref().map(|id| id.as_str().to_owned()),
            successor_id: None,
            until_at: until,
            created_at: at.0,
            answered_at: None,
        };
        place_requests::insert(self.conn, &stored)?;
        let team_kind = if let Some(colleague) = &colleague {
            let object = ("interviews", id.as_str());
            let news = News { kind: NoticeKind::SwapAsked, about: About::Loop(&row), object, until: None };
            self.tell(&person, colleague, news, at)?;
            NoticeKind::SwapProposed
        } else {
            NoticeKind::TimeAsked
        };
        self.tell_team(&person, &row, team_kind, at)?;
        let detail = colleague.map_or_else(|| json!({}), |colleague| json!({"person": colleague}));
        self.record(at, Some(&person), action, ("assignment", id.as_str()), Some(&candidate), detail)
    }

    fn own_place(&mut self, new: &DemoRequest, person: &PersonId) -> Result<Taken, Failure> {
        let candidate = self.candidate(&new.candidate)?.id;
        let of_candidate: Vec<Taken> =
            self.places.values().filter(|taken| taken.candidate == candidate).cloned().collect();
        for taken in of_candidate {
            let place = assignments::find(self.conn, &taken.id)?;
            if place.person_id == person.as_str() && place.state()?.stands() {
                return Ok(taken);
            }
        }
        Err(missing("place", &new.person))
    }

    /// The team of a loop's job is told.
    pub fn tell_team(
        &mut self,
        actor: &PersonId,
        row: &loops::Loop,
        kind: NoticeKind,
        at: Timestamp,
    ) -> Result<(), Failure> {
        for (person, _) in jobs::team(self.conn, &row.job_id.as_str().into())? {
            let news = News { kind, about: About::Team(row), object: ("loop", &row.id), until: None };
            self.tell(actor, &person, news, at)?;
        }
        Ok(())
    }

    /// Somebody is told; what is older than two days was seen within eight hours.
    pub fn tell(
        &mut self,
        actor: &PersonId,
        to: &PersonId,
        news: News<'_>,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let seen_at = (self.anchor.since(at) > 2 * DAY).then(|| at.plus(8 * HOUR).0);
        let entry = Notice { seen_at, ..entry(self.ids.id(), actor, to, news, at)? };
        notices::insert(self.conn, &entry)
    }
}
