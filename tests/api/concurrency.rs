//! B08: two panelists at once. Random orders of saving, submitting, undoing, sealing and reading, against a model that is a few
//! lines long; and submissions that really run at the same time.

use crate::rules_scene::Scene;
use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::BigInt};
use evenhand_server::{db::Conn, jobs::sealing};
use evenhand_shared::{Timestamp, time::SECOND};
use evenhand_tests::{Engine, Organisation, World, on_both_engines};
use futures_util::future::join_all;
use serde_json::{Value, json};
use std::collections::HashMap;

/// A small generator, so that a failing order can be run again by its number.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Card {
    Empty,
    Filled,
    Sealing(Timestamp),
    Sealed,
}

const TWO: [&str; 2] = ["ines", "tomas"];

/// What an order needs to know of the organisation.
struct Stage {
    world: World,
    org: Organisation,
    kits: HashMap<String, Value>,
    people: [String; 3],
}

impl Stage {
    async fn set(engine: Engine) -> Self {
        let (world, org) = World::organisation(engine).await;
        let plan = world.get("rita", &format!("/plans/{}", org.plan)).await.expect(200);
        let kits = plan["plan"]["kits"].as_array().unwrap();
        let kits = kits.iter().map(|kit| (kit["key"].as_str().unwrap().to_owned(), kit["rates"].clone()));
        let people = [world.person("ines").await, world.person("tomas").await, world.person("aiko").await];
        Self { kits: kits.collect(), world, org, people }
    }

    /// Applications of that many new people.
    async fn applications(&self, count: usize) -> Vec<String> {
        let mut rows = Vec::new();
        for n in 0..count {
            rows.push(format!("Person {n:04},person{n}@example.net"));
        }
        for some in rows.chunks(100) {
            let csv = format!("name,email\n{}\n", some.join("\n"));
            self.world.import_candidates("rita", &self.org.job, &csv).await;
        }
        let all =
            self.world.get("rita", &format!("/candidates?job={}&most=500", self.org.job)).await.expect(200);
        let all = all["rows"].as_array().unwrap().iter();
        let ours = all.filter(|row| row["name"].as_str().unwrap().starts_with("Person "));
        ours.map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    }

    /// A loop with the two, and perhaps a third whose card never comes; answers its id and the two cards.
    async fn start(&self, application: &str, reveal: &str, third: bool) -> (String, [String; 2]) {
        let slot = |n: usize| json!([{"person_id": self.people[n], "kind": "interviewer", "required": true}]);
        let mut interviews = vec![
            json!({"kit": "paired-coding", "panel": slot(0)}),
            json!({"kit": "system-design", "panel": slot(1)}),
        ];
        if third {
            interviews.push(json!({"kit": "past-work", "panel": slot(2)}));
        }
        let new = json!({"plan_id": self.org.plan, "reveal": reveal, "interviews": interviews});
        let path = format!("/applications/{application}/loops");
        let started = self.world.post("rita", &path, new).await.expect(201);
        let card =
            |n: usize| started["detail"]["interviews"][n]["panel"][0]["id"].as_str().unwrap().to_owned();
        (started["loop_id"].as_str().unwrap().to_owned(), [card(0), card(1)])
    }

    fn content(&self, kit: &str, base: &mut i64) -> Value {
        let mut fields = vec![json!({"field": "recommendation", "base": *base, "value": "yes"})];
        for key in self.kits[kit].as_array().unwrap() {
            let key = key.as_str().unwrap();
            let evidence = format!("Saw it in save {base}.");
            fields.push(json!({"field": format!("evidence:{key}"), "base": *base, "value": evidence}));
            fields.push(json!({"field": format!("rating:{key}"), "base": *base, "value": "3"}));
        }
        *base += 1;
        json!({"fields": fields})
    }
}

/// One random order.
struct Order<'a> {
    stage: &'a Stage,
    own_submitted: bool,
    third: bool,
    id: String,
    ids: [String; 2],
    cards: [Card; 2],
    bases: [i64; 2],
    number: usize,
}

impl Order<'_> {
    fn complete(&self) -> bool {
        !self.third && self.cards == [Card::Sealed; 2]
    }

    async fn act(&mut self, n: usize, what: u64) {
        let (w, who, card) = (&self.stage.world, TWO[n], &self.ids[n]);
        let submission = format!("/scorecards/{card}/submission");
        let here = format!("order {}: {who} {what} with {:?}", self.number, self.cards[n]);
        let sealed = matches!(self.cards[n], Card::Sealing(_) | Card::Sealed);
        match what {
            0 => {
                let kit = ["paired-coding", "system-design"][n];
                let body = self.stage.content(kit, &mut self.bases[n]);
                let status = w.act(who, "PATCH", &format!("/scorecards/{card}"), body).await.status;
                assert_eq!(status, if sealed { 409 } else { 200 }, "{here}");
                if !sealed {
                    self.cards[n] = Card::Filled;
                }
            }
            1 => {
                let status = w.post(who, &submission, json!({})).await.status;
                let empty = self.cards[n] == Card::Empty;
                assert_eq!(status, if empty { 422 } else { 202 }, "{here}");
                if self.cards[n] == Card::Filled {
                    self.cards[n] = Card::Sealing(w.clock.now().plus(10 * SECOND));
                }
            }
            _ => {
                let status = w.act(who, "DELETE", &submission, json!({})).await.status;
                assert_eq!(status, if self.cards[n] == Card::Sealed { 409 } else { 204 }, "{here}");
                if let Card::Sealing(_) = self.cards[n] {
                    self.cards[n] = Card::Filled;
                }
            }
        }
    }

    async fn wait(&mut self, seconds: i64) {
        let w = &self.stage.world;
        w.advance(seconds * SECOND).await;
        for card in &mut self.cards {
            if matches!(*card, Card::Sealing(at) if at <= w.clock.now()) {
                *card = Card::Sealed;
            }
        }
    }

    /// How many cards someone must find in the packet; nothing where there is none for them.
    fn expected(&self, reader: usize) -> Option<usize> {
        let own = self.cards.get(reader).is_none_or(|card| *card == Card::Sealed);
        let both = self.cards.iter().filter(|card| **card == Card::Sealed).count();
        let partial = self.own_submitted && reader < 2;
        (own && (self.complete() || partial)).then_some(both)
    }

    async fn read(&self, reader: usize) {
        let who = ["ines", "tomas", "rita"][reader];
        let reply = self.stage.world.get(who, &format!("/loops/{}/packet", self.id)).await;
        let here = format!("order {}: {who} reads with {:?}", self.number, self.cards);
        match self.expected(reader) {
            None => assert_eq!(reply.status, 404, "{here}: {}", reply.text()),
            Some(cards) => {
                let packet = reply.expect(200);
                assert_eq!(packet["cards"].as_array().unwrap().len(), cards, "{here}");
                assert_eq!(packet["partial"], !self.complete(), "{here}");
            }
        }
    }
}

async fn orders(engine: Engine, count: usize) {
    let stage = Stage::set(engine).await;
    let mut sealed_twice = 0;
    for (number, application) in stage.applications(count).await.iter().enumerate() {
        let mut dice = Dice(u64::try_from(number).unwrap());
        let own_submitted = dice.throw(2) == 0;
        let third = dice.throw(3) == 0;
        let reveal = if own_submitted { "own_submitted" } else { "panel_complete" };
        let (id, ids) = stage.start(application, reveal, third).await;
        let cards = [Card::Empty; 2];
        let mut order = Order { stage: &stage, own_submitted, third, id, ids, cards, bases: [0; 2], number };
        for _ in 0..11 {
            let n = usize::try_from(dice.throw(2)).unwrap();
            // Whoever has a filled card mostly submits it, or few orders would ever come to a release.
            match (dice.throw(10), order.cards[n]) {
                (0..3, _) | (3..6, Card::Empty) => order.act(n, 0).await,
                (3..7, _) => order.act(n, 1).await,
                (7, _) => order.act(n, 2).await,
                (8, _) => order.wait(3).await,
                _ => order.wait(11).await,
            }
            order.read(usize::try_from(dice.throw(3)).unwrap()).await;
        }
        for reader in 0..3 {
            order.read(reader).await;
        }
        sealed_twice += usize::from(order.cards == [Card::Sealed; 2]);
    }
    assert!(
        sealed_twice > count / 20,
        "orders that never end in two sealed cards prove little: {sealed_twice}"
    );
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

async fn count(world: &World, what: &'static str) -> i64 {
    let query = format!("SELECT count(*) AS n FROM {what}");
    let counted = world.app.db.read(move |conn| {
        let row: Count = match conn {
            Conn::Sqlite(conn) => sql_query(query).get_result(conn)?,
            Conn::Postgres(conn) => sql_query(query).get_result(conn)?,
        };
        Ok(row.n)
    });
    counted.await.unwrap()
}

async fn b08_truly_parallel(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer"), ("tomas", "interviewer")]).await;
    let w = &s.world;
    let mut paths = Vec::new();
    for who in TWO {
        let card = s.card(who).await;
        w.fill(who, &card, 3, "yes").await;
        paths.push((who, format!("/scorecards/{card}/submission")));
    }
    // Each sends it three times, all six at once.
    let six = paths.iter().cycle().take(6).map(|(who, path)| w.post(who, path, json!({})));
    for answer in join_all(six).await {
        answer.is(202);
    }
    assert_eq!(count(w, "revisions").await, 2, "one revision each");
    assert_eq!(count(w, "releases").await, 0);
    for who in ["ines", "tomas", "rita", "hugo"] {
        assert_eq!(s.packet_status(who).await, 404);
    }
    // The seals fall while undo is asked for, and are let fall by three at once.
    w.clock.advance(10 * SECOND);
    let (fell, undone) = futures_util::future::join(
        join_all((0..3).map(|_| sealing::seal_due(&w.app))),
        join_all(paths.iter().map(|(who, path)| w.act(who, "DELETE", path, json!({})))),
    )
    .await;
    assert_eq!(fell.into_iter().map(|n| n.unwrap()).sum::<usize>(), 2, "each falls once");
    for answer in undone {
        answer.is_problem(409, "undo_over");
    }
    assert_eq!(count(w, "releases").await, 1);
    assert_eq!(count(w, "audit WHERE action = 'loop.release'").await, 1, "exactly one release");
    assert_eq!(count(w, "audit WHERE action = 'scorecard.submit'").await, 2);
    assert_eq!(count(w, "audit WHERE action = 'scorecard.seal'").await, 2);
    assert_eq!(s.packet("rita").await["cards"].as_array().unwrap().len(), 2);
}

/// Both windows of one author write and submit at once: nothing is lost, one revision stands.
async fn b08_two_windows_at_once(engine: Engine) {
    let s = Scene::with(engine, "panel_complete", &[("ines", "interviewer")]).await;
    let card = s.card("ines").await;
    s.world.fill("ines", &card, 3, "yes").await;
    let path = format!("/scorecards/{card}");
    let texts: Vec<String> = (0..8).map(|n| format!("thought number {n}")).collect();
    let saves = texts.iter().map(|text| {
        let body = json!({"fields": [{"field": "takeaways", "base": 0, "value": text}]});
        s.world.act("ines", "PATCH", &path, body)
    });
    for answer in join_all(saves).await {
        answer.is(200);
    }
    let kept = s.page("ines").await["fields"]["takeaways"]["value"].as_str().unwrap().to_owned();
    for text in &texts {
        assert!(kept.contains(text), "{text} was lost: {kept}");
    }
}

async fn b08_random_orders(engine: Engine) {
    orders(engine, if engine == Engine::Sqlite { 1_000 } else { 60 }).await;
}

on_both_engines! {
    b08_interleavings => super::b08_random_orders;
    b08_parallel_submits => super::b08_truly_parallel;
    b08_parallel_saves => super::b08_two_windows_at_once;
}
