//! Files of candidates: a CV of one page, as its words.

use super::{DAY, DemoPaper};

/// Some applications came with a CV as a file; it says more than the answers do, and it was there before anybody was asked to interview.
pub(super) fn papers() -> Vec<DemoPaper> {
    let paper = |candidate: &'static str, days: i64, lines: &[&'static str]| DemoPaper {
        candidate: candidate.into(),
        at: -days * DAY + 30,
        label: "CV",
        lines: lines.to_vec(),
    };
    vec![
        paper(
            "priya",
            14,
            &[
                "Priya Raman",
                "Backend engineer, London",
                "",
                "2021 to today    Fraud checks at a bank. Scala, then Rust. Scores answer within 40 ms.",
                "                 Introduced replays of a day before every release.",
                "2018 to 2021     Reporting at the same bank. Closed the books two days earlier.",
                "",
                "Maintains a small library for ledgers, used by four companies.",
                "Studied mathematics in Chennai and Edinburgh.",
                "Speaks English and Tamil.",
            ],
        ),
        paper(
            "elena",
            18,
            &[
                "Elena Vasquez",
                "Software engineer, Madrid",
                "",
                "2021 to today    Calendars and reminders for 300 clinics. Kotlin, PostgreSQL.",
                "                 Reminders leave within a minute; before it was a quarter of an hour.",
                "2019 to 2021     Reports for laboratories. First tests of that product.",
                "",
                "Studied physics in Valencia.",
                "Speaks Spanish, English and some German.",
            ],
        ),
        paper(
            "mei",
            8,
            &[
                "Mei-Ling Chen",
                "Search engineer, Amsterdam",
                "",
                "2022 to today    Search of a marketplace with nine million offers. Rust.",
                "                 Wrote the tool that replays a day of traffic in an hour.",
                "",
                "Studied linguistics in Taipei, computer science in Delft.",
            ],
        ),
        paper(
            "ayumi",
            9,
            &[
                "Ayumi Sakamoto",
                "Product designer, Berlin",
                "",
                "2021 to 2025     Studio for public services: registering a newborn, registering a company.",
                "                 Eleven forms became four. Each was tried out with a screen reader.",
                "2025 to 2026     Parental leave.",
                "",
                "Keeps a glossary in plain language that two ministries use.",
            ],
        ),
        paper(
            "jasmin",
            12,
            &[
                "Jasmin Osei",
                "Support specialist and deputy lead",
                "",
                "2021 to today    Payments company. Deputy lead for two years; wrote the handbook for refunds.",
                "                 One line in a mail: questions about late refunds fell from six in ten to two.",
                "2018 to 2021     Front desk of a hotel, nights.",
            ],
        ),
    ]
}
