//! Acts that are secret to an open panelist: each is done in the busy world alone.

use crate::pair::Pair;
use evenhand_shared::time::{HOUR, SECOND};
use evenhand_tests::{PDF, World};
use serde_json::{Value, json};

/// Everything secret that can happen to a loop, in an order in which each is possible after the ones before.
pub const ALL: [Edit; 41] = [
    Edit::Draft,
    Edit::Submit,
    Edit::Accept,
    Edit::Swap,
    Edit::MoreTime,
    Edit::Nudge,
    Edit::Decline,
    Edit::Replace,
    Edit::Remove,
    Edit::AddPanelist,
    Edit::Knows,
    Edit::AddInterview,
    Edit::Exchange,
    Edit::Reschedule,
    Edit::MoveStage,
    Edit::Contest,
    Edit::UndoMove,
    Edit::CoverActs,
    Edit::ExposedGlass,
    Edit::SecondSubmit,
    Edit::Amend,
    Edit::Withdraw,
    Edit::Undo,
    Edit::Unblind,
    Edit::NoShow,
    Edit::Cancel,
    Edit::BreakGlass,
    Edit::Open,
    Edit::ReadPacket,
    Edit::SecondLoop,
    Edit::Note,
    Edit::ChangeNote,
    Edit::Tag,
    Edit::Untag,
    Edit::Source,
    Edit::AddFile,
    Edit::RemoveFile,
    Edit::Reject,
    Edit::Letter,
    Edit::UndoReject,
    Edit::Announce,
];

/// A secret act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    Exchange,
    CoverActs,
    ExposedGlass,
    Swap,
    MoreTime,
    Nudge,
    Knows,
    BreakGlass,
    Draft,
    Submit,
    Accept,
    Decline,
    Replace,
    Remove,
    AddPanelist,
    AddInterview,
    Reschedule,
    MoveStage,
    Contest,
    UndoMove,
    SecondSubmit,
    Amend,
    Withdraw,
    Undo,
    Unblind,
    NoShow,
    Cancel,
    Open,
    ReadPacket,
    SecondLoop,
    Note,
    ChangeNote,
    Tag,
    Untag,
    Source,
    AddFile,
    RemoveFile,
    Reject,
    Letter,
    UndoReject,
    Announce,
}

const NOOR: &str = "Noor Haddad";

impl Edit {
    /// Who is entitled to see that it happened: their reads must differ, or the proof proves nothing.
    pub fn entitled(self) -> &'static str {
        match self {
            Self::Draft | Self::Amend | Self::Undo => "tomas",
            Self::Unblind => "otto",
            Self::CoverActs => "cora",
            Self::ExposedGlass => "aiko",
            _ => "tess",
        }
    }

    /// Whether it shows anywhere at all; readings of a packet are seen in the ledger alone.
    pub fn shows(self) -> bool {
        self != Self::ReadPacket
    }

    /// Does it in the busy world; both clocks move alike.
    pub async fn apply(self, pair: &Pair) {
        let w = &pair.busy;
        match self {
            Self::Draft => w.fill("tomas", &w.card("tomas", NOOR).await, 1, "strong_no").await,
            Self::Submit => {
                w.post(
                    "tomas",
                    &format!("/scorecards/{}/submission", w.card("tomas", NOOR).await),
                    json!({}),
                )
                .await
                .is(202);
                pair.advance(11 * SECOND).await;
            }
            Self::Accept => {
                w.post("aiko", &format!("/assignments/{}/acceptance", w.card("aiko", NOOR).await), json!({}))
                    .await
                    .is(200);
            }
            Self::Decline => {
                w.post("dele", &format!("/assignments/{}/decline", w.card("dele", NOOR).await), json!({}))
                    .await
                    .is(200);
            }
            Self::Swap => {
                let body = json!({"person_id": w.person("otto").await});
                w.post("aiko", &format!("/assignments/{}/swap", w.card("aiko", NOOR).await), body)
                    .await
                    .is(204);
                let asked = w.get("otto", "/my/requests").await.expect(200)["asked"][0]["id"].clone();
                let path = format!("/requests/{}/answer", asked.as_str().unwrap());
                w.post("otto", &path, json!({"yes": false})).await.is(204);
            }
            Self::MoreTime => {
                let until = json!({"until": w.clock.now().plus(48 * HOUR).to_rfc3339()});
                w.post("aiko", &format!("/assignments/{}/more-time", w.card("aiko", NOOR).await), until)
                    .await
                    .is(204);
                let detail = w.get("tess", &format!("/loops/{}", pair.loop_id)).await.expect(200);
                let all = detail["requests"].as_array().unwrap();
                let id = all.iter().find(|r| r["kind"] == "more_time").unwrap()["id"].as_str().unwrap();
                w.post("hana", &format!("/requests/{id}/decision"), json!({"yes": true})).await.is(204);
            }
            Self::Nudge => {
                let interview = interview(w, pair, 2).await;
                let body = json!({"starts_at": w.clock.now().plus(-HOUR).to_rfc3339(), "zone": "Asia/Tokyo", "place": "Online",
                    "version": interview["version"]});
                let path = format!("/interviews/{}/schedule", interview["id"].as_str().unwrap());
                w.post("tess", &path, body).await.is(200);
                w.post("tess", &format!("/assignments/{}/nudge", w.card("aiko", NOOR).await), json!({}))
                    .await
                    .is(204);
            }
            Self::Knows => {
                let mine = w.get("dele", "/my/interviews").await.expect(200);
                let open = mine.as_array().unwrap().iter().find(|i| i["card"] == "draft").unwrap();
                let path = format!("/assignments/{}/knows", open["id"].as_str().unwrap());
                w.post("dele", &path, json!({})).await.is(200);
            }
            Self::BreakGlass => {
                let body = json!({"reason": "A threat was made in an interview."});
                w.post("tess", &format!("/loops/{}/break-glass", pair.loop_id), body).await.is(200);
                w.get("tess", &format!("/loops/{}/packet", pair.loop_id)).await.is(200);
            }
            Self::Exchange => {
                let kit = interview(w, pair, 1).await["kit"].clone();
                for who in ["xena", "yuri"] {
                    let person = w.person(who).await;
                    let body = json!({"kit": kit, "panel": [{"person_id": person, "kind": "interviewer", "required": false}]});
                    w.post("tess", &format!("/loops/{}/interviews", pair.loop_id), body).await.is(201);
                }
                let path = format!("/assignments/{}/exchange", w.card("xena", NOOR).await);
                w.post("xena", &path, json!({"person_id": w.person("yuri").await})).await.is(204);
                let offered = w.get("yuri", "/my/requests").await.expect(200)["exchanges"][0]["id"].clone();
                let path = format!("/requests/{}/exchange", offered.as_str().unwrap());
                w.post("yuri", &path, json!({"yes": true})).await.is(204);
            }
            Self::CoverActs => {
                // For aiko, and for the observer where they are on the team.
                let detail = w.get("cora", &format!("/loops/{}", pair.loop_id)).await.expect(200);
                let interview = &detail["interviews"][2];
                let body = json!({"starts_at": null, "zone": null, "place": "By the window", "version": interview["version"]});
                let path = format!("/interviews/{}/schedule", interview["id"].as_str().unwrap());
                w.post("cora", &path, body).await.is(200);
                let (id, _) = application(w, pair).await;
                w.post("cora", &format!("/applications/{id}/tags"), json!({"tag": "Covered"})).await.is(200);
            }
            Self::ExposedGlass => {
                let body = json!({"reason": "A threat was made in an interview.", "confirm": true});
                w.post("aiko", &format!("/loops/{}/break-glass", pair.loop_id), body).await.is(200);
                w.get("aiko", &format!("/loops/{}/packet", pair.loop_id)).await.is(200);
            }
            Self::Replace => {
                let body = json!({"person_id": w.person("otto").await});
                w.post("tess", &format!("/assignments/{}/replacement", w.card("dele", NOOR).await), body)
                    .await
                    .is(200);
            }
            Self::Remove => {
                w.post("tess", &format!("/assignments/{}/removal", w.card("otto", NOOR).await), json!({}))
                    .await
                    .is(200);
            }
            Self::AddPanelist => {
                let body =
                    json!({"person_id": w.person("dele").await, "kind": "interviewer", "required": false});
                let interview = interview(w, pair, 3).await;
                let id = interview["id"].as_str().unwrap();
                w.post("tess", &format!("/interviews/{id}/panel"), body).await.is(201);
            }
            Self::AddInterview => {
                let kit = interview(w, pair, 1).await["kit"].clone();
                let person = w.person("otto").await;
                let body = json!({"kit": kit, "panel": [{"person_id": person, "kind": "interviewer", "required": true}]});
                w.post("tess", &format!("/loops/{}/interviews", pair.loop_id), body).await.is(201);
            }
            Self::Reschedule => {
                let interview = interview(w, pair, 2).await;
                let id = interview["id"].as_str().unwrap();
                let at = w.clock.now().plus(48 * HOUR).to_rfc3339();
                let body = json!({"starts_at": at, "zone": "Asia/Tokyo", "place": "Online", "version": interview["version"]});
                w.post("tess", &format!("/interviews/{id}/schedule"), body).await.is(200);
            }
            Self::MoveStage => {
                let job = w.get("tess", &format!("/jobs/{}", pair.org.job)).await.expect(200);
                let last = job["stages"].as_array().unwrap().last().unwrap().clone();
                let (id, version) = application(w, pair).await;
                w.post(
                    "tess",
                    &format!("/applications/{id}/stage"),
                    json!({"stage": last, "version": version}),
                )
                .await
                .is(200);
            }
            Self::Contest => {
                // Hana comes too late with a move from the first version.
                let (id, _) = application(w, pair).await;
                let body = json!({"stage": "Applied", "cards": [{"id": id, "version": 1}]});
                let reply =
                    w.post("hana", &format!("/jobs/{}/board/moves", pair.org.job), body).await.expect(200);
                assert_eq!(reply["cards"][0]["outcome"], "stale");
            }
            Self::UndoMove => {
                let (id, version) = application(w, pair).await;
                let body = json!({"cards": [{"id": id, "version": version}]});
                let reply =
                    w.post("tess", &format!("/jobs/{}/board/undo", pair.org.job), body).await.expect(200);
                assert_eq!(reply["cards"][0]["outcome"], "moved");
            }
            Self::SecondSubmit => {
                let card = w.card("aiko", NOOR).await;
                w.fill("aiko", &card, 4, "strong_yes").await;
                w.post("aiko", &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
                pair.advance(11 * SECOND).await;
            }
            Self::Amend => {
                let card = w.card("tomas", NOOR).await;
                let page = w.get("tomas", &format!("/scorecards/{card}")).await.expect(200);
                let fields: serde_json::Map<String, Value> = page["fields"]
                    .as_object()
                    .unwrap()
                    .iter()
                    .map(|(name, field)| (name.clone(), field["value"].clone()))
                    .collect();
                let body = json!({"reason": "I mixed up two answers.", "fields": fields});
                w.post("tomas", &format!("/scorecards/{card}/amendments"), body).await.is(201);
            }
            Self::Withdraw => {
                let body = json!({"reason": "I know this person after all."});
                w.post("aiko", &format!("/scorecards/{}/withdrawal", w.card("aiko", NOOR).await), body)
                    .await
                    .is(200);
            }
            Self::Undo => {
                // Tomas gets a second interview on which he submits and takes it back.
                let kit = interview(w, pair, 0).await["kit"].clone();
                let person = w.person("tomas").await;
                let body = json!({"kit": kit, "panel": [{"person_id": person, "kind": "interviewer", "required": false}]});
                w.post("tess", &format!("/loops/{}/interviews", pair.loop_id), body).await.is(201);
                let mine = w.get("tomas", "/my/interviews").await.expect(200);
                let open = mine.as_array().unwrap().iter().find(|i| i["card"] == "draft").unwrap();
                let card = open["id"].as_str().unwrap().to_owned();
                w.fill("tomas", &card, 2, "no").await;
                w.post("tomas", &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
                w.act("tomas", "DELETE", &format!("/scorecards/{card}/submission"), json!({})).await.is(204);
            }
            Self::Unblind => {
                let mine = w.get("otto", "/my/interviews").await.expect(200);
                let open = mine.as_array().unwrap().iter().find(|i| i["card"] == "draft").unwrap();
                let path = format!("/scorecards/{}/unblinding", open["id"].as_str().unwrap());
                w.post("otto", &path, json!({"confirm": true})).await.is(204);
            }
            Self::NoShow => {
                let id = interview(w, pair, 3).await["id"].as_str().unwrap().to_owned();
                w.post("tess", &format!("/interviews/{id}/no-show"), json!({})).await.is(200);
            }
            Self::Cancel => {
                let id = interview(w, pair, 3).await["id"].as_str().unwrap().to_owned();
                w.post("tess", &format!("/interviews/{id}/cancellation"), json!({})).await.is(200);
            }
            Self::Open => {
                let body = json!({"reason": "The offer deadline is tomorrow."});
                w.post("hana", &format!("/loops/{}/opening", pair.loop_id), body).await.is(200);
            }
            Self::ReadPacket => {
                for who in ["tess", "hana"] {
                    w.get(who, &format!("/loops/{}/packet", pair.loop_id)).await.is(200);
                }
            }
            Self::Note => {
                let (id, _) = application(w, pair).await;
                let body = json!({"text": "Rang twice; sounded keen."});
                w.post("tess", &format!("/applications/{id}/notes"), body).await.is(201);
            }
            Self::ChangeNote => {
                let note = &noor(w, pair).await["applications"][0]["notes"][0];
                let body = json!({"text": "Rang three times.", "version": note["version"]});
                w.act("tess", "PATCH", &format!("/notes/{}", note["id"].as_str().unwrap()), body)
                    .await
                    .is(200);
            }
            Self::Tag | Self::Untag => {
                let (id, _) = application(w, pair).await;
                let end = if self == Self::Tag { "" } else { "/remove" };
                let body = json!({"tag": "Payments"});
                w.post("tess", &format!("/applications/{id}/tags{end}"), body).await.is(200);
            }
            Self::Source => {
                let person = noor(w, pair).await;
                let body = json!({"source": "a fair", "seen": person["source"]});
                let path = format!("/candidates/{}", person["id"].as_str().unwrap());
                w.act("tess", "PATCH", &path, body).await.is(200);
            }
            Self::AddFile => {
                let (id, _) = application(w, pair).await;
                w.add_file("tess", &id, "CV", PDF).await;
            }
            Self::RemoveFile => {
                // The one that everybody on the panel was given.
                let files = noor(w, pair).await["applications"][0]["files"].clone();
                let given = files.as_array().unwrap().iter().find(|file| file["kind"] == "png").unwrap();
                let path = format!("/files/{}", given["id"].as_str().unwrap());
                w.act("tess", "DELETE", &path, json!({})).await.is(204);
            }
            Self::Reject => reject(w, pair).await,
            Self::Letter => {
                let (id, version) = application(w, pair).await;
                let body = json!({"letter": "Dear Noor, thank you for your time.", "version": version});
                w.act("tess", "PATCH", &format!("/applications/{id}/rejection"), body).await.is(200);
            }
            Self::UndoReject => {
                let (id, version) = application(w, pair).await;
                let path = format!("/applications/{id}/rejection/undo");
                w.post("tess", &path, json!({"version": version})).await.is(200);
            }
            Self::Announce => {
                reject(w, pair).await;
                let (id, version) = application(w, pair).await;
                let path = format!("/applications/{id}/rejection/announcement");
                w.post("tess", &path, json!({"version": version})).await.is(200);
            }
            Self::SecondLoop => {
                let kit = interview(w, pair, 0).await["kit"].clone();
                let (id, _) = application(w, pair).await;
                let person = w.person("otto").await;
                let body = json!({"plan_id": pair.org.plan, "interviews": [{"kit": kit,
                    "panel": [{"person_id": person, "kind": "interviewer", "required": true}]}]});
                w.post("tess", &format!("/applications/{id}/loops"), body).await.is(201);
            }
        }
    }
}

async fn interview(world: &World, pair: &Pair, number: usize) -> Value {
    let detail = world.get("tess", &format!("/loops/{}", pair.loop_id)).await.expect(200);
    detail["interviews"][number].clone()
}

/// Noor's page as the team reads it.
async fn noor(world: &World, pair: &Pair) -> Value {
    let row = world.application("tess", &pair.org.job, NOOR).await;
    world.get("tess", &format!("/candidates/{}", row["candidate_id"].as_str().unwrap())).await.expect(200)
}

async fn reject(world: &World, pair: &Pair) {
    let (id, version) = application(world, pair).await;
    let body = json!({"reason": "Others were closer to what we need.", "version": version});
    world.post("tess", &format!("/applications/{id}/rejection"), body).await.is(200);
}

/// Id and version of Noor's application.
async fn application(world: &World, pair: &Pair) -> (String, Value) {
    let application = noor(world, pair).await["applications"][0].clone();
    (application["row"]["id"].as_str().unwrap().to_owned(), application["version"].clone())
}
