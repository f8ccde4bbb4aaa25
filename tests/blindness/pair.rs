//! Two worlds with the same beginning.

use crate::sweep::{Depth, sweep};
use evenhand_tests::{Engine, Organisation, PNG, Reply, World};
use serde_json::{Value, json};

/// Two worlds and the loop that both began.
pub struct Pair {
    /// The world in which nothing secret happens.
    pub quiet: World,
    /// The world in which it does.
    pub busy: World,
    /// Ids, the same in both.
    pub org: Organisation,
    /// The loop's id, the same in both.
    pub loop_id: String,
}

/// Who sits with the observer on the panel, on the interviews 1, 2 and 3.
pub const OTHERS: [&str; 3] = ["tomas", "aiko", "dele"];

/// Somebody's row.
async fn person(world: &World, who: &str) -> Value {
    let all = world.get("root", "/people").await.expect(200);
    let email = format!("{who}@example.org");
    all.as_array().unwrap().iter().find(|row| row["email"] == *email).unwrap().clone()
}

async fn world(engine: Engine, observer: &str, reveal: &str) -> (World, Organisation, Value) {
    let (world, org) = World::organisation(engine).await;
    // Two members of the team who are never on the panel act for it, whoever the observer is.
    for (name, role) in [("tess", "recruiter"), ("hana", "hiring_manager")] {
        let id = world.add_person(name, &[role], 5).await;
        let member = json!({"person_id": id, "role": role});
        world.post("rita", &format!("/jobs/{}/team", org.job), member).await.is(200);
    }
    // One of the panel is on the team as well; somebody from outside covers for everybody of it, and two more can be put on the panel.
    let aiko = person(&world, "aiko").await;
    let roles = json!({"version": aiko["version"], "roles": ["recruiter", "interviewer"]});
    let id = aiko["id"].as_str().unwrap();
    world.act("root", "PATCH", &format!("/people/{id}"), roles).await.is(200);
    let member = json!({"person_id": id, "role": "recruiter"});
    world.post("rita", &format!("/jobs/{}/team", org.job), member).await.is(200);
    let cora = world.add_person("cora", &["recruiter", "hiring_manager"], 5).await;
    for covered in ["aiko", "rita", "hugo"] {
        let cover = json!({"person_id": world.person(covered).await, "cover_id": cora});
        world.post("rita", &format!("/jobs/{}/covers", org.job), cover).await.is(200);
    }
    for name in ["xena", "yuri"] {
        world.add_person(name, &["interviewer"], 5).await;
    }
    if observer == "root" {
        let root = person(&world, "root").await;
        let change = json!({"version": root["version"], "roles": ["admin", "interviewer"]});
        world
            .act("root", "PATCH", &format!("/people/{}", root["id"].as_str().unwrap()), change)
            .await
            .is(200);
    }
    let mut panel = vec![(observer, "interviewer")];
    panel.extend(OTHERS.map(|name| (name, "interviewer")));
    let noor = world.application("rita", &org.job, "Noor Haddad").await;
    world.add_file("rita", noor["id"].as_str().unwrap(), "CV", PNG).await;
    let started = world.start_loop_with(&org, "Noor Haddad", reveal, &panel).await;
    (world, org, started)
}

impl Pair {
    /// Both worlds, with the observer and [`OTHERS`] on the panel of the loop for Noor Haddad.
    pub async fn begin(engine: Engine, observer: &str, reveal: &str) -> Self {
        let (quiet, org, started) = world(engine, observer, reveal).await;
        let (busy, other, also) = world(engine, observer, reveal).await;
        assert_eq!(org.job, other.job, "the worlds begin alike");
        assert_eq!(started["id"], also["id"], "the worlds begin alike");
        let loop_id = started["id"].as_str().unwrap().to_owned();
        Self { quiet, busy, org, loop_id }
    }

    /// Moves both clocks.
    pub async fn advance(&self, micros: i64) {
        self.quiet.advance(micros).await;
        self.busy.advance(micros).await;
    }

    /// Everything that both worlds send to someone, asked in the same order in both.
    pub async fn look(&self, who: &str, depth: Depth) -> (Vec<(String, Reply)>, Vec<(String, Reply)>) {
        let ids = crate::sweep::Known::of(&[&self.quiet, &self.busy]).await;
        (sweep(&self.quiet, who, depth, &ids).await, sweep(&self.busy, who, depth, &ids).await)
    }

    /// Demands that both worlds send the same bytes.
    pub async fn demand_equal(&self, who: &str, depth: Depth, after: &str) {
        let (quiet, busy) = self.look(who, depth).await;
        if let Some(difference) = difference(&quiet, &busy) {
            panic!("after «{after}», {who} can tell the worlds apart: {difference}");
        }
    }
}

/// The first difference between two looks, in words.
pub fn difference(quiet: &[(String, Reply)], busy: &[(String, Reply)]) -> Option<String> {
    assert!(quiet.len() > 50, "a sweep that asks next to nothing proves nothing");
    assert_eq!(quiet.len(), busy.len());
    quiet.iter().zip(busy).find(|(a, b)| a != b).map(|((name, a), (_, b))| {
        format!(
            "{name}\n  quiet: {} {:?} {}\n  busy:  {} {:?} {}",
            a.status,
            a.headers,
            a.text(),
            b.status,
            b.headers,
            b.text()
        )
    })
}
