//! The seal that falls when the seconds for undo are over (S10), and the release that may follow from it (S6, S8).

use crate::{
    app::App,
    db::{
        Conn, assignments,
        audit::{self, Entry},
        interviews, loops, releases, scorecards, servings,
    },
    failure::Failure,
    panel::slot_fact,
};
use evenhand_hiring::loops::panel_complete;
use evenhand_policy::grant::SealGrant;
use evenhand_shared::{AssignmentId, LoopId, PersonId, Timestamp, loops::ReleaseKind, plan::RevealRule};
use serde_json::json;
use std::{collections::HashMap, time::Duration};

/// Lets every seal fall that is due, in the order of their times; answers how many fell.
pub async fn seal_due(app: &App) -> Result<usize, Failure> {
    let now = app.clock.now();
    let due =
        app.db.read(move |conn| scorecards::list_due(conn, &SealGrant::for_the_sealing_job(), now)).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let fell = app
        .db
        .write(move |conn| {
            let grant = SealGrant::for_the_sealing_job();
            // Asked again inside the transaction: an undo may have come in between.
            let due = scorecards::list_due(conn, &grant, now)?;
            for (card, at) in &due {
                seal(conn, &grant, card, *at)?;
            }
            Ok(due.len())
        })
        .await?;
    app.committed();
    Ok(fell)
}

/// Runs until the server stops.
pub async fn run(app: App) {
    loop {
        if let Err(failure) = seal_due(&app).await {
            tracing::error!(?failure, "sealing");
        }
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
}

/// Lets one seal fall at its time, with the release that may follow.
pub fn seal(conn: &mut Conn, grant: &SealGrant, id: &AssignmentId, at: Timestamp) -> Result<(), Failure> {
    let assignment = assignments::find(conn, id)?;
    let author: PersonId = assignment.person_id.as_str().into();
    let loop_id: LoopId = assignment.loop_id.as_str().into();
    let exposed = servings::any(conn, &author, &assignment.candidate_id.as_str().into())?;
    let released = releases::find(conn, &loop_id)?.is_some();
    scorecards::seal(conn, grant, id, at, exposed, released)?;
    audit::append(
        conn,
        &Entry {
            at,
            actor: Some(&author),
            action: "scorecard.seal",
            object_kind: "scorecard",
            object_id: id.as_str(),
            candidate: Some(&assignment.candidate_id),
            detail: json!({"exposed": exposed, "late": released}),
        },
    )?;
    if released {
        return Ok(());
    }
    let row = loops::find(conn, &loop_id)?;
    if row.rule()? == RevealRule::DebriefOpened || !complete(conn, grant, &loop_id)? {
        return Ok(());
    }
    let release = releases::ReleaseRow { at, kind: ReleaseKind::PanelComplete, by: None, reason: None };
    releases::insert(conn, &loop_id, &release)?;
    audit::append(
        conn,
        &Entry {
            at,
            actor: None,
            action: "loop.release",
            object_kind: "loop",
            object_id: loop_id.as_str(),
            candidate: Some(&row.candidate_id),
            detail: json!({"kind": "panel_complete"}),
        },
    )
}

fn complete(conn: &mut Conn, grant: &SealGrant, loop_id: &LoopId) -> Result<bool, Failure> {
    let cancelled: HashMap<String, bool> =
        interviews::list(conn, loop_id)?.into_iter().map(|i| (i.id, i.cancelled)).collect();
    let states = scorecards::states_for_sealing(conn, grant, loop_id)?;
    let slots = assignments::list(conn, loop_id)?
        .iter()
        .map(|a| {
            let cancelled = cancelled.get(&a.interview_id).copied().unwrap_or(false);
            // Completeness does not depend on times.
            slot_fact(a, cancelled, None, states.get(&a.id).map(String::as_str))
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(panel_complete(&slots))
}
