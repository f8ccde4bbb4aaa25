//! Random exploration: thousands of acts in an order that a seed draws; those that are secret to the observer in the busy world
//! only. The observer's projections are compared after every step, the full sweep at intervals, and an oracle that shares
//! nothing with the policy is asked who may read the packet.

use crate::{pair::Pair, sweep::Depth};
use diesel::prelude::*;
use evenhand_server::db::schema::{assignments, job_team, loops, people, releases, scorecards};
use evenhand_shared::time::SECOND;
use evenhand_tests::{Engine, World};
use serde_json::{Value, json};

/// A generator that gives the same steps for the same seed, everywhere.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        // SplitMix64: the constants are its published ones.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

const OTHERS: [&str; 4] = ["tomas", "aiko", "dele", "otto"];
const WATCHED: [&str; 7] = ["tomas", "aiko", "dele", "otto", "tess", "hana", "root"];

/// What the steps act on; read from the busy world's database, so that every step can hit something.
struct Scene {
    loop_id: String,
    application: String,
    candidate: String,
    observers_card: String,
    kits: Vec<String>,
}

async fn secret_step(world: &World, scene: &Scene, draw: &mut Draw) {
    let who = *draw.pick(&OTHERS);
    let places = places(world, &scene.loop_id, who).await;
    // Without a place of their own, people try the observer's: that must do nothing.
    let has_place = !places.is_empty();
    let place = if has_place { draw.pick(&places).clone() } else { scene.observers_card.clone() };
    let level = i64::try_from(draw.below(4)).unwrap() + 1;
    let recommendation = *draw.pick(&["strong_no", "no", "yes", "strong_yes"]);
    let act = draw.below(24);
    if !has_place && matches!(act, 13 | 14 | 17) {
        // The team's acts on the observer's own place are no secret.
        return;
    }
    match act {
        0..=3 => write_draft(world, who, &place, level, recommendation).await,
        4..=6 => {
            write_draft(world, who, &place, level, recommendation).await;
            world.post(who, &format!("/scorecards/{place}/submission"), json!({})).await;
        }
        7 => drop(world.act(who, "DELETE", &format!("/scorecards/{place}/submission"), json!({})).await),
        8 => {
            let body = json!({"reason": "Thought about it again.", "fields": good_fields(world, who, &place, level, recommendation).await});
            world.post(who, &format!("/scorecards/{place}/amendments"), body).await;
        }
        9 => drop(
            world
                .post(
                    who,
                    &format!("/scorecards/{place}/withdrawal"),
                    json!({"reason": "I know them from before."}),
                )
                .await,
        ),
        10 => drop(world.post(who, &format!("/assignments/{place}/acceptance"), json!({})).await),
        11 => drop(world.post(who, &format!("/assignments/{place}/decline"), json!({})).await),
        12 => {
            drop(world.post(who, &format!("/scorecards/{place}/unblinding"), json!({"confirm": true})).await)
        }
        13 => {
            let successor = *draw.pick(&OTHERS);
            let body = json!({"person_id": world.person(successor).await});
            world.post("tess", &format!("/assignments/{place}/replacement"), body).await;
        }
        14 => drop(world.post("tess", &format!("/assignments/{place}/removal"), json!({})).await),
        15 | 16 => {
            let kind = *draw.pick(&["interviewer", "interviewer", "shadow", "reverse_shadow"]);
            let person = world.person(who).await;
            let body = json!({"kit": draw.pick(&scene.kits), "panel": [{"person_id": person, "kind": kind, "required": draw.below(2) == 0}]});
            world.post("tess", &format!("/loops/{}/interviews", scene.loop_id), body).await;
        }
        17 => {
            let id = interview_of(world, &place).await;
            world.post("tess", &format!("/interviews/{id}/no-show"), json!({})).await;
        }
        18 => drop(
            world
                .post(
                    "hana",
                    &format!("/loops/{}/opening", scene.loop_id),
                    json!({"reason": "Time to talk about it."}),
                )
                .await,
        ),
        19 => {
            let person = *draw.pick(&["tess", "hana", "tomas", "aiko", "dele", "otto"]);
            world.get(person, &format!("/loops/{}/packet", scene.loop_id)).await;
        }
        20 => {
            let version = application_version(world, &scene.application).await;
            let stage =
                json!({"stage": draw.pick(&["Applied", "Screen", "Loop", "Offer"]), "version": version});
            world.post("tess", &format!("/applications/{}/stage", scene.application), stage).await;
        }
        21 => {
            let version = application_version(world, &scene.application).await;
            let body = json!({"reason": "Somebody else fits better.", "version": version});
            world.post("tess", &format!("/applications/{}/rejection", scene.application), body).await;
        }
        _ => world.advance(11 * SECOND).await,
    }
}

async fn write_draft(world: &World, who: &str, card: &str, level: i64, recommendation: &str) {
    let fields = good_fields(world, who, card, level, recommendation).await;
    let page = world.get(who, &format!("/scorecards/{card}")).await;
    let page = if page.status == 200 { page.json() } else { Value::Null };
    let changes: Vec<Value> = fields
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| json!({"field": name, "base": page["fields"][name]["version"].as_i64().unwrap_or(0), "value": value}))
        .collect();
    world.act(who, "PATCH", &format!("/scorecards/{card}"), json!({"fields": changes})).await;
}

async fn good_fields(world: &World, who: &str, card: &str, level: i64, recommendation: &str) -> Value {
    let mut fields = serde_json::Map::new();
    let page = world.get(who, &format!("/scorecards/{card}")).await;
    if page.status == 200 {
        for competency in page.json()["competencies"].as_array().unwrap() {
            let key = competency["key"].as_str().unwrap();
            fields.insert(format!("evidence:{key}"), json!(format!("saw {level} of {key}")));
            fields.insert(format!("rating:{key}"), json!(level.to_string()));
        }
    }
    fields.insert("recommendation".to_owned(), json!(recommendation));
    Value::Object(fields)
}

/// Gives somebody another set of roles, in both worlds alike: roles say nothing about a candidate. The observer is among them,
/// and on the team: whatever they become, they stay blind (B10).
async fn change_roles(pair: &Pair, draw: &mut Draw) {
    let who = *draw.pick(&["ines", "otto", "tomas"]);
    let sets: [&[&str]; 4] = [
        &["interviewer"],
        &["recruiter", "interviewer"],
        &["hiring_manager", "interviewer"],
        &["admin", "recruiter", "hiring_manager", "interviewer"],
    ];
    let roles = *draw.pick(&sets);
    for world in [&pair.quiet, &pair.busy] {
        let all = world.get("root", "/people").await.expect(200);
        let email = format!("{who}@example.org");
        let row = all.as_array().unwrap().iter().find(|row| row["email"] == *email).unwrap();
        let change = json!({"version": row["version"], "roles": roles});
        world.act("root", "PATCH", &format!("/people/{}", row["id"].as_str().unwrap()), change).await.is(200);
    }
}

/// What the observer can ask about this candidate without the whole sweep.
async fn probes(world: &World, scene: &Scene) -> Vec<evenhand_tests::Reply> {
    let mut replies = Vec::new();
    for path in [
        "/my/interviews".to_owned(),
        format!("/scorecards/{}", scene.observers_card),
        "/loops".to_owned(),
        "/candidates".to_owned(),
        format!("/loops/{}", scene.loop_id),
        format!("/loops/{}/packet", scene.loop_id),
        format!("/candidates/{}", scene.candidate),
    ] {
        replies.push(world.get("ines", &path).await);
    }
    replies
}

/// Who may read the packet, from the tables alone and in other words than the policy's.
async fn oracle(world: &World, scene: &Scene, who: &str) -> bool {
    let (loop_id, candidate, email) =
        (scene.loop_id.clone(), scene.candidate.clone(), format!("{who}@example.org"));
    world
        .app
        .db
        .read(move |conn| {
            let (person, roles): (String, String) = people::table
                .filter(people::email.eq(email))
                .select((people::id, people::roles))
                .first(conn)?;
            let job: String = loops::table.find(&loop_id).select(loops::job_id).first(conn)?;
            let parts: Vec<String> = job_team::table
                .filter(job_team::job_id.eq(job).and(job_team::person_id.eq(&person)))
                .select(job_team::role)
                .load(conn)?;
            let on_the_team = parts.iter().any(|part| roles.contains(&format!("\"{part}\"")));
            let own: Vec<(String, String, Option<i64>, String)> = assignments::table
                .inner_join(scorecards::table.on(scorecards::assignment_id.eq(assignments::id)))
                .filter(assignments::person_id.eq(&person).and(assignments::candidate_id.eq(&candidate)))
                .select((
                    assignments::loop_id,
                    assignments::state,
                    assignments::unblinded_at,
                    scorecards::state,
                ))
                .load(conn)?;
            let standing = |state: &str| state == "assigned" || state == "accepted";
            let owes = own.iter().any(|(_, state, unblinded, card)| {
                standing(state) && unblinded.is_none() && (card == "draft" || card == "sealing")
            });
            let spent = own.iter().any(|(l, _, unblinded, card)| {
                *l == loop_id && (card == "submitted" || card == "withdrawn" || unblinded.is_some())
            });
            let in_and_standing =
                own.iter().any(|(l, state, _, card)| *l == loop_id && standing(state) && card == "submitted");
            let rule: String = loops::table.find(&loop_id).select(loops::reveal).first(conn)?;
            let released =
                releases::table.find(&loop_id).select(releases::at).first::<i64>(conn).optional()?.is_some();
            let between_panelists = rule == "own_submitted" && in_and_standing;
            Ok(!owes && ((released && (on_the_team || spent)) || (!released && between_panelists)))
        })
        .await
        .unwrap()
}

async fn explore(engine: Engine, loops_count: usize, steps_each: usize, seed: u64) {
    let pair = Pair::begin(engine, "ines", "panel_complete").await;
    let mut draw = Draw(seed);
    // The observer and two of the panel are on the job's team as well; what it opens follows the roles that they hold.
    for world in [&pair.quiet, &pair.busy] {
        let people = world.get("root", "/people").await.expect(200);
        for row in people.as_array().unwrap() {
            if !["ines", "otto", "tomas"].iter().any(|who| row["email"] == format!("{who}@example.org")) {
                continue;
            }
            let id = row["id"].as_str().unwrap();
            let all =
                json!({"version": row["version"], "roles": ["recruiter", "hiring_manager", "interviewer"]});
            world.act("root", "PATCH", &format!("/people/{id}"), all).await.is(200);
            for role in ["recruiter", "hiring_manager"] {
                let member = json!({"person_id": id, "role": role});
                world.post("rita", &format!("/jobs/{}/team", pair.org.job), member).await.is(200);
            }
        }
    }
    let mut steps = 0_usize;
    for n in 0..loops_count {
        let rule = *draw.pick(&["panel_complete", "debrief_opened", "own_submitted"]);
        let name = format!("Person {n:03}");
        // Not all at the beginning: a recruiter on the panel may take out people who have no loop yet, and the sweep does.
        let csv = format!("name,email\n{name},p{n}@example.net\n");
        for world in [&pair.quiet, &pair.busy] {
            world.import_candidates("rita", &pair.org.job, &csv).await;
        }
        let panel =
            [("ines", "interviewer"), ("tomas", "interviewer"), ("aiko", "interviewer"), ("dele", "shadow")];
        let started = pair.quiet.start_loop_with(&pair.org, &name, rule, &panel).await;
        let also = pair.busy.start_loop_with(&pair.org, &name, rule, &panel).await;
        assert_eq!(started["id"], also["id"]);
        let application = pair.quiet.application("rita", &pair.org.job, &name).await;
        let scene = Scene {
            loop_id: started["id"].as_str().unwrap().to_owned(),
            application: application["id"].as_str().unwrap().to_owned(),
            candidate: application["candidate_id"].as_str().unwrap().to_owned(),
            observers_card: pair.quiet.card("ines", &name).await,
            kits: started["interviews"]
                .as_array()
                .unwrap()
                .iter()
                .map(|i| i["kit"].as_str().unwrap().to_owned())
                .collect(),
        };
        assert_eq!(scene.observers_card, pair.busy.card("ines", &name).await);
        for step in 0..steps_each {
            if draw.below(25) == 0 {
                change_roles(&pair, &mut draw).await;
            }
            let before = pair.busy.clock.now();
            secret_step(&pair.busy, &scene, &mut draw).await;
            // The clock is no secret.
            pair.quiet.advance(pair.busy.clock.now().since(before)).await;
            if draw.below(12) == 0 {
                for world in [&pair.quiet, &pair.busy] {
                    write_draft(world, "ines", &scene.observers_card, 3, "yes").await;
                }
            }
            let (quiet, busy) = (probes(&pair.quiet, &scene).await, probes(&pair.busy, &scene).await);
            for (quiet, busy) in quiet.iter().zip(&busy) {
                assert!(
                    quiet == busy,
                    "seed {seed}, loop {n} ({rule}), step {step}:\n{} {}\n{} {}",
                    quiet.status,
                    quiet.text(),
                    busy.status,
                    busy.text()
                );
            }
            let who = *draw.pick(&WATCHED);
            let readable =
                pair.busy.get(who, &format!("/loops/{}/packet", scene.loop_id)).await.status == 200;
            assert_eq!(
                readable,
                oracle(&pair.busy, &scene, who).await,
                "{who}: seed {seed}, loop {n} ({rule}), step {step}"
            );
            steps += 1;
        }
        if n % 8 == 7 {
            pair.demand_equal("ines", Depth::Everything, &format!("{steps} random steps of seed {seed}"))
                .await;
        }
        // The observer stays open on every candidate of before: nothing that happens there may show later.
    }
    println!("explored {steps} steps on {engine:?}, seed {seed}");
}

async fn places(world: &World, loop_id: &str, who: &str) -> Vec<String> {
    let (loop_id, email) = (loop_id.to_owned(), format!("{who}@example.org"));
    world
        .app
        .db
        .read(move |conn| {
            let person: String =
                people::table.filter(people::email.eq(email)).select(people::id).first(conn)?;
            Ok(assignments::table
                .filter(assignments::loop_id.eq(loop_id).and(assignments::person_id.eq(person)))
                .order(assignments::id)
                .select(assignments::id)
                .load(conn)?)
        })
        .await
        .unwrap()
}

async fn interview_of(world: &World, place: &str) -> String {
    let place = place.to_owned();
    world
        .app
        .db
        .read(move |conn| Ok(assignments::table.find(place).select(assignments::interview_id).first(conn)?))
        .await
        .unwrap()
}

async fn application_version(world: &World, id: &str) -> i64 {
    use evenhand_server::db::schema::applications;
    let id = id.to_owned();
    world
        .app
        .db
        .read(move |conn| Ok(applications::table.find(id).select(applications::version).first(conn)?))
        .await
        .unwrap()
}

/// How many times longer the soak explores.
fn soak() -> usize {
    if std::env::var_os("EVENHAND_SOAK").is_some() { 50 } else { 1 }
}

/// B21 and the ten thousand steps: 40 loops of 250 steps on SQLite.
#[actix_web::test]
async fn b21_exploration_sqlite() {
    explore(Engine::Sqlite, 40 * soak(), 250, 20_301).await;
}

/// The same on PostgreSQL, shorter in CI.
#[actix_web::test]
async fn b21_exploration_postgres() {
    explore(Engine::Postgres, 8 * soak(), 125, 4_711).await;
}
