//! D01: the real binary is killed without warning while scorecards are submitted, again and again. Every submission that was
//! acknowledged is there afterwards, none is half written, and the audit chain is unbroken. 20 times in CI, 500 in the soak.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and says where"
)]

use evenhand_tests::{Binary, PASSWORD};
use serde_json::{Value, json};
use std::{
    collections::HashSet,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

const AUTHORS: [&str; 4] = ["ines", "tomas", "aiko", "dele"];
/// Cards for each author and round: about as many as one round can submit.
const CARDS_A_ROUND: usize = 40;
/// Most cards for each author: an imported file holds no more candidates.
const MOST_CARDS: usize = 9_000;

fn rounds() -> usize {
    if std::env::var_os("EVENHAND_SOAK").is_some() { 500 } else { 20 }
}

#[test]
fn d01_every_acknowledged_submission_survives_kill_9() {
    let rounds = rounds();
    let mut server = Binary::new();
    server.start();
    let root = server.set_up();
    let cards = Arc::new(prepare(&server, &root, (rounds * CARDS_A_ROUND).min(MOST_CARDS)));
    // Where each author stands in their own cards, and which submissions were acknowledged.
    let next: Arc<Vec<AtomicUsize>> = Arc::new(AUTHORS.iter().map(|_| AtomicUsize::new(0)).collect());
    let acknowledged: Arc<Mutex<HashSet<String>>> = Arc::default();
    let mut in_flight = 0_usize;
    for round in 0..rounds {
        let from: Vec<usize> = next.iter().map(|n| n.load(Ordering::SeqCst).min(cards[0].len())).collect();
        let workers: Vec<_> = AUTHORS
            .iter()
            .enumerate()
            .map(|(author, name)| {
                let (client, token) = (server.client(), server.login(&format!("{name}@example.org")));
                let (cards, next, acknowledged) = (cards.clone(), next.clone(), acknowledged.clone());
                std::thread::spawn(move || {
                    while let Some(card) = cards[author].get(next[author].fetch_add(1, Ordering::SeqCst)) {
                        if client.fill(&token, card).is_none() {
                            break;
                        }
                        match client.send(
                            "POST",
                            &format!("/scorecards/{card}/submission"),
                            Some(&token),
                            &json!({}),
                        ) {
                            Some((202, _)) => drop(acknowledged.lock().unwrap().insert(card.clone())),
                            Some((status, body)) => panic!("a submission answered {status}: {body}"),
                            None => break,
                        }
                    }
                })
            })
            .collect();
        // A different moment each round, without a clock or chance in it.
        std::thread::sleep(Duration::from_millis(20 + u64::try_from(round * 37 % 100).unwrap()));
        server.kill();
        for worker in workers {
            worker.join().expect("a worker panicked");
        }
        server.start();
        for author in 0..AUTHORS.len() {
            let until = next[author].load(Ordering::SeqCst).min(cards[author].len());
            in_flight +=
                check(&server, author, &cards[author][from[author]..until], &acknowledged.lock().unwrap());
        }
    }
    let count = acknowledged.lock().unwrap().len();
    for author in 0..AUTHORS.len() {
        check(&server, author, &cards[author], &acknowledged.lock().unwrap());
    }
    assert!(count >= rounds * 2, "only {count} submissions in {rounds} rounds: this proves nothing");
    server.verify_audit();
    println!(
        "{rounds} kills, {count} acknowledged submissions, all there; {in_flight} more had arrived unacknowledged"
    );
}

/// Demands that what was acknowledged is there, and that nothing is half written; answers how many are there without having
/// been acknowledged.
fn check(server: &Binary, author: usize, cards: &[String], acknowledged: &HashSet<String>) -> usize {
    let client = server.client();
    let token = server.login(&format!("{}@example.org", AUTHORS[author]));
    let mut unacknowledged = 0;
    for card in cards {
        let page = client.expect("GET", &format!("/scorecards/{card}"), &token, &Value::Null, 200);
        let is_in = matches!(page["interview"]["card"].as_str().unwrap(), "sealing" | "submitted");
        let known = acknowledged.contains(card);
        assert!(is_in || !known, "{card} was acknowledged and is gone");
        unacknowledged += usize::from(is_in && !known);
        let written = page["fields"].as_object().unwrap().len();
        let whole = page["competencies"].as_array().unwrap().len() * 2 + 1;
        assert!(written == 0 || written == whole, "{card} is half written: {written} of {whole} fields");
        assert!(!is_in || written == whole, "{card} is submitted with {written} of {whole} fields");
    }
    unacknowledged
}

/// People, a job, candidates and loops; answers each author's cards.
fn prepare(server: &Binary, root: &str, loops: usize) -> Vec<Vec<String>> {
    let client = server.client();
    let mut people = Vec::new();
    for (name, roles) in [
        ("rita", json!(["recruiter"])),
        ("ines", json!(["interviewer"])),
        ("tomas", json!(["interviewer"])),
        ("aiko", json!(["interviewer"])),
        ("dele", json!(["interviewer"])),
    ] {
        let person = json!({"name": name, "email": format!("{name}@example.org"), "roles": roles, "function": "Engineering",
            "seniority": 5, "zone": "Etc/UTC"});
        let created = client.expect("POST", "/people", root, &person, 201);
        let token = created["link"]["path"].as_str().unwrap().split_once('#').unwrap().1;
        let redeemed = client.send(
            "POST",
            "/password-links/redeem",
            None,
            &json!({"token": token, "password": PASSWORD}),
        );
        assert_eq!(redeemed.unwrap().0, 204);
        people.push(created["person"]["id"].clone());
    }
    let rita = server.login("rita@example.org");
    let templates = client.expect("GET", "/plan-templates", &rita, &Value::Null, 200);
    let plan = client.expect("POST", "/plans", &rita, &json!({"toml": templates[0]["toml"]}), 201);
    let job = plan["job_id"].as_str().unwrap();
    let kits = plan["plan"]["kits"].as_array().unwrap();
    let mut csv = "name,email\n".to_owned();
    for n in 0..loops {
        csv.push_str(&format!("Person {n},p{n}@example.net\n"));
    }
    client.expect(
        "POST",
        &format!("/jobs/{job}/candidates/import"),
        &rita,
        &json!({"csv": csv, "dry_run": false}),
        200,
    );
    let rows = client.expect("GET", &format!("/candidates?job={job}&most=500"), &rita, &Value::Null, 200);
    for row in rows["rows"].as_array().unwrap() {
        let interviews: Vec<Value> = people[1..]
            .iter()
            .enumerate()
            .map(|(n, person)| json!({"kit": kits[n % kits.len()]["key"], "panel": [{"person_id": person, "kind": "interviewer", "required": true}]}))
            .collect();
        let id = row["id"].as_str().unwrap();
        let new = json!({"plan_id": plan["id"], "interviews": interviews});
        client.expect("POST", &format!("/applications/{id}/loops"), &rita, &new, 201);
    }
    AUTHORS
        .iter()
        .map(|name| {
            let token = server.login(&format!("{name}@example.org"));
            let mine = client.expect("GET", "/my/interviews", &token, &Value::Null, 200);
            mine.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
        })
        .collect()
}
