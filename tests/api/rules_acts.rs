//! S17, S15, S35: what panelists say about their own places, reminders, and breaking the glass.

use crate::rules_scene::Scene;
use evenhand_shared::time::{DAY, HOUR, MINUTE};
use evenhand_tests::{Engine, on_both_engines};
use serde_json::{Value, json};

async fn requests(s: &Scene, who: &str) -> Vec<Value> {
    s.detail(who).await["requests"].as_array().unwrap().clone()
}

async fn place(s: &Scene, interview: usize) -> Value {
    s.detail("rita").await["interviews"][interview]["panel"][0].clone()
}

async fn s17_a_colleague_takes_over(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    // Newest first: the places were given a minute ago.
    w.advance(MINUTE).await;
    let card = s.card("dele").await;
    let path = format!("/assignments/{card}/swap");
    let otto = w.person("otto").await;
    for (person, code) in
        [(w.person("dele").await, "yourself"), (w.person("rafa").await, "not_an_interviewer")]
    {
        let refused = w.post("dele", &path, json!({"person_id": person})).await;
        refused.is_problem(422, "invalid");
        assert_eq!(refused.json()["errors"][0]["code"], code);
    }
    w.post("rita", &path, json!({"person_id": otto})).await.is(404);
    // Somebody who sits on the panel: the answer is the same, and they are not told.
    let tomas = w.get("tomas", "/my/requests").await;
    let told = w.get("tomas", "/my/notices").await;
    w.post("dele", &path, json!({"person_id": w.person("tomas").await})).await.is(204);
    assert_eq!(w.get("tomas", "/my/requests").await, tomas);
    assert_eq!(w.get("tomas", "/my/notices").await, told);
    let hidden = requests(&s, "rita").await[0]["id"].as_str().unwrap().to_owned();
    w.post("tomas", &format!("/requests/{hidden}/answer"), json!({"yes": true})).await.is(404);

    w.post("dele", &path, json!({"person_id": otto})).await.is(204);
    let asked = w.get("otto", "/my/requests").await.expect(200)["asked"].clone();
    assert_eq!((asked.as_array().unwrap().len(), &asked[0]["from"]), (1, &json!("Dele")));
    let answer = format!("/requests/{}/answer", asked[0]["id"].as_str().unwrap());
    w.post("aiko", &answer, json!({"yes": true})).await.is(404);
    let told = w.get("otto", "/my/notices").await.json()[0].clone();
    assert_eq!((&told["path"], &told["seen"]), (&json!("/requests"), &json!(false)));
    w.post("otto", &answer, json!({"yes": true})).await.is(204);
    w.post("otto", &answer, json!({"yes": true})).await.is(404);
    // Answered, it needs nobody any more.
    let unseen = |notices: Value| notices.as_array().unwrap().iter().filter(|n| n["seen"] == false).count();
    assert_eq!(unseen(w.get("otto", "/my/notices").await.json().clone()), 0);
    assert_eq!(w.get("dele", "/my/notices").await.json()[0]["path"], format!("/duties/{card}"));
    let detail = s.detail("rita").await;
    let states: Vec<&Value> =
        detail["interviews"][3]["panel"].as_array().unwrap().iter().map(|p| &p["state"]).collect();
    assert_eq!(states, ["replaced", "accepted"]);
    assert_eq!(w.get("dele", "/my/notices").await.json()[0]["kind"], "swap_taken");
    assert_eq!(w.get("rita", "/my/notices").await.json()[0]["kind"], "took_over");
    let mine = w.get("dele", "/my/requests").await.expect(200)["mine"].clone();
    let states: Vec<&Value> = mine.as_array().unwrap().iter().map(|r| &r["state"]).collect();
    assert!(states.contains(&&json!("granted")) && states.contains(&&json!("refused")), "{states:?}");
}

async fn s17_no_and_a_written_card_end_it(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    w.advance(MINUTE).await;
    let card = s.card("dele").await;
    let body = json!({"person_id": w.person("otto").await});
    let asked = || async {
        w.post("dele", &format!("/assignments/{card}/swap"), body.clone()).await.is(204);
        let asked = w.get("otto", "/my/requests").await.expect(200)["asked"].clone();
        format!("/requests/{}/answer", asked[0]["id"].as_str().unwrap())
    };
    w.post("otto", &asked().await, json!({"yes": false})).await.is(204);
    assert_eq!(w.get("dele", "/my/notices").await.json()[0]["kind"], "swap_refused");
    assert_eq!(place(&s, 3).await["state"], "assigned");
    let answer = asked().await;
    w.submit("dele", &card, 3, "yes").await;
    w.post("otto", &answer, json!({"yes": true})).await.is_problem(409, "conflict");
    assert_eq!(place(&s, 3).await["card"], "submitted");
}

/// That somebody knows the candidate is read by the recruiter alone.
async fn s17_i_know_this_person(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let path = format!("/assignments/{}/knows", s.card("dele").await);
    w.post("dele", &path, json!({})).await.is(200);
    w.post("dele", &path, json!({})).await.is(200);
    assert_eq!(place(&s, 3).await["state"], "declined");
    assert_eq!(requests(&s, "rita").await.len(), 1);
    assert_eq!(requests(&s, "rita").await[0]["kind"], "knows");
    assert_eq!(requests(&s, "hugo").await, [Value::Null; 0]);
    assert_eq!(w.get("rita", "/my/notices").await.json()[0]["kind"], "knows_candidate");
    assert_eq!(w.get("hugo", "/my/notices").await.json(), json!([]));
}

async fn s17_more_time_moves_the_deadline(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let card = s.card("ines").await;
    let path = format!("/assignments/{card}/more-time");
    let until = |micros: i64| json!({"until": w.clock.now().plus(micros).to_rfc3339()});
    for (body, code) in [(until(-1), "past"), (until(15 * DAY), "too_late")] {
        let refused = w.post("ines", &path, body).await;
        assert_eq!((refused.status, &refused.json()["errors"][0]["code"]), (422, &json!(code)));
    }
    let wanted = until(4 * DAY);
    w.post("ines", &path, wanted.clone()).await.is(204);
    w.advance(3 * DAY).await;
    assert_eq!(place(&s, 0).await["card"], "overdue");
    let id = requests(&s, "hugo").await[0]["id"].as_str().unwrap().to_owned();
    let decide = format!("/requests/{id}/decision");
    w.post("ines", &decide, json!({"yes": true})).await.is(404);
    w.post("hugo", &decide, json!({"yes": true})).await.is(204);
    w.post("rita", &decide, json!({"yes": false})).await.is_problem(409, "conflict");
    assert_eq!(place(&s, 0).await["card"], "due");
    let mine = w.get("ines", &format!("/scorecards/{card}")).await.expect(200);
    assert_eq!(mine["interview"]["due_at"], wanted["until"]);
    assert_eq!(w.get("ines", "/my/notices").await.json()[0]["kind"], "time_granted");
    w.advance(DAY + MINUTE).await;
    assert_eq!(place(&s, 0).await["card"], "overdue");
}

async fn s35_one_reminder_a_day(engine: Engine) {
    let s = Scene::begin(engine, "panel_complete").await;
    let w = &s.world;
    let path = |id: &str| format!("/assignments/{id}/nudge");
    let (ines, tomas) = (s.card("ines").await, s.card("tomas").await);
    // Tomas' interview has not begun.
    w.post("rita", &path(&tomas), json!({})).await.is_problem(409, "conflict");
    w.post("tomas", &path(&ines), json!({})).await.is(404);
    w.post("rita", &path(&ines), json!({})).await.is(204);
    w.post("hugo", &path(&ines), json!({})).await.is_problem(409, "conflict");
    let told = w.get("ines", "/my/notices").await.json();
    assert_eq!(told[0]["text"], "Your scorecard on Noor Haddad is due. Please write it while you remember.");
    assert_eq!(place(&s, 0).await["may_nudge"], false);
    w.advance(DAY).await;
    assert_eq!(place(&s, 0).await["may_nudge"], true);
    w.post("hugo", &path(&ines), json!({})).await.is(204);
    w.submit("ines", &ines, 3, "yes").await;
    w.advance(DAY).await;
    w.post("rita", &path(&ines), json!({})).await.is_problem(409, "conflict");
}

async fn kinds(s: &Scene, who: &str) -> Vec<Value> {
    let told = s.world.get(who, "/my/notices").await.expect(200);
    told.as_array().unwrap().iter().map(|row| row["kind"].clone()).collect()
}

async fn s15_the_glass_is_broken_for_an_hour(engine: Engine) {
    let panel = [("ines", "interviewer"), ("tomas", "interviewer"), ("hugo", "interviewer")];
    let s = Scene::with(engine, "panel_complete", &panel).await;
    let w = &s.world;
    w.submit("tomas", &s.card("tomas").await, 4, "yes").await;
    let path = format!("/loops/{}/break-glass", s.id);
    let reason = json!({"reason": "A threat was made in an interview."});
    for who in ["ines", "tomas", "rafa", "mara", "root"] {
        for body in [&reason, &json!({"reason": ""})] {
            w.post(who, &path, body.clone()).await.is_problem(404, "not_found");
        }
    }
    w.post("rita", &path, json!({"reason": "now"})).await.is_problem(422, "invalid");
    assert_eq!(s.packet_status("rita").await, 404);
    assert_eq!(w.get("rita", "/my/exposures").await.json(), json!([]));
    w.post("rita", &path, reason.clone()).await.is(200);
    assert!(s.detail("rita").await["glass_until"].is_string());
    let packet = s.packet("rita").await;
    assert_eq!((&packet["partial"], packet["cards"].as_array().unwrap().len()), (&json!(true), 1));
    assert!(packet["glass_until"].is_string() && packet["composite"].is_null());
    assert_eq!(w.get("rita", "/my/exposures").await.json()[0]["what"], "break_glass");
    // The hiring manager is open and nobody covers: those who look after privacy are told, the team after the release.
    assert_eq!(kinds(&s, "root").await, ["broken_glass"]);
    w.advance(HOUR).await;
    assert_eq!(s.packet_status("rita").await, 404);
    w.submit("hugo", &s.card("hugo").await, 4, "yes").await;
    assert_eq!(kinds(&s, "hugo").await, ["put_on_panel"]);
    w.submit("ines", &s.card("ines").await, 4, "yes").await;
    assert!(kinds(&s, "hugo").await.contains(&json!("glass_was_broken")));
    w.post("rita", &path, reason).await.is_problem(409, "conflict");
    assert_eq!(s.packet("rita").await["partial"], false);
}

/// Whoever owes a card is answered from their own rows, released or not, and is exposed by it on every card.
async fn s15_an_open_hiring_manager_is_exposed(engine: Engine) {
    let panel = [("hugo", "interviewer"), ("tomas", "interviewer")];
    for released in [false, true] {
        let s = Scene::with(engine, "panel_complete", &panel).await;
        let w = &s.world;
        let second = s.second_loop(&[("hugo", "interviewer")]).await;
        w.submit("tomas", &s.card("tomas").await, 4, "yes").await;
        if released {
            let mara = w.person("mara").await;
            let cover = json!({"person_id": w.person("hugo").await, "cover_id": mara});
            w.post("rita", &format!("/jobs/{}/covers", s.org.job), cover).await.is(200);
            let body = json!({"reason": "The offer deadline is tomorrow."});
            w.post("mara", &format!("/loops/{}/opening", s.id), body).await.is(200);
        }
        let path = format!("/loops/{}/break-glass", s.id);
        let reason = "A threat was made in an interview.";
        w.post("hugo", &path, json!({"reason": ""})).await.is_problem(422, "invalid");
        let refused = w.post("hugo", &path, json!({"reason": reason})).await;
        assert_eq!(refused.expect(422)["errors"][0]["pointer"], "/confirm");
        assert_eq!(s.packet_status("hugo").await, 404);
        let done = w.post("hugo", &path, json!({"reason": reason, "confirm": true})).await.expect(200);
        assert!(done["until"].is_string());
        assert_eq!(s.packet("hugo").await["cards"].as_array().unwrap().len(), 1);
        s.detail("hugo").await;
        w.get("hugo", &format!("/loops/{second}")).await.is(200);
        let mine = w.get("hugo", "/my/interviews").await.expect(200);
        for interview in mine.as_array().unwrap() {
            let page = w.get("hugo", &format!("/scorecards/{}", interview["id"].as_str().unwrap())).await;
            assert_eq!(page.expect(200)["exposed"], true);
        }
        assert!(!kinds(&s, "rita").await.contains(&json!("glass_was_broken")) || released);
        assert_eq!(kinds(&s, "root").await, if released { vec![] } else { vec![json!("broken_glass")] });
    }
}

on_both_engines! {
    s17_swap => super::s17_a_colleague_takes_over;
    s17_swap_ends => super::s17_no_and_a_written_card_end_it;
    s17_knows => super::s17_i_know_this_person;
    s17_time => super::s17_more_time_moves_the_deadline;
    s35_nudge => super::s35_one_reminder_a_day;
    s15_glass => super::s15_the_glass_is_broken_for_an_hour;
    s15_exposed => super::s15_an_open_hiring_manager_is_exposed;
}
