//! `GET /candidates`.

use super::{
    TEAM,
    asking::{self, Question},
    row::{self, Full, Standings},
};
use crate::{
    db::{
        Conn, applications,
        candidate_list::{self, Listed, Place},
        rejections, tags,
    },
    failure::Failure,
    http::{
        cursor,
        operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
    },
};
use evenhand_policy::Class;
use evenhand_shared::{
    Code, Timestamp,
    candidate_list::{CandidatePage, CandidateRow, ListSort, PAGE, PAGE_MAX},
    rejections::RejectionBrief,
};

/// The applications to the caller's jobs, page by page. Those of candidates on whom the caller is open stand before all others on
/// the first page, whatever the order, and are chosen by their constants alone; nothing else of the list knows of them.
pub struct ListCandidates;

impl Operation for ListCandidates {
    const ROUTE: Route = Route {
        id: "candidates.list",
        verb: Verb::Get,
        path: "/candidates",
        summary: "The applications to the caller's jobs; rows of candidates on whom the caller is blind are constant",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &["q", "job", "stage", "source", "tag", "status", "sort", "most", "after"],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<CandidatePage>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let filter = asking::filter(act)?;
        let most = most(act)?;
        let standings = Standings::load(act.conn, act.viewer)?;
        let question = Question::new(act.conn, act.viewer, &standings, filter)?;
        let (key, list) = (&act.app.secrets.cursors, question.list()?);
        let behind = act
            .parameter("after")
            .map(|text| cursor::take_back(key, act.viewer, &list, text).and_then(|place| place_of(&place)))
            .transpose()?;

        let frozen = question.frozen(act.conn, &standings)?;
        let asked = question.asked();
        let counted = candidate_list::count(act.conn, &asked)?;
        let total = usize::try_from(counted).unwrap_or(0).saturating_add(frozen.len());
        let one_more = i64::try_from(most.saturating_add(1)).unwrap_or(i64::MAX);
        let mut listed =
            candidate_list::list(act.conn, &asked, question.filter.sort, behind.as_ref(), one_more)?;
        let more = listed.len() > most;
        listed.truncate(most);
        let last = listed.last().filter(|_| more);
        let after =
            last.map(|row| cursor::hand_out(key, act.viewer, &list, &place(row, question.filter.sort)));

        let frozen = if behind.is_none() { frozen } else { Vec::new() };
        let mut rows: Vec<CandidateRow> = row::of_jobs(act.conn, &standings, &question.mine, frozen)?
            .into_iter()
            .map(|full| constant(full.row))
            .collect();
        let keys = listed.iter().map(Listed::key).collect();
        let full = row::of_jobs(act.conn, &standings, &question.mine, keys)?;
        rows.extend(with_the_rest(act.conn, full, listed)?);
        Ok(Json(CandidatePage { rows, total: u64::try_from(total).unwrap_or(0), after }))
    }
}

fn most(act: &Act<'_, Empty>) -> Result<usize, Failure> {
    match act.parameter("most") {
        None => Ok(PAGE),
        Some(text) => {
            text.parse().ok().filter(|most| (1..=PAGE_MAX).contains(most)).ok_or_else(|| {
                Failure::refused(Code::BadRequest, "Ask for 1 to 500 rows at once with `most`.")
            })
        }
    }
}

/// The place of a row as text: all of it stands in the row that the viewer was given.
fn place(row: &Listed, sort: ListSort) -> String {
    let at = match sort {
        ListSort::Name | ListSort::NameDown => row.name_folded.clone(),
        ListSort::Added | ListSort::AddedDown => row.created_at.to_string(),
        ListSort::Since | ListSort::SinceDown => row.stage_since.to_string(),
    };
    format!("{} {at}", row.id)
}

fn place_of(text: &str) -> Result<Place, Failure> {
    let (id, at) = text.split_once(' ').ok_or_else(cursor::unknown)?;
    Ok(Place { at: at.to_owned(), id: id.to_owned() })
}

/// The row of somebody on whom the viewer is open.
fn constant(row: evenhand_shared::candidates::ApplicationRow) -> CandidateRow {
    CandidateRow {
        row,
        email: String::new(),
        source: String::new(),
        tags: Vec::new(),
        added: None,
        since: None,
        version: None,
        rejection: None,
    }
}

/// What the team knows beside the rows.
fn with_the_rest(
    conn: &mut Conn,
    full: Vec<Full>,
    listed: Vec<Listed>,
) -> Result<Vec<CandidateRow>, Failure> {
    let ids: Vec<String> = listed.iter().map(|row| row.id.clone()).collect();
    let mut tags = tags::list(conn, &ids)?;
    let rejected: Vec<String> =
        full.iter().filter(|full| full.row.rejected).map(|full| full.row.id.0.clone()).collect();
    let rejections = rejections::list(conn, &rejected)?;
    let rows = full.into_iter().zip(listed).map(|(full, listed)| {
        let rejection = full.stored.as_ref().and_then(|stored: &applications::Application| {
            let about = rejections.get(&stored.id);
            Some(RejectionBrief {
                reason: stored.rejection_reason.clone()?,
                decided_at: about.map(|row| Timestamp(row.decided_at)),
                undo: about.is_none_or(|row| row.announced_at.is_none()),
            })
        });
        CandidateRow {
            email: listed.email,
            source: listed.source,
            tags: tags.remove(&listed.id).unwrap_or_default(),
            added: Some(Timestamp(listed.created_at)),
            since: Some(Timestamp(listed.stage_since)),
            version: full.stored.map(|stored| stored.version),
            row: full.row,
            rejection,
        }
    });
    Ok(rows.collect())
}
