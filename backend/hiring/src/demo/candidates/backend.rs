//! Twenty backend engineers.

use super::{Row, Turned};
use evenhand_shared::rejections::RejectionKind;

pub(super) const ROWS: [(Row, &str, &str); 20] = [
    (
        ("noor", "Noor Haddad", "noor.haddad@example.net", "Referral", "Europe/Berlin", "Debrief", 24),
        "Seven years of backend work, the last four on reconciliation at a card issuer. Rust and Java. Led the move from a nightly job to continuous runs.",
        "Payouts are the part of payments where a small mistake meets a real person. I would like to make that part dull.",
    ),
    (
        ("kofi", "Kofi Mensah", "kofi.mensah@example.net", "Job board", "Africa/Accra", "Debrief", 31),
        "Six years at a ticketing company, from first engineer to a team of nine. Python, then Go. On call for five of those years.",
        "You publish how you handle incidents. I read all of them and want to work where they are written like that.",
    ),
    (
        (
            "elena",
            "Elena Vasquez",
            "elena.vasquez@example.net",
            "Own website",
            "Europe/Madrid",
            "Interviews",
            18,
        ),
        "Five years of software for clinics: calendars, reminders, reports. Kotlin and PostgreSQL. Studied physics.",
        "I have worked on things that must not be late. Now I would like to work on things that must not be wrong.",
    ),
    (
        ("jonas", "Jonas Weber", "jonas.weber@example.net", "Referral", "Europe/Berlin", "Interviews", 16),
        "Nine years between operations and backend at an energy supplier. Go, a good deal of SQL, on call every sixth week.",
        "A team of six that runs what it builds is the size at which I do my best work.",
    ),
    (
        ("priya", "Priya Raman", "priya.raman@example.net", "Conference", "Europe/London", "Interviews", 14),
        "Eight years, most of them on fraud checks at a bank. Scala and Rust. Maintains a small library for ledgers.",
        "Your interface for partners is the best documented one I have integrated with. I have some ideas about the rest.",
    ),
    (
        ("liam", "Liam O'Connor", "liam.oconnor@example.net", "Job board", "Europe/Dublin", "Interviews", 9),
        "Ten years of backend work in travel and insurance, then two years at home with twins. Java, Rust since last winter.",
        "I want to come back to a place that measures by results and not by hours online.",
    ),
    (
        ("mei", "Mei-Ling Chen", "meiling.chen@example.net", "Referral", "Europe/Amsterdam", "Screening", 8),
        "Four years on search at a marketplace. Rust in production for two of them. Wrote the tool that replays its traffic.",
        "I have optimised for speed long enough and would like to optimise for being right.",
    ),
    (
        ("amara", "Amara Diallo", "amara.diallo@example.net", "University", "Africa/Dakar", "Screening", 8),
        "Three years at a mobile money operator, on the service that settles with agents. Elixir and PostgreSQL.",
        "I know payouts from the side of the agent who waits for one.",
    ),
    (
        ("henrik", "Henrik Dahl", "henrik.dahl@example.net", "Job board", "Europe/Oslo", "Screening", 7),
        "Twelve years, mostly shipping and customs. C# and SQL Server, a year of Rust in the evenings.",
        "I would like a smaller company and a shorter way to the people who use what I make.",
    ),
    (
        ("yusuf", "Yusuf Demir", "yusuf.demir@example.net", "Own website", "Europe/Istanbul", "Screening", 7),
        "Five years on order routing at a broker. C++ and Python. Reduced rejected orders by a third.",
        "Banking partners are systems with opinions. I like those.",
    ),
    (
        (
            "sofia",
            "Sofia Marchetti",
            "sofia.marchetti@example.net",
            "Referral",
            "Europe/Rome",
            "Screening",
            6,
        ),
        "Six years of public sector software: tax refunds to two million people. Java, PostgreSQL.",
        "Refunds taught me that correctness is a kind of politeness.",
    ),
    (
        ("daniel", "Daniel Kim", "daniel.kim@example.net", "Job board", "Europe/Berlin", "Applied", 5),
        "Two years at a start-up that closed in spring. TypeScript and Go. Built its billing twice.",
        "I want to learn from people who have run a service for longer than I have been programming.",
    ),
    (
        (
            "fatima",
            "Fatima Zahra Benali",
            "fatima.benali@example.net",
            "Conference",
            "Africa/Casablanca",
            "Applied",
            5,
        ),
        "Seven years, the last three as the only backend engineer of a logistics firm. Go, PostgreSQL, a lot of queues.",
        "After three years alone I would like to be disagreed with.",
    ),
    (
        ("oskar", "Oskar Nowak", "oskar.nowak@example.net", "Referral", "Europe/Warsaw", "Applied", 4),
        "Four years on a ledger for a savings app. Kotlin. Wrote its property tests.",
        "A former colleague of mine works with you and says that reviews are kind and thorough.",
    ),
    (
        ("grace", "Grace Wanjiru", "grace.wanjiru@example.net", "Job board", "Africa/Nairobi", "Applied", 4),
        "Five years of integrations with banks in six countries. Python and Rust.",
        "I have met most ways in which a bank can answer twice.",
    ),
    (
        ("tuan", "Tuan Nguyen", "tuan.nguyen@example.net", "University", "Europe/Prague", "Applied", 3),
        "A master's degree on consistency in replicated stores, then a year on storage at a cloud provider. Rust.",
        "I would like to see theory meet partners who send files by mail.",
    ),
    (
        (
            "hannah",
            "Hannah Fischer",
            "hannah.fischer@example.net",
            "Own website",
            "Europe/Vienna",
            "Applied",
            2,
        ),
        "Eleven years, the last four as a team lead. Wants to write code again. Java and Rust.",
        "I miss the work itself.",
    ),
    (
        ("marek", "Marek Horák", "marek.horak@example.net", "Job board", "Europe/Bratislava", "Applied", 1),
        "Three years at an agency, twelve projects. PHP and Go.",
        "I would like to stay with one system long enough to meet its consequences.",
    ),
    (
        (
            "lucia",
            "Lucía Fernández",
            "lucia.fernandez@example.net",
            "Referral",
            "Europe/Madrid",
            "Screening",
            20,
        ),
        "Eight years on front ends for banks, interested in a change of side. TypeScript, some Go.",
        "I would like to know what happens after the button.",
    ),
    (
        ("ravi", "Ravi Shah", "ravi.shah@example.net", "Job board", "Asia/Kolkata", "Applied", 22),
        "Six years on data pipelines at a telecom. Scala and Spark.",
        "I am looking for a fully remote role from Pune.",
    ),
];

/// Who was turned down, and why.
pub(super) const REJECTIONS: [Turned; 2] = [
    (
        "lucia",
        RejectionKind::Experience,
        "No production experience on the server side yet; would be welcome for the junior role in spring.",
    ),
    ("ravi", RejectionKind::Terms, "Needs a fully remote role; this team meets in person every second week."),
];
