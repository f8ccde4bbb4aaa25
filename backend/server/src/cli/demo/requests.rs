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
    http::notices::tell::About,
};
use evenhand_hiring::demo::{DemoRequest, Said};
use evenhand_shared::{
    NoticeId, PersonId, RequestId, Timestamp,
    acts::{RequestKind, RequestState},
    notices::NoticeKind,
    time::{DAY, MINUTE},
};
use serde_json::json;

/// Who is told what.
pub struct Told<'a> {
    /// By whose act.
    pub actor: &'a PersonId,
    /// Why.
    pub kind: NoticeKind,
    /// What it is about.
    pub about: About<'a>,
    /// What it leads to: kind and id.
    pub object: (&'a str, &'a str),
}

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
                let told = Told { actor: &job.recruiter, kind: NoticeKind::Nudge, about: About::Own, object };
                self.tell(&person, &told, at)?;
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
            let told = Told { actor: &person, kind: NoticeKind::SwapAsked, about: About::Loop(&row), object };
            self.tell(colleague, &told, at)?;
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
            let told = Told { actor, kind, about: About::Team(row), object: ("loop", &row.id) };
            self.tell(&person, &told, at)?;
        }
        Ok(())
    }

    /// Somebody is told; what is older than two days was seen the next day.
    pub fn tell(&mut self, to: &PersonId, told: &Told<'_>, at: Timestamp) -> Result<(), Failure> {
        let id: NoticeId = self.ids.id();
        let (row, team) = match told.about {
            About::Own => (None, false),
            About::Loop(row) => (Some(row), false),
            About::Team(row) => (Some(row), true),
        };
        let (object_kind, object_id) = told.object;
        let notice = Notice {
            id: id.0,
            person_id: to.as_str().to_owned(),
            kind: word(&told.kind)?,
            actor_id: Some(told.actor.as_str().to_owned()),
            loop_id: row.map(|row| row.id.clone()),
            candidate_id: row.map(|row| row.candidate_id.clone()),
            job_id: row.filter(|_| team).map(|row| row.job_id.clone()),
            object_kind: object_kind.to_owned(),
            object_id: object_id.to_owned(),
            until_at: None,
            created_at: at.0,
            seen_at: (self.anchor.since(at) > 2 * DAY).then(|| at.plus(8 * 60 * MINUTE).0),
        };
        notices::insert(self.conn, &notice)
    }
}
