//! A world with every kind of caller in it.

use evenhand_tests::{Engine, Organisation, World};
use serde_json::{Value, json};

/// The callers, in the order of the table's letters.
pub const CALLERS: [&str; 12] =
    ["nobody", "otto", "root", "rafa", "mara", "rita", "hugo", "ines", "tomas", "dele", "rosa", "gone"];

pub const NOOR: &str = "Noor Haddad";

/// The world and the ids of its things.
pub struct Scene {
    pub world: World,
    pub org: Organisation,
    pub loop_id: String,
    /// An interview that nobody needs, for acts that void it.
    pub spare_interview: String,
    /// A place on a spare interview, for acts that void it.
    pub spare_place: String,
    pub application: String,
    pub candidate: String,
    /// Somebody's id.
    pub person: String,
    /// The card of the open panelist.
    pub open_card: String,
    /// The card of the closed panelist.
    pub closed_card: String,
}

impl Scene {
    /// `ines` and `rosa` (a recruiter of the job) are open, `tomas` has submitted, `dele` was removed, `gone` is deactivated.
    pub async fn build(engine: Engine, released: bool) -> Self {
        let (world, org) = World::organisation(engine).await;
        let rosa = world.add_person("rosa", &["recruiter", "interviewer"], 5).await;
        let member = json!({"person_id": rosa, "role": "recruiter"});
        world.post("rita", &format!("/jobs/{}/team", org.job), member).await.is(200);
        world.add_person("pia", &["interviewer"], 5).await;
        let gone =
            world.add_person("gone", &["admin", "recruiter", "hiring_manager", "interviewer"], 5).await;
        // A token from before: it is still in time, and must not help.
        drop(world.token("gone").await);
        let change = json!({"version": 2, "active": false});
        world.act("root", "PATCH", &format!("/people/{gone}"), change).await.is(200);

        let panel = [
            ("ines", "interviewer"),
            ("tomas", "interviewer"),
            ("dele", "interviewer"),
            ("rosa", "interviewer"),
        ];
        let started = world.start_loop_with(&org, NOOR, "panel_complete", &panel).await;
        let loop_id = started["id"].as_str().unwrap().to_owned();
        let tomas = world.card("tomas", NOOR).await;
        world.submit("tomas", &tomas, 4, "yes").await;
        let dele = world.card("dele", NOOR).await;
        world.post("rita", &format!("/assignments/{dele}/removal"), json!({})).await.is(200);
        let spare = add_spares(&world, &loop_id, &started).await;
        if released {
            let body = json!({"reason": "Everybody needs to know by tonight."});
            world.post("hugo", &format!("/loops/{loop_id}/opening"), body).await.is(200);
        }
        let row = world.application("rita", &org.job, NOOR).await;
        Self {
            spare_interview: spare[0]["id"].as_str().unwrap().to_owned(),
            spare_place: spare[1]["panel"][0]["id"].as_str().unwrap().to_owned(),
            application: row["id"].as_str().unwrap().to_owned(),
            candidate: row["candidate_id"].as_str().unwrap().to_owned(),
            person: world.person("otto").await,
            open_card: world.card("ines", NOOR).await,
            closed_card: tomas,
            world,
            org,
            loop_id,
        }
    }
}

/// Three optional interviews with `pia`; answers them.
async fn add_spares(world: &World, loop_id: &str, started: &Value) -> Vec<Value> {
    let pia = world.person("pia").await;
    let kit = started["interviews"][0]["kit"].clone();
    let mut last = Value::Null;
    for _ in 0..3 {
        let body =
            json!({"kit": kit, "panel": [{"person_id": pia, "kind": "interviewer", "required": false}]});
        last = world.post("rita", &format!("/loops/{loop_id}/interviews"), body).await.expect(201);
    }
    last["detail"]["interviews"].as_array().unwrap()[4..].to_vec()
}
