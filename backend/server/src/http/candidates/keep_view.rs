//! `POST /my/views`.

use super::TEAM;
use crate::{
    db::{saved_views, words::fold},
    failure::Failure,
    http::operation::{Act, Door, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_shared::candidate_list::{CandidateFilter, SavedView, VIEW_NAME_MAX, VIEWS_MAX};

/// Keeps a view under a name, in place of an earlier one of that name.
pub struct KeepView;

impl Operation for KeepView {
    const ROUTE: Route = Route {
        id: "views.keep",
        verb: Verb::Post,
        path: "/my/views",
        summary: "Keeps a view of the list of candidates under a name",
        class: Class::Own,
        who: Who::Roles(TEAM),
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = SavedView;
    type Answer = Json<Vec<SavedView>>;

    fn run(act: &mut Act<'_, SavedView>) -> Result<Self::Answer, Failure> {
        let SavedView { name, filter } = act.body.clone();
        let name = name.trim().to_owned();
        if name.is_empty() {
            return Err(Failure::field("/name", "required", "Give the view a name."));
        }
        if name.chars().count() > VIEW_NAME_MAX || name.chars().any(char::is_control) {
            return Err(Failure::field(
                "/name",
                "too_long",
                "Keep the name to one line of at most 60 characters.",
            ));
        }
        // Said as an address would say it, and read again: what no list takes is not kept.
        let filter = CandidateFilter::read(|name| {
            filter.pairs().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
        })
        .map_err(|name| {
            Failure::field(&format!("/filter/{name}"), "too_long", "This is longer than the list takes.")
        })?;
        let known = saved_views::list(act.conn, act.viewer.id())?;
        let new = known.iter().all(|view| fold(&view.name) != fold(&name));
        if new && known.len() >= VIEWS_MAX {
            return Err(Failure::field("/name", "too_many", "Forget a view first: 30 can be kept."));
        }
        saved_views::put(act.conn, act.viewer.id(), &SavedView { name, filter })?;
        saved_views::list(act.conn, act.viewer.id()).map(Json)
    }
}
