//! D08: every act that changes something leaves its entry, and the chain of entries holds.

use crate::audit_acts::Play;
use diesel::{connection::SimpleConnection, prelude::*};
use evenhand_server::{
    db::{Conn, audit, schema},
    failure::Failure,
    http::{operation::Door, routes},
};
use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::json;
use std::collections::BTreeMap;

const NOOR: &str = "Noor Haddad";

/// What each operation that may write leaves behind. A new operation fails the test until it stands here.
const ACTIONS: &[(&str, &[&str])] = &[
    ("applications.reject", &["application.reject"]),
    ("applications.letter", &["application.letter"]),
    ("applications.undo_rejection", &["application.reject_undo"]),
    ("applications.announce", &["application.announce"]),
    ("candidates.source", &["candidate.source"]),
    ("notes.add", &["note.add"]),
    ("notes.change", &["note.change"]),
    ("applications.take_back", &["application.take_back"]),
    ("jobs.cover", &["job.cover"]),
    ("assignments.exchange", &["exchange.propose"]),
    ("assignments.exchange_end", &["exchange.take_back"]),
    ("requests.exchange", &["exchange.accept"]),
    ("scorecards.history", &["card.history"]),
    ("interviews.comparison", &["comparison.read"]),
    ("imports.take_back", &["application.take_back", "import.take_back"]),
    ("files.add", &["file.add"]),
    ("files.remove", &["file.remove"]),
    ("tags.add", &["tag.add"]),
    ("tags.remove", &["tag.remove"]),
    ("applications.stage", &["application.stage"]),
    ("board.move", &["application.stage"]),
    ("board.reject", &["application.reject"]),
    ("board.undo", &["application.stage"]),
    ("assignments.accept", &["assignment.accept"]),
    ("assignments.decline", &["assignment.decline"]),
    ("assignments.no_show", &["assignment.no_show"]),
    ("assignments.remove", &["assignment.remove"]),
    ("assignments.replace", &["assignment.replace"]),
    ("candidates.import", &["application.create"]),
    ("interviews.add_panelist", &["assignment.create"]),
    ("interviews.cancel", &["interview.cancel"]),
    ("interviews.no_show", &["interview.no_show"]),
    ("interviews.schedule", &["interview.schedule"]),
    ("jobs.change", &["job.change"]),
    ("jobs.create", &["job.create", "job.team_add"]),
    ("jobs.outcomes", &["job.outcomes"]),
    ("jobs.stages", &["job.stages"]),
    ("jobs.status", &["job.open"]),
    ("jobs.team_add", &["job.team_add"]),
    ("jobs.team_remove", &["job.team_remove"]),
    ("ladder.add", &["ladder.add"]),
    ("ladder.change", &["ladder.change"]),
    ("ladder.remove", &["ladder.remove"]),
    ("loops.add_interview", &["loop.add_interview"]),
    ("loops.open", &["loop.release"]),
    ("loops.packet", &["packet.read"]),
    ("loops.start", &["loop.start"]),
    ("password_links.redeem", &["password.set"]),
    ("people.change", &["person.change"]),
    ("people.create", &["person.create", "invitation.create"]),
    ("people.import", &["person.create", "invitation.create", "person.import"]),
    ("people.invite", &["invitation.create"]),
    ("people.revoke_invitation", &["invitation.revoke"]),
    ("people.password_link", &["password_link.create"]),
    ("plans.create", &["job.create", "job.team_add", "plan.publish"]),
    ("plans.draft_start", &["plan.draft_start"]),
    ("plans.draft_save", &["plan.draft_change"]),
    ("plans.draft_discard", &["plan.draft_discard"]),
    ("plans.publish", &["plan.publish"]),
    ("library.create", &["library.create"]),
    ("library.draft_start", &["library.draft_start"]),
    ("library.draft_save", &["library.draft_change"]),
    ("library.draft_discard", &["library.draft_discard"]),
    ("library.publish", &["library.publish"]),
    ("scorecards.amend", &["scorecard.amend"]),
    ("scorecards.submit", &["scorecard.submit"]),
    ("scorecards.unblind", &["scorecard.unblind"]),
    ("scorecards.undo", &["scorecard.undo"]),
    ("scorecards.withdraw", &["scorecard.withdraw"]),
    ("sessions.end", &["session.end"]),
    ("leaves.remove", &["leave.remove"]),
    ("people.add_leave", &["leave.create"]),
    ("profile.add_leave", &["leave.create"]),
    ("profile.change", &["profile.change"]),
    ("people.deactivate", &["person.deactivate"]),
    ("people.reactivate", &["person.reactivate"]),
    ("people.sign_out", &["person.sign_out"]),
    ("sessions.end_one", &["session.end"]),
    ("sessions.end_others", &["session.end_others"]),
    ("sessions.end_all", &["session.end_all"]),
    ("sessions.open", &["session.open"]),
    ("setup.claim", &["setup.claim", "session.open"]),
    // Drafts belong to their author alone; that a session goes on is no act. A token used again is one, and is tested with it.
    ("scorecards.save", &[]),
    ("notices.seen", &[]),
    ("assignments.knows", &["assignment.knows"]),
    ("assignments.more_time", &["assignment.more_time"]),
    ("assignments.nudge", &["assignment.nudge"]),
    ("assignments.swap", &["assignment.swap"]),
    ("loops.break_glass", &["loop.break_glass"]),
    ("requests.answer", &["swap.refuse"]),
    ("requests.decide", &["time.decide"]),
    ("sessions.refresh", &[]),
];

/// The number of entries.
pub async fn last(world: &World) -> i64 {
    let seq =
        |conn: &mut Conn| Ok(schema::audit_head::table.select(schema::audit_head::seq).first::<i64>(conn)?);
    world.app.db.read(seq).await.unwrap()
}

/// Actions after an entry, in order.
pub async fn after(world: &World, seq: i64) -> Vec<String> {
    let load = move |conn: &mut Conn| {
        let newer = schema::audit::table.filter(schema::audit::seq.gt(seq)).order(schema::audit::seq);
        Ok(newer.select(schema::audit::action).load::<String>(conn)?)
    };
    world.app.db.read(load).await.unwrap()
}

async fn verify(world: &World) -> Result<i64, i64> {
    world.app.db.read(audit::verify).await.unwrap()
}

async fn d08_every_act_leaves_its_entry(engine: Engine) {
    let play = Play::whole(engine).await;
    let seen = play.seen.take();
    let table: BTreeMap<&str, &[&str]> = ACTIONS.iter().copied().collect();
    for entry in routes::entries().iter().filter(|entry| entry.route.door == Door::Write) {
        let id = entry.route.id;
        let expected = table.get(id).unwrap_or_else(|| panic!("{id} does not stand in the table"));
        let left = seen.get(id).unwrap_or_else(|| panic!("{id} was not called"));
        let mut distinct: Vec<&str> = left.iter().map(String::as_str).collect();
        distinct.dedup();
        assert_eq!(&distinct, expected, "{id}");
    }
    let entries = last(&play.world).await;
    assert!(entries > 60, "{entries}");
    assert_eq!(verify(&play.world).await, Ok(entries));
    // Rows hold ids, never names or words that somebody wrote.
    let load =
        |conn: &mut Conn| Ok(schema::audit::table.select(schema::audit::detail).load::<String>(conn)?);
    let details = play.world.app.db.read(load).await.unwrap().concat();
    for word in ["Noor", "Ines", "example.", "Calm", "deadline", "closer", "mixed up", "saw something"] {
        assert!(!details.contains(word), "{word} in the audit");
    }
}

async fn d08_what_fails_leaves_nothing(engine: Engine) {
    let (world, org) = World::organisation(engine).await;
    let row = world.application("rita", &org.job, NOOR).await;
    let path = format!("/applications/{}/stage", row["id"].as_str().unwrap());
    drop((world.token("rita").await, world.token("rafa").await));
    let before = last(&world).await;
    world.post("rita", &path, json!({"stage": "Offer", "version": 9})).await.is(409);
    world.post("rita", &path, json!({"stage": "Nowhere", "version": 1})).await.is(422);
    world.post("rafa", &path, json!({"stage": "Offer", "version": 1})).await.is(404);
    let file = json!({"csv": "name,email\nZed,zed@example.net\n", "dry_run": true});
    world.post("rita", &format!("/jobs/{}/candidates/import", org.job), file).await.is(200);
    assert_eq!(after(&world, before).await, Vec::<String>::new());
    assert_eq!(verify(&world).await, Ok(before));
}

/// Runs SQL as whoever holds the database could.
async fn execute(world: &World, sql: String) -> Result<(), Failure> {
    let run = move |conn: &mut Conn| {
        match conn {
            Conn::Sqlite(sqlite) => sqlite.batch_execute(&sql),
            Conn::Postgres(pg) => pg.batch_execute(&sql),
        }
        .map_err(Failure::from)
    };
    world.app.db.write(run).await
}

async fn d08_entries_are_final(engine: Engine) {
    let (world, _) = World::organisation(engine).await;
    let entries = last(&world).await;
    for sql in [
        "UPDATE audit SET action = 'nothing' WHERE seq = 3",
        "UPDATE audit SET seq = seq + 1000",
        "DELETE FROM audit WHERE seq = 3",
        "DELETE FROM audit",
    ] {
        let refused = execute(&world, sql.to_owned()).await;
        assert!(
            matches!(&refused, Err(Failure::Internal(why)) if why.contains("audit rows are final")),
            "{sql}: {refused:?}"
        );
    }
    assert_eq!(verify(&world).await, Ok(entries));
}

/// Whoever takes the guard away as well is found out: the first entry that does not fit is named.
async fn d08_tampering_is_found(engine: Engine) {
    for (sql, first) in [
        ("UPDATE audit SET action = 'nothing' WHERE seq = 5", 5),
        ("UPDATE audit SET detail = '{}' || detail WHERE seq = 5", 5),
        ("UPDATE audit SET actor = NULL WHERE seq = 5", 5),
        ("UPDATE audit SET at = at + 1 WHERE seq = 5", 5),
        ("DELETE FROM audit WHERE seq = 5", 5),
        (
            "UPDATE audit SET seq = -5 WHERE seq = 5; UPDATE audit SET seq = 5 WHERE seq = 6; UPDATE audit SET seq = 6 WHERE seq = -5",
            5,
        ),
        ("DELETE FROM audit WHERE seq > 5", 6),
        ("DELETE FROM audit", 1),
    ] {
        let world = World::empty(engine).await;
        world.set_up().await;
        world.add_person("rita", &["recruiter"], 5).await;
        drop(world.token("rita").await);
        assert!(last(&world).await > 5);
        let guards = match engine {
            Engine::Sqlite => "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;",
            Engine::Postgres => "DROP TRIGGER audit_no_update ON audit;",
        };
        execute(&world, format!("{guards} {sql}")).await.unwrap();
        assert_eq!(verify(&world).await, Err(first), "{sql}");
    }
}

on_both_engines! {
    d08_entries => super::d08_every_act_leaves_its_entry;
    d08_failures => super::d08_what_fails_leaves_nothing;
    d08_final => super::d08_entries_are_final;
    d08_tampering => super::d08_tampering_is_found;
}
