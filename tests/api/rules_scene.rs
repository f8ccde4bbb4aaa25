//! What the tests of the rules begin with, and the few acts that all of them need.

use evenhand_shared::time::SECOND;
use evenhand_tests::{Engine, Organisation, PANEL, World};
use serde_json::{Value, json};

/// The candidate.
pub const NOOR: &str = "Noor Haddad";
/// An id that nothing has.
pub const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// A running loop.
pub struct Scene {
    pub world: World,
    pub org: Organisation,
    pub id: String,
}

impl Scene {
    /// The four of [`PANEL`] on one interview each.
    pub async fn begin(engine: Engine, reveal: &str) -> Self {
        let panel: Vec<(&str, &str)> = PANEL.iter().map(|name| (*name, "interviewer")).collect();
        Self::with(engine, reveal, &panel).await
    }

    /// These people on one interview each.
    pub async fn with(engine: Engine, reveal: &str, panel: &[(&str, &str)]) -> Self {
        let (world, org) = World::organisation(engine).await;
        let started = world.start_loop_with(&org, NOOR, reveal, panel).await;
        let id = started["id"].as_str().unwrap().to_owned();
        Self { world, org, id }
    }

    /// A second loop for the same person.
    pub async fn second_loop(&self, panel: &[(&str, &str)]) -> String {
        let started = self.world.start_loop_with(&self.org, NOOR, "panel_complete", panel).await;
        started["id"].as_str().unwrap().to_owned()
    }

    /// The loop as someone of the team sees it.
    pub async fn detail(&self, who: &str) -> Value {
        self.world.get(who, &format!("/loops/{}", self.id)).await.expect(200)
    }

    /// Status of the packet for someone.
    pub async fn packet_status(&self, who: &str) -> u16 {
        self.world.get(who, &format!("/loops/{}/packet", self.id)).await.status
    }

    /// The packet.
    pub async fn packet(&self, who: &str) -> Value {
        self.world.get(who, &format!("/loops/{}/packet", self.id)).await.expect(200)
    }

    /// Someone's card on this loop.
    pub async fn card(&self, who: &str) -> String {
        self.world.card(who, NOOR).await
    }

    /// Someone's scorecard page.
    pub async fn page(&self, who: &str) -> Value {
        let card = self.card(who).await;
        self.world.get(who, &format!("/scorecards/{card}")).await.expect(200)
    }

    /// Fills in, submits and seals the newest card of each.
    pub async fn submit(&self, people: &[(&str, i64)]) {
        for (who, level) in people {
            let card = self.card(who).await;
            self.world.submit(who, &card, *level, if *level > 2 { "yes" } else { "no" }).await;
        }
    }

    /// POST on an assignment: removal, replacement, acceptance, decline, no-show.
    pub async fn on_place(&self, who: &str, place: &str, act: &str, body: Value) -> Value {
        self.world.post(who, &format!("/assignments/{place}/{act}"), body).await.expect(200)
    }

    /// The hiring manager opens the debrief.
    pub async fn open(&self) {
        let body = json!({"reason": "The offer deadline is tomorrow."});
        self.world.post("hugo", &format!("/loops/{}/opening", self.id), body).await.is(200);
    }

    /// Id and version of Noor's application, as Hugo sees it.
    pub async fn application(&self) -> (String, Value) {
        let row = self.world.application("hugo", &self.org.job, NOOR).await;
        let path = format!("/candidates/{}", row["candidate_id"].as_str().unwrap());
        let detail = self.world.get("hugo", &path).await.expect(200);
        (row["id"].as_str().unwrap().to_owned(), detail["applications"][0]["version"].clone())
    }

    /// Hugo moves Noor to the last stage.
    pub async fn move_stage(&self) {
        let job = self.world.get("hugo", &format!("/jobs/{}", self.org.job)).await.expect(200);
        let stage = job["stages"].as_array().unwrap().last().unwrap().clone();
        let (id, version) = self.application().await;
        let body = json!({"stage": stage, "version": version});
        self.world.post("hugo", &format!("/applications/{id}/stage"), body).await.is(200);
    }

    /// Hugo rejects Noor.
    pub async fn reject(&self) {
        let (id, version) = self.application().await;
        let body = json!({"reason": "Others were closer to what we need.", "version": version});
        self.world.post("hugo", &format!("/applications/{id}/rejection"), body).await.is(200);
    }

    /// Gives someone these roles.
    pub async fn roles(&self, who: &str, roles: &[&str]) {
        let id = self.world.person(who).await;
        let all = self.world.get("root", "/people").await.expect(200);
        let row = all.as_array().unwrap().iter().find(|p| p["id"] == *id).unwrap().clone();
        let change = json!({"version": row["version"], "roles": roles});
        self.world.act("root", "PATCH", &format!("/people/{id}"), change).await.is(200);
    }

    /// Lets the undo seconds pass.
    pub async fn seal(&self) {
        self.world.advance(11 * SECOND).await;
    }
}

/// The content of a page's fields, as an amendment sends them, with one rating changed everywhere.
pub fn amended(page: &Value, level: &str) -> Value {
    let fields: serde_json::Map<String, Value> = page["fields"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, field)| {
            let value = if name.starts_with("rating:") { json!(level) } else { field["value"].clone() };
            (name.clone(), value)
        })
        .collect();
    json!({"reason": "I mixed up two answers.", "fields": fields})
}

/// The names of an object's fields.
pub fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}
