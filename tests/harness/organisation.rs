//! A small organisation to test with, made over HTTP as its people would make it.

use crate::World;
use evenhand_server::{db::settings, mint::digest};
use evenhand_shared::time::SECOND;
use serde_json::{Value, json};

/// A picture of two pixels whose metadata names somebody, in Base64.
pub const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAGnRFWHRBdXRob3IATm9vciBIYWRkYWQsIEJlcmxpbsE3KEkAAAANSURBVHicY/jPAAT/AQcA\
    Af/iI55ZAAAAAElFTkSuQmCC";
/// A document of one page with an author and a script, in Base64.
pub const PDF: &str = "JVBERi0xLjQKMSAwIG9iago8PC9UeXBlL0NhdGFsb2cvUGFnZXMgMiAwIFIvT3BlbkFjdGlvbjw8L1MvSmF2YVNjcmlwdC9KUyhhcHAuYWxlcnRcKDFcKSk+\
    Pj4+CmVuZG9iagoyIDAgb2JqCjw8L1R5cGUvUGFnZXMvS2lkc1szIDAgUl0vQ291bnQgMT4+CmVuZG9iagozIDAgb2JqCjw8L1R5cGUvUGFnZS9QYXJlbnQg\
    MiAwIFIvTWVkaWFCb3hbMCAwIDU5NSA4NDJdL0NvbnRlbnRzIDQgMCBSL1Jlc291cmNlczw8L0ZvbnQ8PC9GMSA1IDAgUj4+Pj4+PgplbmRvYmoKNCAwIG9i\
    ago8PC9MZW5ndGggNTI+PnN0cmVhbQpCVCAvRjEgMTIgVGYgNTAgNzAwIFRkIChUZW4geWVhcnMgb2YgcGF5bWVudHMpIFRqIEVUCmVuZHN0cmVhbQplbmRv\
    YmoKNSAwIG9iago8PC9UeXBlL0ZvbnQvU3VidHlwZS9UeXBlMS9CYXNlRm9udC9IZWx2ZXRpY2E+PgplbmRvYmoKNiAwIG9iago8PC9BdXRob3IoTm9vciBI\
    YWRkYWQpL0NyZWF0b3IoQmVybGluKT4+CmVuZG9iagp4cmVmCjAgNwowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMDkgMDAwMDAgbiAKMDAwMDAwMDEw\
    MSAwMDAwMCBuIAowMDAwMDAwMTUyIDAwMDAwIG4gCjAwMDAwMDAyNjQgMDAwMDAgbiAKMDAwMDAwMDM2MyAwMDAwMCBuIAowMDAwMDAwNDI2IDAwMDAwIG4g\
    CnRyYWlsZXI8PC9TaXplIDcvUm9vdCAxIDAgUi9JbmZvIDYgMCBSPj4Kc3RhcnR4cmVmCjQ4MgolJUVPRgo=";

/// Everyone's password.
pub const PASSWORD: &str = "correct horse battery";

/// People by the part of their address before the `@`, with roles and seniority.
const PEOPLE: [(&str, &[&str], i64); 9] = [
    ("rita", &["recruiter", "interviewer"], 5),
    ("hugo", &["hiring_manager", "interviewer"], 8),
    ("ines", &["interviewer"], 4),
    ("tomas", &["interviewer"], 6),
    ("aiko", &["interviewer"], 3),
    ("dele", &["interviewer"], 5),
    ("otto", &["interviewer"], 4),
    ("rafa", &["recruiter"], 5),
    ("mara", &["hiring_manager"], 7),
];

/// Who sits on the four interviews of [`World::start_loop`], in order.
pub const PANEL: [&str; 4] = ["ines", "tomas", "aiko", "dele"];

/// Ids of what [`World::organisation`] made: `rita` and `hugo` run the first job, `rafa` and `mara` another one.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// The job.
    pub job: String,
    /// Its plan.
    pub plan: String,
    /// The other job, of which nobody of the first knows.
    pub other_job: String,
    /// Its plan.
    pub other_plan: String,
}

impl World {
    /// A server with people, two jobs and four candidates.
    pub async fn organisation(engine: crate::Engine) -> (Self, Organisation) {
        let world = Self::empty(engine).await;
        world.set_up().await;
        for (name, roles, seniority) in PEOPLE {
            world.add_person(name, roles, seniority).await;
        }
        let (job, plan) = world.add_job("rita", "hugo", "backend-engineer").await;
        let (other_job, other_plan) = world.add_job("rafa", "mara", "customer-support-lead").await;
        let csv = "name,email,phone,source,zone,CV\nNoor Haddad,noor@example.net,+49 30 1,referral,Europe/Berlin,Ten years of payments\n\
            Ada Park,ada@example.net,,board,Europe/Berlin,Compilers\nBo Lind,bo@example.net,,board,Europe/Berlin,Search\n";
        world.import_candidates("rita", &job, csv).await;
        let csv = "name,email\nNoor Haddad,noor@example.net\nXu Wei,xu@example.net\n";
        world.import_candidates("rafa", &other_job, csv).await;
        (world, Organisation { job, plan, other_job, other_plan })
    }

    /// Makes the administrator `root` with the setup token.
    pub async fn set_up(&self) {
        self.app
            .db
            .write(|conn| settings::put(conn, settings::SETUP_TOKEN, &digest("the token")))
            .await
            .unwrap();
        let setup =
            json!({"token": "the token", "name": "Root", "email": "root@example.org", "password": PASSWORD});
        let session = self.send(self.request("POST", "/setup").set_json(setup)).await.expect(201);
        self.keep_token("root", session["access_token"].as_str().unwrap());
    }

    /// Adds a person who has set their password.
    pub async fn add_person(&self, name: &str, roles: &[&str], seniority: i64) -> String {
        let person = json!({"name": title(name), "email": format!("{name}@example.org"), "roles": roles, "function": "Engineering",
            "seniority": seniority, "zone": "Europe/Berlin"});
        let created = self.post("root", "/people", person).await.expect(201);
        let path = created["link"]["path"].as_str().unwrap();
        let token = path.split_once('#').unwrap().1;
        let redeem = json!({"token": token, "password": PASSWORD});
        self.send(self.request("POST", "/password-links/redeem").set_json(redeem)).await.is(204);
        created["person"]["id"].as_str().unwrap().to_owned()
    }

    /// Imports a shipped plan as a recruiter, with a hiring manager on the team; answers the ids of job and plan.
    pub async fn add_job(&self, recruiter: &str, manager: &str, key: &str) -> (String, String) {
        let templates = self.get(recruiter, "/plan-templates").await.expect(200);
        let template =
            templates.as_array().unwrap().iter().find(|t| t["key"] == key).expect("a shipped plan");
        let plan = self.post(recruiter, "/plans", json!({"toml": template["toml"]})).await.expect(201);
        let job = plan["job_id"].as_str().unwrap().to_owned();
        let member = json!({"person_id": self.person(manager).await, "role": "hiring_manager"});
        self.post(recruiter, &format!("/jobs/{job}/team"), member).await.is(200);
        (job, plan["id"].as_str().unwrap().to_owned())
    }

    /// Publishes the draft of a job's next plan version as a second person.
    pub async fn publish_draft(&self, who: &str, job: &str) -> Value {
        let path = format!("/jobs/{job}/plan-draft");
        let seen = self.get(who, &path).await.expect(200)["head"]["version"].clone();
        self.post(who, &format!("{path}/publication"), json!({"version": seen})).await.expect(201)
    }

    /// Imports candidates.
    pub async fn import_candidates(&self, recruiter: &str, job: &str, csv: &str) {
        let file = json!({"csv": csv, "dry_run": false});
        let report = self.post(recruiter, &format!("/jobs/{job}/candidates/import"), file).await.expect(200);
        assert_eq!(report["faults"], json!([]), "{report}");
    }

    /// The id of a person, by the part of their address before the `@`.
    pub async fn person(&self, name: &str) -> String {
        let all = self.get("root", "/people").await.expect(200);
        let email = format!("{name}@example.org");
        let found =
            all.as_array().unwrap().iter().find(|p| p["email"] == *email).expect("a person of that name");
        found["id"].as_str().unwrap().to_owned()
    }

    /// A candidate's application on a job, as the recruiter sees it.
    pub async fn application(&self, recruiter: &str, job: &str, name: &str) -> Value {
        let all = self.get(recruiter, &format!("/candidates?job={job}&most=500")).await.expect(200);
        all["rows"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["name"] == name)
            .expect("a candidate of that name")
            .clone()
    }

    /// Adds a file that came from the candidate to an application; answers its id.
    pub async fn add_file(&self, who: &str, application: &str, label: &str, content: &str) -> String {
        let body = json!({"label": label, "name": "Noor Haddad, CV.pdf", "from_candidate": true, "content": content});
        let added = self.post(who, &format!("/applications/{application}/files"), body).await.expect(201);
        added["id"].as_str().unwrap().to_owned()
    }

    /// Starts a loop for a candidate with the four of [`PANEL`], each on one interview, all required; answers the loop.
    pub async fn start_loop(&self, org: &Organisation, candidate: &str, reveal: &str) -> Value {
        let panel: Vec<(&str, &str)> = PANEL.iter().map(|name| (*name, "interviewer")).collect();
        self.start_loop_with(org, candidate, reveal, &panel).await
    }

    /// Starts a loop with these people in order of the plan's kits, going round; all required but shadows.
    pub async fn start_loop_with(
        &self,
        org: &Organisation,
        candidate: &str,
        reveal: &str,
        panel: &[(&str, &str)],
    ) -> Value {
        let application = self.application("rita", &org.job, candidate).await;
        let plan = self.get("rita", &format!("/plans/{}", org.plan)).await.expect(200);
        let kits: Vec<String> = plan["plan"]["kits"]
            .as_array()
            .unwrap()
            .iter()
            .map(|k| k["key"].as_str().unwrap().to_owned())
            .collect();
        let mut interviews = Vec::new();
        for (n, (name, kind)) in panel.iter().enumerate() {
            let person = self.person(name).await;
            let start = self.clock.now().plus(i64::try_from(n).unwrap() * 7_200 * SECOND).to_rfc3339();
            interviews.push(json!({"kit": kits[n % kits.len()], "starts_at": start, "zone": "Europe/Berlin", "place": "Room 2",
                "panel": [{"person_id": person, "kind": kind, "required": *kind != "shadow"}]}));
        }
        let new =
            json!({"plan_id": org.plan, "reveal": reveal, "brief": "Be kind.", "interviews": interviews});
        let id = application["id"].as_str().unwrap();
        let started = self.post("rita", &format!("/applications/{id}/loops"), new).await.expect(201);
        let id = started["loop_id"].as_str().unwrap();
        let mut detail = started["detail"].clone();
        detail["id"] = json!(id);
        detail
    }

    /// The assignment of someone for a candidate: their newest one.
    pub async fn card(&self, who: &str, candidate: &str) -> String {
        let mine = self.get(who, "/my/interviews").await.expect(200);
        let found = mine.as_array().unwrap().iter().rev().find(|i| i["candidate_name"] == candidate);
        found.expect("an interview with that candidate")["id"].as_str().unwrap().to_owned()
    }

    /// Fills in a whole draft with one level for every competency.
    pub async fn fill(&self, who: &str, card: &str, level: i64, recommendation: &str) {
        let page = self.get(who, &format!("/scorecards/{card}")).await.expect(200);
        let mut fields = Vec::new();
        for competency in page["competencies"].as_array().unwrap() {
            let key = competency["key"].as_str().unwrap();
            let levels = i64::try_from(competency["rubric"]["anchors"].as_array().unwrap().len()).unwrap();
            let base = |name: &str| page["fields"][name]["version"].as_i64().unwrap_or(0);
            let (evidence, rating) = (format!("evidence:{key}"), format!("rating:{key}"));
            fields.push(json!({"field": evidence, "base": base(&evidence), "value": format!("{who} saw something about {key}")}));
            fields.push(
                json!({"field": rating, "base": base(&rating), "value": level.min(levels).to_string()}),
            );
        }
        let base = page["fields"]["recommendation"]["version"].as_i64().unwrap_or(0);
        fields.push(json!({"field": "recommendation", "base": base, "value": recommendation}));
        self.act(who, "PATCH", &format!("/scorecards/{card}"), json!({"fields": fields})).await.is(200);
    }

    /// Fills in, submits and lets the seal fall.
    pub async fn submit(&self, who: &str, card: &str, level: i64, recommendation: &str) {
        self.fill(who, card, level, recommendation).await;
        self.post(who, &format!("/scorecards/{card}/submission"), json!({})).await.is(202);
        self.advance(11 * SECOND).await;
    }
}

fn title(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
