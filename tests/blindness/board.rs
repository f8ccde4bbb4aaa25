//! B06, S30, S31: boards and bulk acts of somebody open are the same in both worlds, and change nothing.

use crate::{
    edits::{ALL, Edit},
    pair::Pair,
    sweep::Depth,
};
use evenhand_tests::{Engine, World, on_both_engines};
use serde_json::{Value, json};

const NOOR: &str = "Noor Haddad";

/// Tries to move the candidate, in every version that could be.
async fn bulk(world: &World, who: &str, pair: &Pair, application: &str) -> Vec<Value> {
    let mut replies = Vec::new();
    for version in 0..6 {
        let cards = json!([{"id": application, "version": version}]);
        let path = format!("/jobs/{}/board", pair.org.job);
        for (act, body) in [
            ("moves", json!({"stage": "Offer", "cards": cards})),
            ("rejections", json!({"kind": "terms", "reason": "", "cards": cards, "count": null})),
            ("undo", json!({"cards": cards})),
        ] {
            let reply = world.post(who, &format!("{path}/{act}"), body).await.expect(200);
            assert_eq!(reply["cards"][0]["outcome"], "left_out");
            replies.push(reply);
        }
    }
    replies
}

async fn s31_bulk(engine: Engine, observer: &str) {
    let pair = Pair::begin(engine, observer, "panel_complete").await;
    let row = pair.quiet.application("tess", &pair.org.job, NOOR).await;
    let application = row["id"].as_str().unwrap();
    for edit in ALL {
        edit.apply(&pair).await;
        if matches!(edit, Edit::MoveStage | Edit::Contest | Edit::UndoMove | Edit::Reject) {
            let (quiet, busy) = (
                bulk(&pair.quiet, observer, &pair, application).await,
                bulk(&pair.busy, observer, &pair, application).await,
            );
            assert_eq!(quiet, busy, "after {edit:?}");
            pair.demand_equal(observer, Depth::Reads, &format!("{edit:?}")).await;
        }
    }
}

async fn recruiter(engine: Engine) {
    s31_bulk(engine, "rita").await;
}

async fn manager(engine: Engine) {
    s31_bulk(engine, "hugo").await;
}

on_both_engines! {
    s31_bulk_recruiter => super::recruiter;
    s31_bulk_manager => super::manager;
}
