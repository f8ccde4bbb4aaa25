//! Twenty people who would lead customer support.

use super::{Row, Turned};
use evenhand_shared::rejections::RejectionKind;

pub(super) const ROWS: [(Row, &str, &str); 20] = [
    (
        ("hana", "Hana Kovač", "hana.kovac@example.net", "Referral", "Europe/Zagreb", "Offer", 30),
        "Nine years in support, four leading fourteen people at a hosting company. Came from night shifts.",
        "You count answers that settle something. I have argued for that figure in two companies.",
    ),
    (
        (
            "ibrahim",
            "Ibrahim Touré",
            "ibrahim.toure@example.net",
            "Job board",
            "Africa/Abidjan",
            "Debrief",
            24,
        ),
        "Seven years at a mobile operator: agent, shift lead, then responsible for 40 people in two cities.",
        "A smaller team in which I can know everybody's handwriting again.",
    ),
    (
        (
            "farah",
            "Farah Siddiqui",
            "farah.siddiqui@example.net",
            "Conference",
            "Asia/Karachi",
            "Interviews",
            18,
        ),
        "Six years in online retail, built a support team from two people to nine.",
        "I would like to see what support does in a company that is not always selling.",
    ),
    (
        (
            "gustavo",
            "Gustavo Lima",
            "gustavo.lima@example.net",
            "Job board",
            "America/Sao_Paulo",
            "Interviews",
            17,
        ),
        "Eleven years: hotels first, software later. Leads a team in Portuguese, Spanish and English.",
        "Hotels taught me that people forgive a mistake and do not forgive a shrug.",
    ),
    (
        ("jasmin", "Jasmin Osei", "jasmin.osei@example.net", "Referral", "Europe/London", "Interviews", 12),
        "Five years at a payments company, two as deputy lead. Wrote its handbook for refunds.",
        "I have been the second in the room for two years and would like to be the first.",
    ),
    (
        (
            "mikkel",
            "Mikkel Sørensen",
            "mikkel.sorensen@example.net",
            "Own website",
            "Europe/Copenhagen",
            "First call",
            9,
        ),
        "Eight years in support for software that dentists use. Knows what waiting patients do to a tone.",
        "I have led seven people in one room and would like to learn two time zones.",
    ),
    (
        (
            "aaliyah",
            "Aaliyah Brooks",
            "aaliyah.brooks@example.net",
            "Job board",
            "America/New_York",
            "First call",
            8,
        ),
        "Ten years at an airline, the last four for complaints that nobody else could close.",
        "Complaints are the best written reports a company gets.",
    ),
    (
        (
            "stefan",
            "Stefan Ionescu",
            "stefan.ionescu@example.net",
            "Job board",
            "Europe/Bucharest",
            "First call",
            7,
        ),
        "Six years in outsourced support for three clients, 22 people.",
        "I want to work for the company whose customers I answer.",
    ),
    (
        ("nomsa", "Nomsa Dube", "nomsa.dube@example.net", "Referral", "Africa/Harare", "First call", 7),
        "Seven years with a provider of solar kits; many customers call from a borrowed telephone.",
        "Your eleven people answer in writing. Mine answered in five languages. We would have much to tell each other.",
    ),
    (
        (
            "carmen",
            "Carmen Delgado",
            "carmen.delgado@example.net",
            "Conference",
            "America/Bogota",
            "First call",
            6,
        ),
        "Five years in a bank's branch, four in its support. Trained 60 newcomers.",
        "I like to see people get better at something difficult.",
    ),
    (
        (
            "piotr",
            "Piotr Zieliński",
            "piotr.zielinski@example.net",
            "Job board",
            "Europe/Warsaw",
            "Applied",
            5,
        ),
        "Four years of technical support for routers, two as shift lead.",
        "I keep a list of questions that should never have been asked. It is long.",
    ),
    (
        ("lina", "Lina Haddadin", "lina.haddadin@example.net", "Own website", "Asia/Amman", "Applied", 5),
        "Six years at a ride service, on safety reports. Led nine people on nights.",
        "After nights, I would like to build habits by day.",
    ),
    (
        ("kwame", "Kwame Asante", "kwame.asante@example.net", "Referral", "Africa/Accra", "Applied", 4),
        "Eight years; support lead at a school software maker, 300 schools.",
        "Schools ask everything on the same morning. I know that queue.",
    ),
    (
        ("yuki", "Yuki Mori", "yuki.mori@example.net", "Job board", "Asia/Tokyo", "Applied", 4),
        "Twelve years at a maker of instruments, in repair and then in support.",
        "A repair begins with a question, too.",
    ),
    (
        (
            "eleni",
            "Eleni Papadaki",
            "eleni.papadaki@example.net",
            "University",
            "Europe/Athens",
            "Applied",
            3,
        ),
        "Three years in a public energy office; a degree in psychology.",
        "I would like to lead people and to be taught how.",
    ),
    (
        (
            "dmitro",
            "Dmytro Shevchenko",
            "dmytro.shevchenko@example.net",
            "Referral",
            "Europe/Kyiv",
            "Applied",
            3,
        ),
        "Seven years in support of accounting software. Answered through two winters without reliable power.",
        "I have run a queue by telephone, mail and candle.",
    ),
    (
        ("marisol", "Marisol Reyes", "marisol.reyes@example.net", "Job board", "Asia/Manila", "Applied", 2),
        "Nine years in call centres, four as a coach. Six people she coached lead teams today.",
        "I count the people who outgrew me.",
    ),
    (
        (
            "callum",
            "Callum Fraser",
            "callum.fraser@example.net",
            "Own website",
            "Europe/London",
            "Applied",
            1,
        ),
        "Five years at a ferry operator. Storm days are his speciality.",
        "On land the queue is calmer, I hope.",
    ),
    (
        (
            "victor",
            "Victor Lindholm",
            "victor.lindholm@example.net",
            "Job board",
            "Europe/Helsinki",
            "First call",
            19,
        ),
        "Ten years in sales, two as head of customer success.",
        "Support is where the next contract begins.",
    ),
    (
        ("agnes", "Agnes Mwale", "agnes.mwale@example.net", "Job board", "Africa/Lusaka", "Applied", 16),
        "Two years in support at an insurer.",
        "I am ready for more and would like to lead.",
    ),
];

/// Who was turned down, and why.
pub(super) const REJECTIONS: [Turned; 3] = [
    (
        "victor",
        RejectionKind::Other,
        "Would measure the team by contracts renewed; we agreed in the call that this is another job.",
    ),
    (
        "agnes",
        RejectionKind::Experience,
        "Has not led anyone yet; asked whether we may write when a place in the team is free.",
    ),
    (
        "farah",
        RejectionKind::Withdrew,
        "Did not come to the second conversation and wrote that she had accepted another offer.",
    ),
];
