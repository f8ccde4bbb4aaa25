//! `POST /requests/{id}/decision`.

use crate::{
    db::place_requests,
    failure::Failure,
    http::{
        notices::tell::{About, News, tell},
        operation::{Act, Door, Nothing, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, PersonId, RequestId, Timestamp,
    acts::{RequestAnswer, RequestKind, RequestState},
    notices::NoticeKind,
    people::Role,
};
use serde_json::json;

/// The team's yes or no to more time.
pub struct DecideRequest;

impl Operation for DecideRequest {
    const ROUTE: Route = Route {
        id: "requests.decide",
        verb: Verb::Post,
        path: "/requests/{id}/decision",
        summary: "Grants or refuses more time",
        class: Class::Gated,
        who: Who::Roles(&[Role::Recruiter, Role::HiringManager]),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 204,
    };
    type Body = RequestAnswer;
    type Answer = Nothing;

    fn run(act: &mut Act<'_, RequestAnswer>) -> Result<Self::Answer, Failure> {
        let id: RequestId = act.id()?;
        let candidate = place_requests::find_candidate(act.conn, &id)?;
        scope::demand_not_open(act.conn, act.viewer, &candidate.into())?;
        let request = place_requests::find(act.conn, &id)?;
        scope::team_loop(act.conn, act.viewer, &request.loop_id.as_str().into())?;
        if request.kind()? != RequestKind::MoreTime {
            return Err(Failure::refused(Code::Conflict, "This is for the colleague to answer."));
        }
        let (state, kind) = if act.body.yes {
            (RequestState::Granted, NoticeKind::TimeGranted)
        } else {
            (RequestState::Refused, NoticeKind::TimeRefused)
        };
        if !place_requests::answer(act.conn, &request.id, state, None, act.now)? {
            return Err(Failure::refused(Code::Conflict, "This was answered already."));
        }
        let news = News {
            kind,
            about: About::Own,
            object: ("scorecard", &request.assignment_id),
            until: request.until_at.map(Timestamp),
        };
        tell(act, &PersonId(request.person_id.clone()), news)?;
        let detail = json!({"granted": act.body.yes});
        act.record("time.decide", "assignment", &request.assignment_id, Some(&request.candidate_id), detail)?;
        Ok(Nothing)
    }
}
