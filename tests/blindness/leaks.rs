//! The comparison catches a leak in any channel: one is planted in each, and must be found.

use crate::{
    edits::Edit,
    pair::{Pair, difference},
    sweep::{Depth, Known, sweep},
};
use diesel::prelude::*;
use evenhand_server::db::schema::scorecards;
use evenhand_tests::{Engine, Reply, World, on_both_engines};

/// A way to tell someone who must not know.
#[derive(Debug, Clone, Copy)]
enum Channel {
    Status,
    Header,
    Body,
    Length,
    Order,
    OneRouteOnly,
}

/// How many cards are in: what an open panelist must not learn.
async fn secret(world: &World) -> usize {
    let count: i64 = world
        .app
        .db
        .read(|conn| {
            Ok(scorecards::table.filter(scorecards::state.eq("submitted")).count().get_result(conn)?)
        })
        .await
        .unwrap();
    usize::try_from(count).unwrap()
}

fn leak(channel: Channel, secret: usize, replies: &mut [(String, Reply)]) {
    if secret == 0 {
        return;
    }
    let list = |name: &str| name == "GET /people" || name == "GET /plan-templates";
    for (name, reply) in replies.iter_mut() {
        match channel {
            Channel::Status if reply.status == 404 => reply.status = 403,
            Channel::Header => reply.headers.push(("x-cards".to_owned(), secret.to_string())),
            Channel::Body if name == "GET /my/interviews" => reply.body.extend_from_slice(b"1"),
            Channel::Length if name == "GET /me" => reply.body.push(b' '),
            Channel::Order if list(name) => reply.body.reverse(),
            Channel::OneRouteOnly if name.contains("two faults") => reply.body.push(b'!'),
            _ => {}
        }
    }
}

async fn one_planted_leak_per_channel_is_caught(engine: Engine) {
    let pair = Pair::begin(engine, "rita", "panel_complete").await;
    Edit::Draft.apply(&pair).await;
    Edit::Submit.apply(&pair).await;
    let known = Known::of(&[&pair.quiet, &pair.busy]).await;
    let quiet = sweep(&pair.quiet, "rita", Depth::Everything, &known).await;
    let busy = sweep(&pair.busy, "rita", Depth::Everything, &known).await;
    assert_eq!(difference(&quiet, &busy), None, "without a planted leak there is none");
    let (in_quiet, in_busy) = (secret(&pair.quiet).await, secret(&pair.busy).await);
    assert!(in_quiet == 0 && in_busy > 0);
    use Channel::{Body, Header, Length, OneRouteOnly, Order, Status};
    for channel in [Status, Header, Body, Length, Order, OneRouteOnly] {
        let (mut leaky_quiet, mut leaky_busy) = (quiet.clone(), busy.clone());
        leak(channel, in_quiet, &mut leaky_quiet);
        leak(channel, in_busy, &mut leaky_busy);
        assert!(difference(&leaky_quiet, &leaky_busy).is_some(), "a leak by {channel:?} goes unnoticed");
    }
}

on_both_engines! {
    planted_leaks => super::one_planted_leak_per_channel_is_caught;
}
