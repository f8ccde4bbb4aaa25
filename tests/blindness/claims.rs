//! The three claims of `semantics.md` §1.

use crate::{
    edits::{ALL, Edit},
    pair::{Pair, difference},
    sweep::Depth,
};
use evenhand_shared::time::SECOND;
use evenhand_tests::{Engine, on_both_engines};
use serde_json::json;

const NOOR: &str = "Noor Haddad";

/// Claim 1: until the observer closes, nothing secret moves a byte; and whoever is entitled sees every edit.
async fn open(engine: Engine, observer: &str) {
    let pair = Pair::begin(engine, observer, "panel_complete").await;
    pair.demand_equal(observer, Depth::Everything, "nothing yet").await;
    for edit in ALL {
        let (_, before) = pair.look(edit.entitled(), Depth::Reads).await;
        edit.apply(&pair).await;
        let (_, after) = pair.look(edit.entitled(), Depth::Reads).await;
        assert!(
            !edit.shows() || before != after,
            "{edit:?} shows to nobody: the comparison would prove nothing"
        );
        pair.demand_equal(observer, Depth::Everything, &format!("{edit:?}")).await;
    }
    // Closing is the end of the claim: now the worlds differ for those who may read the packet.
    for world in [&pair.quiet, &pair.busy] {
        let card = world.card(observer, NOOR).await;
        world.fill(observer, &card, 3, "yes").await;
        world.post(observer, &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
    }
    pair.demand_equal(observer, Depth::Reads, "the own submission, before its seal").await;
    pair.advance(11 * SECOND).await;
    let (quiet, busy) = pair.look(observer, Depth::Reads).await;
    assert!(difference(&quiet, &busy).is_some(), "the release reaches closed people");
}

async fn b01_open_panelist(engine: Engine) {
    open(engine, "ines").await;
}

async fn b11_recruiter_on_the_panel(engine: Engine) {
    open(engine, "rita").await;
}

async fn b11_hiring_manager_on_the_panel(engine: Engine) {
    open(engine, "hugo").await;
}

async fn b11_admin_on_the_panel(engine: Engine) {
    open(engine, "root").await;
}

/// B00: a closed panelist learns nothing more until the release.
async fn b00_closed_panelist_before_the_release(engine: Engine) {
    let pair = Pair::begin(engine, "ines", "panel_complete").await;
    for world in [&pair.quiet, &pair.busy] {
        let card = world.card("ines", NOOR).await;
        world.fill("ines", &card, 3, "yes").await;
        world.post("ines", &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
    }
    pair.advance(11 * SECOND).await;
    for edit in ALL.into_iter().filter(|edit| !matches!(edit, Edit::Open | Edit::ReadPacket)) {
        edit.apply(&pair).await;
        pair.demand_equal("ines", Depth::Everything, &format!("{edit:?}")).await;
    }
    Edit::Open.apply(&pair).await;
    let (quiet, busy) = pair.look("ines", Depth::Reads).await;
    assert!(difference(&quiet, &busy).is_some(), "the opening reaches closed people");
}

/// Claim 2: what led to a release plays no part; only the release itself is seen.
async fn claim2_equal_releases_look_equal(engine: Engine) {
    let pair = Pair::begin(engine, "ines", "panel_complete").await;
    let b = &pair.busy;
    // The busy world takes detours: other words first, an undo, a decline taken over, other stages, a reader's look.
    b.fill("tomas", &b.card("tomas", NOOR).await, 1, "strong_no").await;
    b.post("tomas", &format!("/scorecards/{}/submission", b.card("tomas", NOOR).await), json!({}))
        .await
        .is(202);
    b.act("tomas", "DELETE", &format!("/scorecards/{}/submission", b.card("tomas", NOOR).await), json!({}))
        .await
        .is(204);
    Edit::Accept.apply(&pair).await;
    Edit::MoveStage.apply(&pair).await;
    pair.demand_equal("ines", Depth::Everything, "the detours").await;
    for who in ["tomas", "aiko", "dele", "ines"] {
        for world in [&pair.quiet, &pair.busy] {
            let card = world.card(who, NOOR).await;
            world.fill(who, &card, 4, "yes").await;
            world.post(who, &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
        }
        pair.advance(11 * SECOND).await;
    }
    pair.quiet.get("ines", &format!("/loops/{}/packet", pair.loop_id)).await.is(200);
    pair.busy.get("ines", &format!("/loops/{}/packet", pair.loop_id)).await.is(200);
    pair.demand_equal("ines", Depth::Reads, "the release").await;
}

/// The control of claim 2: another score, another packet.
async fn claim2_other_scores_are_another_release(engine: Engine) {
    let pair = Pair::begin(engine, "ines", "panel_complete").await;
    for who in ["tomas", "aiko", "dele", "ines"] {
        for (world, level) in [(&pair.quiet, 4), (&pair.busy, if who == "aiko" { 2 } else { 4 })] {
            let card = world.card(who, NOOR).await;
            world.fill(who, &card, level, "yes").await;
            world.post(who, &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
        }
        if who != "ines" {
            pair.demand_equal("ines", Depth::Everything, who).await;
        }
        pair.advance(11 * SECOND).await;
    }
    let (quiet, busy) = pair.look("ines", Depth::Reads).await;
    assert!(difference(&quiet, &busy).is_some_and(|d| d.contains("/packet")), "the packets differ");
}

/// Claim 3: while open, nothing the observer sends in any role changes whether or when a release happens.
async fn claim3_an_open_viewer_moves_no_release(engine: Engine) {
    let pair = Pair::begin(engine, "hugo", "panel_complete").await;
    for who in ["tomas", "aiko", "dele"] {
        let known = crate::sweep::Known::of(&[&pair.busy]).await;
        crate::sweep::sweep(&pair.busy, "hugo", Depth::Everything, &known).await;
        for world in [&pair.quiet, &pair.busy] {
            let card = world.card(who, NOOR).await;
            world.fill(who, &card, 4, "yes").await;
            world.post(who, &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
        }
        pair.advance(11 * SECOND).await;
        demand_equal_loop(&pair, who).await;
    }
    for world in [&pair.quiet, &pair.busy] {
        let card = world.card("hugo", NOOR).await;
        world.fill("hugo", &card, 4, "yes").await;
        world.post("hugo", &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
    }
    pair.advance(11 * SECOND).await;
    demand_equal_loop(&pair, "the release").await;
    pair.busy.get("tess", &format!("/loops/{}/packet", pair.loop_id)).await.is(200);
}

/// Loop and packet look the same to the team in both worlds: what the open viewer sent about other candidates is their right.
async fn demand_equal_loop(pair: &Pair, after: &str) {
    for path in [format!("/loops/{}", pair.loop_id), format!("/loops/{}/packet", pair.loop_id)] {
        assert_eq!(
            pair.quiet.get("tess", &path).await,
            pair.busy.get("tess", &path).await,
            "{path} after {after}"
        );
    }
}

/// S8: under `own submitted` an open panelist is as blind as under the default, and a closed one reads each card as it comes.
async fn s08_own_submitted(engine: Engine) {
    let pair = Pair::begin(engine, "ines", "own_submitted").await;
    for edit in [Edit::Draft, Edit::Submit, Edit::Accept, Edit::SecondSubmit, Edit::Amend, Edit::Withdraw] {
        edit.apply(&pair).await;
        pair.demand_equal("ines", Depth::Everything, &format!("{edit:?}")).await;
        // Everyone who is not on the panel waits for the complete panel.
        pair.busy.get("tess", &format!("/loops/{}/packet", pair.loop_id)).await.is(404);
    }
    let card = pair.busy.card("ines", NOOR).await;
    pair.busy.submit("ines", &card, 3, "yes").await;
    let packet = pair.busy.get("ines", &format!("/loops/{}/packet", pair.loop_id)).await.expect(200);
    assert_eq!(packet["partial"], true);
    assert_eq!(packet["composite"], json!(null));
    pair.busy.get("tess", &format!("/loops/{}/packet", pair.loop_id)).await.is(404);
}

on_both_engines! {
    b01_b02_b03_b04_b06_b22_open_panelist => super::b01_open_panelist;
    b11_recruiter => super::b11_recruiter_on_the_panel;
    b11_manager => super::b11_hiring_manager_on_the_panel;
    b11_admin => super::b11_admin_on_the_panel;
    b00_closed => super::b00_closed_panelist_before_the_release;
    claim2_equal => super::claim2_equal_releases_look_equal;
    claim2_other => super::claim2_other_scores_are_another_release;
    claim3 => super::claim3_an_open_viewer_moves_no_release;
    s08_own => super::s08_own_submitted;
}
