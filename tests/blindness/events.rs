//! B05: no live event reaches an open panelist because of what others do; and it does reach those who may know.

use crate::{edits::Edit, pair::Pair};
use actix_web::body::MessageBody;
use evenhand_shared::time::SECOND;
use evenhand_tests::{Engine, World, on_both_engines};
use std::{future::poll_fn, time::Duration};

const NOOR: &str = "Noor Haddad";

/// A stream that is read bit by bit.
struct Listener {
    body: std::pin::Pin<Box<actix_web::body::BoxBody>>,
}

impl Listener {
    async fn open(world: &World, who: &str, paths: &[String]) -> Self {
        let query: Vec<String> = paths.iter().map(|p| format!("path={}", p.replace('/', "%2F"))).collect();
        let response = world.stream(who, &format!("/api/v1/events?{}", query.join("&"))).await;
        assert_eq!(response.status().as_u16(), 200);
        let mut listener = Self { body: Box::pin(response.into_body()) };
        assert_eq!(listener.hear(Duration::from_millis(50)).await, ": open\n\n");
        listener
    }

    /// Everything that arrives within a time.
    async fn hear(&mut self, time: Duration) -> String {
        let mut heard = String::new();
        let listen = async {
            while let Some(Ok(bytes)) = poll_fn(|context| self.body.as_mut().poll_next(context)).await {
                heard.push_str(&String::from_utf8_lossy(&bytes));
            }
        };
        drop(tokio::time::timeout(time, listen).await);
        heard
    }
}

async fn b05_no_event_for_the_blind(engine: Engine) {
    let pair = Pair::begin(engine, "ines", "panel_complete").await;
    let card = pair.busy.card("ines", NOOR).await;
    let paths = [
        "/api/v1/my/interviews".to_owned(),
        format!("/api/v1/scorecards/{card}"),
        "/api/v1/loops".to_owned(),
        format!("/api/v1/loops/{}", pair.loop_id),
    ];
    let mut blind = Listener::open(&pair.busy, "ines", &paths).await;
    let mut entitled = Listener::open(&pair.busy, "tess", &paths).await;
    for edit in [Edit::Draft, Edit::Submit, Edit::MoveStage, Edit::SecondSubmit, Edit::Open] {
        edit.apply(&pair).await;
    }
    // The entitled stream first: when it has told, the blind one has had the same time.
    let told = entitled.hear(Duration::from_millis(2_500)).await;
    assert!(told.contains(&format!("/api/v1/loops/{}", pair.loop_id)), "{told:?}");
    assert_eq!(blind.hear(Duration::from_millis(200)).await, "", "the blind stream stays silent");
    // And the blind one works: the own submission is told.
    pair.busy.submit("ines", &card, 3, "yes").await;
    let told = blind.hear(Duration::from_millis(2_500)).await;
    assert!(told.contains(&card), "{told:?}");
    pair.advance(SECOND).await;
}

on_both_engines! {
    b05 => super::b05_no_event_for_the_blind;
}
