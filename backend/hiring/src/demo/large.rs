//! The large demonstration: sixty interviewers, 2,000 candidates and 12,000 ratings, made by rule.
//!
//! Every rating follows one model, so that statistics can be held against what is known:
//! `rating = middle + candidate + leniency(interviewer) + noise`, rounded and kept on the scale. Candidates are drawn from
//! N(0, 0.9²), noise for each rating from N(0, 0.6²), the leniencies are [`leniency`]. The same seed draws the same content
//! every time.

use super::{
    DAY, DemoCandidate, DemoCard, DemoData, DemoFate, DemoInterview, DemoLoop, DemoPerson, DemoRejection,
    DemoSlot, HOUR, ladder,
};
use crate::plan_file;
use evenhand_shared::{
    loops::{SlotKind, SlotState},
    people::Role,
    plan::{Competency, Kit, Plan, RevealRule},
    rejections::RejectionKind,
};

/// Interviewers.
const INTERVIEWERS: usize = 60;
/// Candidates.
const CANDIDATES: usize = 2_000;
/// Ratings in sealed cards, at least.
const RATINGS: usize = 12_000;
/// Spread of candidates, in levels.
const CANDIDATE_SPREAD: f64 = 0.9;
/// Spread of single ratings, in levels.
const NOISE: f64 = 0.6;
/// The stage in which loops run: all shipped plans have it.
const RUNNING: &str = "Interviews";

/// What an interviewer, counted from 0, adds to every rating, in levels: evenly spread from −0.75 to 0.75, so that the mean
/// is zero, and dealt out of order, so that it does not grow with the number.
#[must_use]
pub fn leniency(interviewer: usize) -> f64 {
    let place = (interviewer % INTERVIEWERS * 23) % INTERVIEWERS;
    -0.75 + 1.5 * number(place) / number(INTERVIEWERS - 1)
}

const FIRST: [&str; 40] = [
    "Ada", "Bilal", "Chiara", "Dmitri", "Esra", "Farid", "Greta", "Hiro", "Ifeoma", "Joana", "Karim", "Lena",
    "Mateo", "Nadia", "Olu", "Petra", "Quentin", "Rosa", "Sven", "Tala", "Umar", "Vera", "Wanda", "Ximena",
    "Yara", "Zoltan", "Anton", "Beatriz", "Cem", "Daria", "Emeka", "Freja", "Goran", "Hala", "Ivan", "Jana",
    "Kenji", "Leila", "Milan", "Nora",
];
const LAST: [&str; 50] = [
    "Abara",
    "Bauer",
    "Castro",
    "Dubois",
    "Eriksen",
    "Farah",
    "Garcia",
    "Hoang",
    "Ito",
    "Jansen",
    "Kaya",
    "Lopez",
    "Meier",
    "Novak",
    "Okoye",
    "Pereira",
    "Quist",
    "Rossi",
    "Sato",
    "Tan",
    "Ueda",
    "Vega",
    "Weiss",
    "Xu",
    "Yilmaz",
    "Zhang",
    "Andersen",
    "Bianchi",
    "Cohen",
    "Diaz",
    "Engel",
    "Fontaine",
    "Gupta",
    "Horvat",
    "Ibrahim",
    "Jovanovic",
    "Kumar",
    "Larsen",
    "Moreau",
    "Nagy",
    "Ortiz",
    "Popescu",
    "Reyes",
    "Silva",
    "Toth",
    "Usman",
    "Virtanen",
    "Wolf",
    "Yamada",
    "Zeman",
];
const FUNCTIONS: [&str; 6] = ["Engineering", "Platform", "Product", "Design", "Customer support", "Data"];
const ZONES: [&str; 5] =
    ["Europe/Berlin", "Europe/Lisbon", "Africa/Lagos", "America/New_York", "Asia/Singapore"];
const SOURCES: [&str; 5] = ["Referral", "Job board", "Own website", "Conference", "University"];
const SAW: [&str; 6] = [
    "Named two ways to go on and said what would decide between them.",
    "Answered the question that was asked and then the one behind it.",
    "Needed a hint before the second step and took it from there.",
    "Explained the choice with figures from the last project.",
    "Missed the case that we asked about at the end.",
    "Asked who would be affected before starting.",
];

/// Draws the same numbers every time (SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number
/// generators", 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to `below` − 1.
    fn below(&mut self, below: usize) -> usize {
        let below = u64::try_from(below).unwrap_or(1).max(1);
        usize::try_from(self.next() % below).unwrap_or(0)
    }

    /// From [0, 1).
    fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() >> 32).unwrap_or(0)) / (f64::from(u32::MAX) + 1.0)
    }

    /// From a normal distribution with mean 0 and standard deviation 1: the sum of twelve shares, less six.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.share()).sum::<f64>() - 6.0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len())).copied()
    }
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The level from 1 to `levels` that is nearest.
fn nearest_level(value: f64, levels: usize) -> usize {
    (1..=levels).min_by(|a, b| (number(*a) - value).abs().total_cmp(&(number(*b) - value).abs())).unwrap_or(1)
}

/// The large demonstration's content.
#[must_use]
pub fn large() -> DemoData {
    let staff = [("recruiter-1", "manager-1"), ("recruiter-2", "manager-2"), ("recruiter-1", "manager-3")];
    let jobs = ladder::jobs(staff);
    let plans: Vec<(&'static str, Plan)> =
        jobs.iter().filter_map(|job| Some((job.key, plan_file::check(job.plan_toml).plan?))).collect();
    let mut dice = Dice(7);
    let (mut candidates, mut loops) = (Vec::with_capacity(CANDIDATES), Vec::new());
    let mut ratings = 0;
    for n in 0..CANDIDATES {
        let Some((job, plan)) = plans.get(n % plans.len().max(1)) else { break };
        let days = 20 + dice.below(160);
        let applied = -i64::try_from(days).unwrap_or(20) * DAY - i64::try_from(dice.below(600)).unwrap_or(0);
        let ability = dice.normal() * CANDIDATE_SPREAD;
        let mut candidate = candidate(&mut dice, n, job, plan, applied);
        // Two of three candidates of each job.
        if ratings < RATINGS && !(n / plans.len()).is_multiple_of(3) {
            let sealed = run(&mut dice, &candidate, plan, ability);
            ratings += sealed.1;
            candidate.stage = after_the_loop(&mut dice, ability, &plan.job.stages).into();
            candidate.rejection = (ability < -0.8)
                .then(|| rejected(RejectionKind::OthersCloser, "Others were closer to what we need."));
            loops.push(sealed.0);
        }
        candidates.push(candidate);
    }
    DemoData {
        ladder: ladder::levels(),
        jobs,
        people: people(),
        candidates,
        loops,
        remarks: Vec::new(),
        papers: Vec::new(),
        requests: Vec::new(),
        tours: Vec::new(),
    }
}

/// The administrator, two recruiters and three hiring managers can be chosen on the login page, and the first interviewer.
fn people() -> Vec<DemoPerson> {
    let staff = |key: &'static str, name: &'static str, function: &'static str, role, part: &'static str| {
        DemoPerson {
            key: key.into(),
            name: name.into(),
            email: format!("{key}@example.org").into(),
            function: function.into(),
            seniority: 7,
            zone: "Europe/Berlin".into(),
            roles: vec![role],
            part: part.into(),
        }
    };
    let mut people = vec![
        staff("admin", "Amina Berg", "IT", Role::Admin, "Administrator"),
        staff("recruiter-1", "Rut Castellanos", "People", Role::Recruiter, "Recruiter of two jobs"),
        staff("recruiter-2", "Ravi Brandt", "People", Role::Recruiter, "Recruiter of one job"),
        staff("manager-1", "Mika Steiner", "Engineering", Role::HiringManager, "Hiring manager, engineering"),
        staff("manager-2", "Maya Laurent", "Design", Role::HiringManager, "Hiring manager, design"),
        staff("manager-3", "Musa Keller", "Customer support", Role::HiringManager, "Hiring manager, support"),
    ];
    for n in 0..INTERVIEWERS {
        people.push(DemoPerson {
            key: interviewer_key(n).into(),
            name: name(n * 7 + 3).into(),
            email: format!("{}@example.org", interviewer_key(n)).into(),
            function: FUNCTIONS.get(n % FUNCTIONS.len()).copied().unwrap_or_default().into(),
            seniority: i64::try_from(2 + n % 7).unwrap_or(2),
            zone: ZONES.get(n % ZONES.len()).copied().unwrap_or_default().into(),
            roles: vec![Role::Interviewer],
            part: if n == 0 { "Interviewer".into() } else { "".into() },
        });
    }
    people
}

fn interviewer_key(n: usize) -> String {
    format!("interviewer-{:02}", n + 1)
}

/// The 2,000 pairs of a first and a last name, each once.
fn name(n: usize) -> String {
    let first = FIRST.get(n % FIRST.len()).copied().unwrap_or_default();
    let last = LAST.get((n / FIRST.len() + n) % LAST.len()).copied().unwrap_or_default();
    format!("{first} {last}")
}

fn candidate(dice: &mut Dice, n: usize, job: &'static str, plan: &Plan, applied: i64) -> DemoCandidate {
    // The first stages only: what comes after the loop is decided by the loop.
    let before = plan.job.stages.iter().take_while(|stage| *stage != RUNNING).count().max(1);
    let stage = plan.job.stages.get(dice.below(before)).cloned().unwrap_or_default();
    DemoCandidate {
        key: format!("candidate-{n}").into(),
        job,
        name: name(n).into(),
        email: format!("candidate-{n}@example.net").into(),
        phone: "".into(),
        source: dice.pick(&SOURCES).unwrap_or_default().into(),
        zone: dice.pick(&ZONES).unwrap_or_default().into(),
        answers: vec![(
            "CV",
            "Several years in roles like this one, the last two with more responsibility.".into(),
        )],
        stage: stage.into(),
        applied,
        rejection: (n % 17 == 5)
            .then(|| rejected(RejectionKind::Experience, "The role needs something else.")),
    }
}

fn rejected(kind: RejectionKind, reason: &'static str) -> DemoRejection {
    DemoRejection { kind, reason: reason.into(), announced: true }
}

fn after_the_loop(dice: &mut Dice, ability: f64, stages: &[String]) -> String {
    let last = if ability > 1.0 && dice.below(3) == 0 { stages.last() } else { stages.iter().rev().nth(1) };
    last.cloned().unwrap_or_default()
}

/// A loop with a panel for each kit, all sealed, and the number of its ratings.
fn run(dice: &mut Dice, candidate: &DemoCandidate, plan: &Plan, ability: f64) -> (DemoLoop, usize) {
    let started = candidate.applied + 5 * DAY;
    let mut ratings = 0;
    let panel = panel(dice, plan.kits.len());
    let interviews = plan.kits.iter().zip(panel).enumerate().map(|(k, (kit, interviewer))| {
        let starts = started + DAY + i64::try_from(k).unwrap_or(0) * 2 * HOUR;
        let (fields, given) = card(dice, kit, plan, ability + leniency(interviewer));
        ratings += given;
        DemoInterview {
            kit: kit.key.clone().into(),
            starts: Some(starts),
            zone: "Europe/Berlin".into(),
            place: "Video call".into(),
            panel: vec![DemoSlot {
                person: interviewer_key(interviewer).into(),
                kind: SlotKind::Interviewer,
                required: true,
                state: SlotState::Accepted,
                took_over: None,
                card: DemoCard::Submitted {
                    at: starts + kit.minutes + 5 + i64::try_from(dice.below(900)).unwrap_or(0),
                    fields,
                    amendments: Vec::new(),
                },
            }],
            added: None,
            fate: DemoFate::Planned,
        }
    });
    let interviews = interviews.collect();
    let new = DemoLoop {
        candidate: candidate.key.clone(),
        started,
        reveal: RevealRule::PanelComplete,
        brief: "".into(),
        interviews,
        opened: None,
    };
    (new, ratings)
}

/// As many different interviewers, so that in the end everybody has sat with everybody.
fn panel(dice: &mut Dice, size: usize) -> Vec<usize> {
    let mut panel = Vec::with_capacity(size);
    while panel.len() < size.min(INTERVIEWERS) {
        let one = dice.below(INTERVIEWERS);
        if !panel.contains(&one) {
            panel.push(one);
        }
    }
    panel
}

/// The fields of a sealed card, and how many ratings they hold.
fn card(dice: &mut Dice, kit: &Kit, plan: &Plan, shift: f64) -> (Vec<(String, String)>, usize) {
    let (mut fields, mut given, mut above) = (Vec::new(), 0, 0.0);
    let rated = kit.rates.iter().filter_map(|key| plan.competency(key));
    for Competency { key, rubric, .. } in rated {
        let levels = rubric.anchors.len();
        let middle = (number(levels) + 1.0) / 2.0;
        let level = nearest_level(middle + shift + dice.normal() * NOISE, levels);
        above += number(level) - middle;
        fields.push((format!("evidence:{key}"), dice.pick(&SAW).unwrap_or_default().to_owned()));
        fields.push((format!("rating:{key}"), level.to_string()));
        given += 1;
    }
    let recommendation = match above / number(given).max(1.0) {
        mean if mean < -0.9 => "strong_no",
        mean if mean < 0.1 => "no",
        mean if mean < 1.0 => "yes",
        _ => "strong_yes",
    };
    fields.push(("recommendation".to_owned(), recommendation.to_owned()));
    fields.push(("takeaways".to_owned(), dice.pick(&SAW).unwrap_or_default().to_owned()));
    (fields, given)
}
