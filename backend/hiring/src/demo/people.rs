//! Eight people of different functions and levels.

use super::DemoPerson;
use evenhand_shared::{jobs::TeamRole, people::Role};

pub(super) fn people() -> Vec<DemoPerson> {
    let interviewer = |key, name, email, function, seniority, zone, part| DemoPerson {
        key,
        name,
        email,
        function,
        seniority,
        zone,
        roles: vec![Role::Interviewer],
        team: None,
        part,
    };
    vec![
        DemoPerson {
            key: "olena",
            name: "Olena Petrenko",
            email: "olena@example.org",
            function: "IT",
            seniority: 5,
            zone: "Europe/Kyiv",
            roles: vec![Role::Admin],
            team: None,
            part: "Administrator: people and roles, no scorecards",
        },
        DemoPerson {
            key: "samir",
            name: "Samir Nasser",
            email: "samir@example.org",
            function: "People",
            seniority: 5,
            zone: "Europe/Berlin",
            roles: vec![Role::Recruiter],
            team: Some(TeamRole::Recruiter),
            part: "Recruiter: candidates, loops, who is late",
        },
        DemoPerson {
            key: "marta",
            name: "Marta Lindqvist",
            email: "marta@example.org",
            function: "Engineering",
            seniority: 8,
            zone: "Europe/Stockholm",
            roles: vec![Role::HiringManager, Role::Interviewer],
            team: Some(TeamRole::HiringManager),
            part: "Hiring manager: two packets are open to her, four loops are sealed",
        },
        interviewer(
            "tomas",
            "Tomás Ferreira",
            "tomas@example.org",
            "Engineering",
            7,
            "Europe/Lisbon",
            "Interviewer: one scorecard overdue, two packets to read",
        ),
        interviewer(
            "ines",
            "Ines Kowalczyk",
            "ines@example.org",
            "Engineering",
            4,
            "Europe/Warsaw",
            "Interviewer: a scorecard half written",
        ),
        interviewer(
            "dele",
            "Dele Adeyemi",
            "dele@example.org",
            "Platform",
            6,
            "Africa/Lagos",
            "Interviewer: submitted and waiting for others",
        ),
        interviewer(
            "aiko",
            "Aiko Tanaka",
            "aiko@example.org",
            "Product",
            6,
            "Europe/London",
            "Interviewer from another function: interviews ahead",
        ),
        interviewer(
            "ruth",
            "Ruth Okafor",
            "ruth@example.org",
            "Customer support",
            3,
            "Europe/Dublin",
            "Interviewer: shadows her first technical interview",
        ),
    ]
}
