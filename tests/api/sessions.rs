//! A01, A03, A10, Z05: the first administrator, logging in, and tokens that are nobody's.

use evenhand_server::{
    db::{people, sessions, settings},
    mint::digest,
    tokens,
};
use evenhand_shared::time::{MINUTE, SECOND};
use evenhand_tests::{Engine, PASSWORD, Reply, World, on_both_engines};
use futures_util::future::join;
use serde_json::{Value, json};

async fn fresh(engine: Engine) -> World {
    let world = World::empty(engine).await;
    let store = world.app.db.write(|conn| settings::put(conn, settings::SETUP_TOKEN, &digest("one time")));
    store.await.unwrap();
    world
}

fn claim(token: &str, name: &str) -> Value {
    json!({"token": token, "name": name, "email": format!("{name}@example.org"), "password": PASSWORD})
}

async fn public(world: &World, path: &str, body: Value) -> Reply {
    world.send(world.request("POST", path).set_json(body)).await
}

async fn login(world: &World, name: &str, password: &str) -> Reply {
    public(world, "/sessions", json!({"email": format!("{name}@example.org"), "password": password})).await
}

async fn with_token(world: &World, token: &str) -> Reply {
    world.send(world.request("GET", "/me").insert_header(("authorization", format!("Bearer {token}")))).await
}

async fn a10_setup_token_once(engine: Engine) {
    let world = fresh(engine).await;
    let about = async || world.send(world.request("GET", "/about")).await.expect(200);
    assert_eq!(about().await["setup_needed"], true);
    login(&world, "ann", PASSWORD).await.is_problem(401, "bad_credentials");
    public(&world, "/setup", claim("guessed", "ann")).await.is_problem(404, "not_found");
    // Faults cost nothing: the token is still good afterwards.
    let mut short = claim("one time", "ann");
    short["password"] = json!("short");
    public(&world, "/setup", short).await.is_problem(422, "invalid");
    let (one, two) = join(
        public(&world, "/setup", claim("one time", "ann")),
        public(&world, "/setup", claim("one time", "ben")),
    )
    .await;
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 404], "one of two claims at once succeeds");
    let winner = if one.status == 201 { one.json() } else { two.json() };
    world.keep_token("winner", winner["access_token"].as_str().unwrap());
    let everyone = world.get("winner", "/people").await.expect(200);
    assert_eq!(everyone.as_array().unwrap().len(), 1);
    assert_eq!(everyone[0]["roles"], json!(["admin"]));
    assert_eq!(about().await["setup_needed"], false);
    let again = public(&world, "/setup", claim("one time", "cleo")).await;
    again.is_problem(404, "not_found");
    assert_eq!(
        again,
        public(&world, "/setup", claim("guessed", "cleo")).await,
        "the token tells nothing now"
    );
}

async fn a01_every_refused_login_looks_the_same(engine: Engine) {
    let world = fresh(engine).await;
    world.set_up().await;
    let gone = world.add_person("gone", &["interviewer"], 4).await;
    world.add_person("here", &["interviewer"], 4).await;
    world.post("root", &format!("/people/{gone}/deactivation"), json!({"version": 2})).await.is(200);
    let invited = json!({"name": "Asked", "email": "asked@example.org", "roles": ["interviewer"], "function": "",
        "seniority": 3, "zone": "Etc/UTC"});
    world.post("root", "/people", invited).await.is(201);
    let wrong = login(&world, "here", "not the password").await;
    wrong.is_problem(401, "bad_credentials");
    assert_eq!(wrong.header("set-cookie"), None);
    for (who, password) in [
        ("unknown", PASSWORD),
        ("gone", PASSWORD),
        ("gone", "not the password"),
        ("asked", PASSWORD),
        ("asked", ""),
        ("unknown", &"long".repeat(1_000)),
    ] {
        assert_eq!(login(&world, who, password).await, wrong, "{who}");
    }
    // Letters of the address may be large or small, the password's may not.
    login(&world, "HERE", PASSWORD).await.is(201);
    login(&world, "here", &PASSWORD.to_uppercase()).await.is(401);
}

async fn a01_guessing_is_slowed_down_alike_for_known_and_unknown(engine: Engine) {
    let world = fresh(engine).await;
    world.set_up().await;
    world.add_person("here", &["interviewer"], 4).await;
    for n in 1..=5 {
        assert_eq!(login(&world, "here", "wrong").await.status, 401, "try {n}");
        assert_eq!(login(&world, "nowhere", "wrong").await.status, 401, "try {n}");
    }
    let waits = login(&world, "here", "wrong").await;
    waits.is_problem(429, "too_many");
    assert_eq!(waits.header("retry-after"), Some("2"));
    assert_eq!(login(&world, "nowhere", "wrong").await, waits);
    login(&world, "here", PASSWORD).await.is_problem(429, "too_many");
    login(&world, "root", PASSWORD).await.is(201);
    // The wait ends by itself, doubles with the next failure, and a good login forgets it.
    world.clock.advance(2 * SECOND);
    login(&world, "here", "wrong").await.is(401);
    assert_eq!(login(&world, "here", PASSWORD).await.header("retry-after"), Some("3"));
    world.clock.advance(3 * SECOND);
    login(&world, "here", PASSWORD).await.is(201);
    login(&world, "here", "wrong").await.is(401);
    login(&world, "here", PASSWORD).await.is(201);
}

async fn a03_forged_tokens_are_refused(engine: Engine) {
    let world = fresh(engine).await;
    world.set_up().await;
    let rita = world.add_person("rita", &["recruiter"], 5).await;
    let good = world.token("root").await;
    let other = world.token("rita").await;
    with_token(&world, &good).await.is(200);
    let parts: Vec<&str> = good.split('.').collect();
    let others: Vec<&str> = other.split('.').collect();
    let now = world.clock.now();
    let open = sessions::list_open;
    let person = rita.clone();
    let session =
        world.app.db.read(move |conn| open(conn, &person.as_str().into())).await.unwrap().remove(0).id;
    let root = world.person("root").await;
    let key = world.app.secrets.access;
    let issue = |key: &[u8], person: &str, session: &str, at| {
        tokens::issue(key, &person.into(), &session.into(), at).unwrap().0
    };
    with_token(&world, &issue(&key, &rita, &session, now)).await.is(200);
    let forged = [
        String::new(),
        "x".to_owned(),
        "..".to_owned(),
        // {"alg":"none","typ":"JWT"}, with and without the old signature
        format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{}.", parts[1]),
        format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{}.{}", parts[1], parts[2]),
        // {"alg":"RS256","typ":"JWT"} and {"alg":"HS512","typ":"JWT"}
        format!("eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.{}.{}", parts[1], parts[2]),
        format!("eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.{}.{}", parts[1], parts[2]),
        // Somebody else's claims under this signature.
        format!("{}.{}.{}", parts[0], others[1], parts[2]),
        format!("{}.{}.{}", parts[0], parts[1], parts[2].to_lowercase()),
        format!("{good}x"),
        issue(&[0; 32], &rita, &session, now),
        issue(&world.app.secrets.etags, &rita, &session, now),
        issue(&key, &root, &session, now),
        issue(&key, &rita, "00000000-0000-4000-8000-000000000000", now),
        issue(&key, "00000000-0000-4000-8000-000000000000", &session, now),
        // Not yet, and ten seconds over.
        issue(&key, &rita, &session, now.plus(5 * SECOND)),
        issue(&key, &rita, &session, now.plus(-(5 * MINUTE + 10 * SECOND))),
    ];
    let refused = with_token(&world, "").await;
    refused.is_problem(401, "unauthenticated");
    for token in &forged {
        assert_eq!(with_token(&world, token).await, refused, "{token}");
    }
    for header in
        [format!("Basic {good}"), good.clone(), format!("Bearer  {good}"), format!("Bearer {good} ,")]
    {
        let request = world.request("GET", "/me").insert_header(("authorization", header.clone()));
        assert_eq!(world.send(request).await, refused, "{header}");
    }
    assert_eq!(world.send(world.request("GET", &format!("/me?access_token={good}"))).await, refused);
    assert_eq!(
        world.send(world.request("GET", "/me").insert_header(("cookie", format!("__Host-rt={good}")))).await,
        refused
    );
    // A refresh token is no access token, and the other way round.
    let session = login(&world, "rita", PASSWORD).await;
    let cookie = session.header("set-cookie").unwrap();
    let refresh = cookie.split_once('=').unwrap().1.split_once(';').unwrap().0;
    assert_eq!(with_token(&world, refresh).await, refused);
    world.clock.advance(5 * MINUTE + 10 * SECOND);
    assert_eq!(with_token(&world, &good).await, refused, "expired");
}

/// A session with the person's present epoch, and a token for it, as a fault elsewhere might leave them behind.
async fn planted(world: &World, person: &str) -> String {
    let (id, now) = (person.to_owned(), world.clock.now());
    world
        .app
        .db
        .write(move |conn| {
            let person = people::find(conn, &id.as_str().into())?;
            let session = sessions::Session {
                id: format!("planted for {id}").chars().take(36).collect(),
                person_id: id,
                epoch: person.epoch,
                device: String::new(),
                created_at: now.0,
                last_used_at: now.0,
                ended_at: None,
            };
            sessions::insert(conn, &session)?;
            Ok((session.person_id, session.id))
        })
        .await
        .map(|(person, session)| {
            tokens::issue(&world.app.secrets.access, &person.as_str().into(), &session.as_str().into(), now)
        })
        .unwrap()
        .unwrap()
        .0
}

async fn z05_invited_and_deactivated_people_are_nobody(engine: Engine) {
    let world = fresh(engine).await;
    world.set_up().await;
    let rita = world.add_person("rita", &["recruiter"], 5).await;
    let before = world.token("rita").await;
    with_token(&world, &before).await.is(200);
    with_token(&world, &planted(&world, &rita).await).await.is(200);
    let path = format!("/people/{rita}");
    world.post("root", &format!("{path}/deactivation"), json!({"version": 2})).await.is(200);
    with_token(&world, &before).await.is_problem(401, "unauthenticated");
    world.post("root", &format!("{path}/reactivation"), json!({"version": 3})).await.is(200);
    with_token(&world, &before).await.is_problem(401, "unauthenticated");
    login(&world, "rita", PASSWORD).await.is(201);

    let invited = json!({"name": "Asked", "email": "asked@example.org", "roles": ["admin"], "function": "",
        "seniority": 3, "zone": "Etc/UTC"});
    let created = world.post("root", "/people", invited).await.expect(201);
    assert_eq!(created["person"]["state"], "invited");
    let token = planted(&world, created["person"]["id"].as_str().unwrap()).await;
    for path in ["/me", "/people", "/sessions"] {
        let request = world.request("GET", path).insert_header(("authorization", format!("Bearer {token}")));
        world.send(request).await.is_problem(401, "unauthenticated");
    }
}

async fn log_in(world: &World, device: &str) -> String {
    let body = json!({"email": "rita@example.org", "password": PASSWORD});
    let request = world.request("POST", "/sessions").insert_header(("user-agent", device)).set_json(body);
    world.send(request).await.expect(201)["access_token"].as_str().unwrap().to_owned()
}

async fn sessions_of(world: &World, token: &str) -> Vec<Value> {
    let request =
        world.request("GET", "/sessions").insert_header(("authorization", format!("Bearer {token}")));
    world.send(request).await.expect(200).as_array().unwrap().clone()
}

async fn as_token(world: &World, token: &str, method: &str, path: &str) -> Reply {
    let request = world.request(method, path).insert_header(("authorization", format!("Bearer {token}")));
    world.send(request.set_json(json!({}))).await
}

/// One's own devices: listed in words, ended one by one or all but this one; nobody else's can be touched.
async fn a05_sessions_and_devices(engine: Engine) {
    let world = fresh(engine).await;
    world.set_up().await;
    let rita = world.add_person("rita", &["recruiter"], 5).await;
    let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    let here = log_in(&world, firefox).await;
    let (phone, old) = (log_in(&world, "curl/8").await, log_in(&world, "wget/1").await);
    let all = sessions_of(&world, &here).await;
    let device = |name: &str| all.iter().find(|s| s["device"] == name).unwrap();
    assert_eq!(device("Firefox on Linux")["current"], true);
    assert_eq!(all.iter().filter(|s| s["current"] == true).count(), 1);
    let id = |name: &str| device(name)["id"].as_str().unwrap().to_owned();

    // Somebody else's session is like none.
    let path = format!("/sessions/{}", id("wget"));
    let foreign = world.act("root", "DELETE", &path, json!({})).await;
    foreign.is_problem(404, "not_found");
    with_token(&world, &old).await.is(200);
    as_token(&world, &here, "DELETE", &path).await.is(204);
    as_token(&world, &here, "DELETE", &path).await.is(204);
    with_token(&world, &old).await.is_problem(401, "unauthenticated");
    with_token(&world, &phone).await.is(200);
    as_token(&world, &here, "POST", "/sessions/end-others").await.is(204);
    with_token(&world, &phone).await.is_problem(401, "unauthenticated");
    with_token(&world, &here).await.is(200);
    assert_eq!(sessions_of(&world, &here).await.len(), 1);

    // The administrator signs her out everywhere, at once; she can log in again.
    let again = log_in(&world, firefox).await;
    world.post("root", &format!("/people/{rita}/sign-out"), json!({})).await.is(204);
    for token in [&here, &again] {
        with_token(&world, token).await.is_problem(401, "unauthenticated");
    }
    let fresh = log_in(&world, firefox).await;
    with_token(&world, &fresh).await.is(200);
    // What ran out by itself is not listed.
    world.clock.advance(61 * MINUTE);
    let later = log_in(&world, "curl/8").await;
    assert_eq!(sessions_of(&world, &later).await.len(), 1);
}

on_both_engines! {
    a05_devices => super::a05_sessions_and_devices;
    a10 => super::a10_setup_token_once;
    a01_same => super::a01_every_refused_login_looks_the_same;
    a01_slow => super::a01_guessing_is_slowed_down_alike_for_known_and_unknown;
    a03 => super::a03_forged_tokens_are_refused;
    z05 => super::z05_invited_and_deactivated_people_are_nobody;
}
