//! The author's own view: the list of interviews and the page of one.

use crate::{
    db::{
        Conn,
        assignments::{self, Assignment},
        candidates, files,
        interviews::{self, Interview},
        loops, place_requests, plans, scorecards, servings,
        words::fold,
    },
    failure::Failure,
    http::{
        notices::tell::tell_team,
        operation::{Act, Json},
    },
};
use evenhand_hiring::loops::{due_at, interview_end};
use evenhand_policy::{OwnCard, Viewer, grant::OwnCardGrant};
use evenhand_shared::{
    AssignmentId, Code, Timestamp,
    files::ShownFile,
    loops::SlotState,
    notices::NoticeKind,
    plan::{Competency, Kit, PlanVersion},
    scorecards::{CardState, MyInterview, ScorecardPage},
};
use std::collections::HashMap;

/// What stands where a blind stage keeps the name.
const NAMELESS: &str = "Candidate, name kept for this stage";

/// The caller's own place with the frozen plan.
pub struct Own {
    /// The place.
    pub row: Assignment,
    /// The right to its card.
    pub grant: OwnCardGrant,
    /// The caller's own interview.
    pub interview: Interview,
    version: PlanVersion,
    kit: Kit,
}

impl Own {
    /// The focus competencies with their frozen rubrics, in the kit's order.
    #[must_use]
    pub fn competencies(&self) -> Vec<Competency> {
        self.kit.rates.iter().filter_map(|key| self.version.plan.competency(key)).cloned().collect()
    }
}

/// The place named in the path, when it is the caller's own; absent for everyone else, whatever their role (B02, B07).
pub fn own_card<B>(act: &mut Act<'_, B>) -> Result<Own, Failure> {
    let id: AssignmentId = act.id()?;
    own_place(act, &id)
}

/// The same for a place that is named elsewhere.
pub fn own_place<B>(act: &mut Act<'_, B>, id: &AssignmentId) -> Result<Own, Failure> {
    let row = assignments::find_own(act.conn, id, act.viewer.id())?;
    let grant =
        OwnCardGrant::for_author(act.viewer, id, &row.person_id.as_str().into()).ok_or(Failure::NotFound)?;
    let interview = interviews::find(act.conn, &row.interview_id.as_str().into())?;
    let version = plans::find(act.conn, &row.plan_id.as_str().into())?;
    let kit = kit(&version, &interview)?;
    Ok(Own { row, grant, interview, version, kit })
}

/// The kit of an interview in its frozen plan.
pub fn kit(version: &PlanVersion, interview: &Interview) -> Result<Kit, Failure> {
    let kit = version.plan.kit(&interview.kit).cloned();
    kit.ok_or_else(|| Failure::Internal(format!("the plan has no kit {}", interview.kit)))
}

/// Refuses where no card is owed any more.
pub fn demand_place(own: &Own) -> Result<(), Failure> {
    if own.row.state()?.stands() {
        Ok(())
    } else {
        Err(Failure::refused(Code::Conflict, "This interview does not ask for a scorecard any more."))
    }
}

/// Refuses changes to anything but an open draft.
pub fn demand_draft(conn: &mut Conn, own: &Own) -> Result<(), Failure> {
    demand_place(own)?;
    match scorecards::find(conn, &own.grant)?.state.as_str() {
        "draft" => Ok(()),
        "sealing" => Err(Failure::refused(
            Code::Sealed,
            "You have just submitted this scorecard. Undo first, then change it.",
        )),
        _ => Err(Failure::refused(
            Code::Sealed,
            "This scorecard is sealed. You can append an amendment with a reason.",
        )),
    }
}

/// Says yes, no or no-show for the caller's own place.
pub fn answer<B>(act: &mut Act<'_, B>, to: SlotState, action: &str) -> Result<Json<MyInterview>, Failure> {
    let mut own = own_card(act)?;
    let card = scorecards::find(act.conn, &own.grant)?;
    let from = own.row.state()?;
    if from != to {
        if !from.stands() || card.state != "draft" {
            return Err(Failure::refused(
                Code::Conflict,
                "This can be said only while the scorecard is open.",
            ));
        }
        assignments::set_state(act.conn, &own.row.id, to)?;
        let (id, candidate) = (own.row.id.clone(), own.row.candidate_id.clone());
        act.record(action, "assignment", &id, Some(&candidate), serde_json::json!({}))?;
        if action == "assignment.decline" {
            let row = loops::find(act.conn, &own.row.loop_id.as_str().into())?;
            tell_team(act, &row, None, NoticeKind::Declined)?;
        }
        own.row = assignments::find_own(act.conn, &id.into(), act.viewer.id())?;
    }
    let name = candidates::find(act.conn, &own.row.candidate_id.as_str().into())?.name;
    let extended =
        place_requests::extensions(act.conn, std::slice::from_ref(&own.row.id))?.remove(&own.row.id);
    Ok(Json(my_interview(&own.row, &own.interview, &own.version, &own.kit, name, &card.state, extended)?))
}

/// Everything the viewer is or was on, soonest first, what has no time last.
pub fn my_interviews(conn: &mut Conn, viewer: &Viewer) -> Result<Vec<MyInterview>, Failure> {
    let rows = assignments::list_own(conn, viewer.id())?;
    let cards: HashMap<AssignmentId, OwnCard> = assignments::own_everywhere(conn, viewer.id())?
        .into_iter()
        .map(|(_, slot)| (slot.assignment, slot.card))
        .collect();
    let ids: Vec<String> = rows.iter().map(|row| row.interview_id.clone()).collect();
    let interviews: HashMap<String, Interview> =
        interviews::list_by_ids(conn, &ids)?.into_iter().map(|i| (i.id.clone(), i)).collect();
    let mut versions: HashMap<String, PlanVersion> = HashMap::new();
    let places: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    let extended = place_requests::extensions(conn, &places)?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        if !versions.contains_key(&row.plan_id) {
            versions.insert(row.plan_id.clone(), plans::find(conn, &row.plan_id.as_str().into())?);
        }
        let (Some(version), Some(interview)) =
            (versions.get(&row.plan_id), interviews.get(&row.interview_id))
        else {
            return Err(Failure::Internal("an assignment without plan or interview".to_owned()));
        };
        let name = candidates::find(conn, &row.candidate_id.as_str().into())?.name;
        let card = match cards.get(&AssignmentId(row.id.clone())) {
            Some(OwnCard::Sealing) => "sealing",
            Some(OwnCard::Submitted) => "submitted",
            Some(OwnCard::Withdrawn) => "withdrawn",
            _ => "draft",
        };
        all.push(my_interview(
            row,
            interview,
            version,
            &kit(version, interview)?,
            name,
            card,
            extended.get(&row.id).copied(),
        )?);
    }
    all.sort_by_key(|i| (i.starts_at.is_none(), i.starts_at, i.id.clone()));
    Ok(all)
}

fn my_interview(
    row: &Assignment,
    interview: &Interview,
    version: &PlanVersion,
    kit: &Kit,
    name: String,
    card: &str,
    extended: Option<Timestamp>,
) -> Result<MyInterview, Failure> {
    let slot = row.state()?;
    let starts_at = interview.starts_at.map(Timestamp);
    Ok(MyInterview {
        id: row.id.as_str().into(),
        candidate_name: if kit.blind { NAMELESS.to_owned() } else { name },
        job: format!("{}, {}", version.plan.job.title, version.plan.job.level),
        kit_name: kit.name.clone(),
        minutes: kit.minutes,
        starts_at,
        zone: interview.zone.clone(),
        place: interview.place.clone(),
        kind: row.kind()?,
        slot,
        card: match card {
            "submitted" => CardState::Submitted,
            "withdrawn" => CardState::Withdrawn,
            _ if !slot.stands() => CardState::Void,
            "sealing" => CardState::Sealing,
            _ => CardState::Draft,
        },
        // A time that was granted on request counts, when it is later.
        due_at: due_at(interview_end(starts_at, kit.minutes)).max(extended),
    })
}

/// The page of one scorecard for its author.
pub fn page(conn: &mut Conn, viewer: &Viewer, own: &Own) -> Result<ScorecardPage, Failure> {
    let card = scorecards::find(conn, &own.grant)?;
    let candidate = candidates::find(conn, &own.row.candidate_id.as_str().into())?;
    let shown: Vec<String> = own.kit.shows.iter().map(|key| folded_key(key)).collect();
    let files = shown_files(conn, own)?;
    let answers = candidate
        .answers()?
        .into_iter()
        .filter(|(heading, _)| shown.contains(&folded_key(heading)))
        .collect();
    let closed = matches!(card.state.as_str(), "submitted" | "withdrawn");
    let served = servings::any(conn, viewer.id(), &own.row.candidate_id.as_str().into())?;
    let extended = place_requests::extensions(conn, std::slice::from_ref(&own.row.id))?.remove(&own.row.id);
    let may_ask = closed || own.row.unblinded_at.is_some();
    Ok(ScorecardPage {
        interview: my_interview(
            &own.row,
            &own.interview,
            &own.version,
            &own.kit,
            candidate.name,
            &card.state,
            extended,
        )?,
        competencies: own.competencies(),
        plan_number: own.version.number,
        brief: own.row.brief.clone(),
        stage: own.row.stage.clone(),
        planned_kits: own.row.planned_kits()?,
        answers,
        files,
        reveal: own_rule(conn, own)?,
        fields: scorecards::fields(conn, &own.grant)?,
        seals_at: card.seals_at.map(Timestamp),
        submitted_at: card.submitted_at.map(Timestamp),
        exposed: if closed { card.exposed } else { served },
        amendments: scorecards::own_revisions(conn, &own.grant)?.amendments,
        packet_path: may_ask.then(|| format!("/api/v1/loops/{}/packet", own.row.loop_id)),
        kit: own.kit.clone(),
    })
}

/// The candidate's files that the kit lists, as they stood at assignment. Where a blind stage keeps the name, a file would give it.
pub fn shown_files(conn: &mut Conn, own: &Own) -> Result<Vec<ShownFile>, Failure> {
    if own.kit.blind {
        return Ok(Vec::new());
    }
    let shown: Vec<String> = own.kit.shows.iter().map(|key| folded_key(key)).collect();
    let files = files::list_assigned(conn, &own.row.id)?.into_iter();
    Ok(files
        .filter(|(_, label, _)| shown.contains(&folded_key(label)))
        .map(|(id, label, kind)| ShownFile { id, label, kind })
        .collect())
}

/// The loop's reveal rule: fixed at its start, so it tells nothing.
fn own_rule(conn: &mut Conn, own: &Own) -> Result<evenhand_shared::plan::RevealRule, Failure> {
    loops::find_rule(conn, &own.row.loop_id.as_str().into())
}

/// `Why this role` and `why-this-role` are one key.
fn folded_key(text: &str) -> String {
    fold(text).replace([' ', '_'], "-")
}
