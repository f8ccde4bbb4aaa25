//! Content of the demonstration: jobs, their people, candidates and loops in different states.
//!
//! Only content lives here, and it is the same every time. Identifiers, secrets and passwords come from elsewhere (S42).
//! Times are minutes relative to the moment at which the demonstration is filled; negative ones lie in the past.

mod backend;
mod candidates;
mod design;
mod ladder;
mod large;
mod papers;
mod people;
mod remarks;
mod requests;
mod support;
mod tours;

pub use large::{large, leniency};

use evenhand_shared::{
    ladder::LevelContent,
    loops::{SlotKind, SlotState},
    people::Role,
    plan::RevealRule,
    rejections::RejectionKind,
};
use std::borrow::Cow;

/// A text of the content: written by hand, or put together by the large demonstration.
pub type Text = Cow<'static, str>;

/// Everything.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoData {
    /// The career ladder.
    pub ladder: Vec<LevelContent>,
    /// The jobs.
    pub jobs: Vec<DemoJob>,
    /// The people.
    pub people: Vec<DemoPerson>,
    /// The candidates.
    pub candidates: Vec<DemoCandidate>,
    /// Loops in different states.
    pub loops: Vec<DemoLoop>,
    /// Notes and tags.
    pub remarks: Vec<DemoRemark>,
    /// Files of candidates.
    pub papers: Vec<DemoPaper>,
    /// What panelists asked for.
    pub requests: Vec<DemoRequest>,
    /// Guided tours.
    pub tours: Vec<DemoTour>,
}

/// The guided tour of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoTour {
    /// Key of the person.
    pub person: Text,
    /// Its steps.
    pub steps: [DemoStep; 5],
}

/// A step of a guided tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoStep {
    /// What it shows.
    pub title: &'static str,
    /// What to look at.
    pub text: &'static str,
    /// Words of the link.
    pub link: &'static str,
    /// Where it leads.
    pub to: DemoPlace,
}

/// A page that a step leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoPlace {
    /// A page with a fixed address.
    Page(&'static str),
    /// The job with this key.
    Job(&'static str),
    /// Its board.
    Board(&'static str),
    /// The page of the person with this key.
    Person(&'static str),
    /// The first loop of the candidate with this key.
    Loop(&'static str),
    /// Its packet.
    Packet(&'static str),
    /// Where a loop is started for the candidate with this key.
    StartLoop(&'static str),
    /// The first scorecard that the person owes.
    OwnOpen,
    /// The first scorecard that the person has sealed.
    OwnSealed,
}

impl DemoData {
    /// A candidate by key.
    #[must_use]
    pub fn candidate(&self, key: &str) -> Option<&DemoCandidate> {
        self.candidates.iter().find(|candidate| candidate.key == key)
    }

    /// A job by key.
    #[must_use]
    pub fn job(&self, key: &str) -> Option<&DemoJob> {
        self.jobs.iter().find(|job| job.key == key)
    }
}

/// A job with its first plan and its team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoJob {
    /// Short name: the key in its plan's file.
    pub key: &'static str,
    /// The plan as a file.
    pub plan_toml: &'static str,
    /// Key of its recruiter.
    pub recruiter: Text,
    /// Key of its hiring manager.
    pub manager: Text,
    /// Name of its level on the career ladder.
    pub level: &'static str,
    /// How far the band can move, and who decides.
    pub flexibility: &'static str,
    /// How its outcomes are measured.
    pub measures: Vec<DemoMeasure>,
}

/// How an outcome is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoMeasure {
    /// Key of the outcome in the plan.
    pub outcome: &'static str,
    /// What is measured.
    pub measure: &'static str,
    /// The figure to reach.
    pub target: &'static str,
    /// By when.
    pub due: &'static str,
}

/// A member of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPerson {
    /// Short name by which loops refer to them.
    pub key: Text,
    /// Name.
    pub name: Text,
    /// Address.
    pub email: Text,
    /// Function.
    pub function: Text,
    /// Seniority, 1 to 10.
    pub seniority: i64,
    /// IANA zone.
    pub zone: Text,
    /// Roles.
    pub roles: Vec<Role>,
    /// What they do in the demonstration, for the login page.
    pub part: Text,
}

/// A candidate with their application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCandidate {
    /// Short name by which loops refer to them.
    pub key: Text,
    /// Key of the job applied for.
    pub job: &'static str,
    /// Name.
    pub name: Text,
    /// Address.
    pub email: Text,
    /// Telephone.
    pub phone: Text,
    /// Where they came from.
    pub source: Text,
    /// IANA zone.
    pub zone: Text,
    /// Answers: heading and text.
    pub answers: Vec<(&'static str, Text)>,
    /// Pipeline column.
    pub stage: Text,
    /// When the application came in.
    pub applied: i64,
    /// That it was rejected.
    pub rejection: Option<DemoRejection>,
}

/// A rejection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoRejection {
    /// The chosen reason.
    pub kind: RejectionKind,
    /// Why, in words.
    pub reason: Text,
    /// Whether the candidate was told.
    pub announced: bool,
}

/// Something that the hiring team keeps about an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoRemark {
    /// Key of the candidate.
    pub candidate: Text,
    /// Key of the person, who is on the job's team.
    pub by: Text,
    /// When.
    pub at: i64,
    /// What.
    pub what: Remark,
}

/// A note or a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// A note.
    Note(Text),
    /// A tag.
    Tag(Text),
}

/// A file of an application, made from its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPaper {
    /// Key of the candidate.
    pub candidate: Text,
    /// When it was added.
    pub at: i64,
    /// What it is.
    pub label: &'static str,
    /// What stands on it.
    pub lines: Vec<&'static str>,
}

/// Something about one place on a panel, on which no scorecard has been submitted yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoRequest {
    /// Key of the candidate.
    pub candidate: Text,
    /// Key of the person, who has one place on the loop.
    pub person: Text,
    /// When.
    pub at: i64,
    /// What.
    pub what: Said,
}

/// What was said about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The recruiter reminded them.
    Reminded,
    /// They ask for more time.
    MoreTime {
        /// Until when.
        until: i64,
    },
    /// They ask a colleague to take over.
    Swap {
        /// Key of the colleague.
        colleague: Text,
    },
}

/// A loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoLoop {
    /// Key of the candidate.
    pub candidate: Text,
    /// When it started.
    pub started: i64,
    /// Its reveal rule.
    pub reveal: RevealRule,
    /// What panelists are told.
    pub brief: Text,
    /// Interviews in order.
    pub interviews: Vec<DemoInterview>,
    /// The hiring manager opened it, complete or not.
    pub opened: Option<DemoOpening>,
}

/// An opening by the hiring manager.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoOpening {
    /// When.
    pub at: i64,
    /// Why.
    pub reason: Text,
}

/// What became of an interview as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoFate {
    /// Held, or still to come.
    Planned,
    /// Called off.
    Cancelled {
        /// When.
        at: i64,
    },
    /// The candidate did not come.
    NoShow {
        /// When it was noted.
        at: i64,
    },
}

/// An interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoInterview {
    /// Key of the kit.
    pub kit: Text,
    /// When it starts; always with the zone beside it.
    pub starts: Option<i64>,
    /// IANA zone in which the time was agreed.
    pub zone: Text,
    /// Room or link.
    pub place: Text,
    /// The panel.
    pub panel: Vec<DemoSlot>,
    /// When it was added to the running loop; absent for those planned at the start.
    pub added: Option<i64>,
    /// What became of it; when it is void, so are the places on it.
    pub fate: DemoFate,
}

/// A place on a panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoSlot {
    /// Key of the person.
    pub person: Text,
    /// As what.
    pub kind: SlotKind,
    /// Whether the panel is incomplete without this card.
    pub required: bool,
    /// What happened to the place.
    pub state: SlotState,
    /// When they took over the place before them, whose state is then `Replaced`; absent for those asked from the start.
    pub took_over: Option<i64>,
    /// Their card.
    pub card: DemoCard,
}

/// A scorecard; fields have the names of a draft's fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DemoCard {
    /// Nothing written.
    Untouched,
    /// Being written.
    Draft {
        /// Fields: name and value.
        fields: Vec<(String, String)>,
    },
    /// Sealed.
    Submitted {
        /// When.
        at: i64,
        /// Fields: name and value.
        fields: Vec<(String, String)>,
        /// Amendments in order.
        amendments: Vec<DemoAmendment>,
    },
    /// Sealed and withdrawn afterwards.
    Withdrawn {
        /// When it was sealed.
        at: i64,
        /// Fields: name and value.
        fields: Vec<(String, String)>,
        /// When it was withdrawn.
        withdrawn: i64,
        /// Why.
        reason: Text,
    },
}

/// An amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoAmendment {
    /// When.
    pub at: i64,
    /// Why.
    pub reason: Text,
    /// All fields of the card as amended.
    pub fields: Vec<(String, String)>,
}

/// The demonstration's content.
#[must_use]
pub fn demo() -> DemoData {
    DemoData {
        ladder: ladder::levels(),
        jobs: ladder::jobs([("samir", "marta"), ("nadia", "jules"), ("samir", "bongani")]),
        people: people::people(),
        candidates: candidates::candidates(),
        loops: [backend::loops(), design::loops(), support::loops()].concat(),
        remarks: remarks::remarks(),
        papers: papers::papers(),
        requests: requests::requests(),
        tours: tours::tours(),
    }
}

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// A mark: competency, rating (`na` for not assessed), evidence or reason.
type Mark = (&'static str, &'static str, &'static str);

/// The fields of a card.
fn fields(marks: &[Mark], recommendation: &str, takeaways: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (competency, rating, text) in marks {
        let kind = if *rating == "na" { "reason" } else { "evidence" };
        fields.push((format!("{kind}:{competency}"), (*text).to_owned()));
        if !rating.is_empty() {
            fields.push((format!("rating:{competency}"), (*rating).to_owned()));
        }
    }
    for (name, value) in [("recommendation", recommendation), ("takeaways", takeaways)] {
        if !value.is_empty() {
            fields.push((name.to_owned(), value.to_owned()));
        }
    }
    fields
}

/// A sealed card without amendments.
fn submitted(at: i64, marks: &[Mark], recommendation: &str, takeaways: &str) -> DemoCard {
    DemoCard::Submitted { at, fields: fields(marks, recommendation, takeaways), amendments: Vec::new() }
}

/// A required interviewer who has accepted.
fn interviewer(person: &'static str, card: DemoCard) -> DemoSlot {
    DemoSlot {
        person: person.into(),
        kind: SlotKind::Interviewer,
        required: true,
        state: SlotState::Accepted,
        took_over: None,
        card,
    }
}

/// A required interviewer who has not answered yet.
fn asked(person: &'static str) -> DemoSlot {
    DemoSlot { state: SlotState::Assigned, ..interviewer(person, DemoCard::Untouched) }
}

/// A required interviewer on whose card the panel waits.
fn awaited(person: &'static str) -> DemoSlot {
    interviewer(person, DemoCard::Untouched)
}

/// An interview by one person, agreed in Berlin.
fn interview(kit: &'static str, starts: i64, place: &'static str, slot: DemoSlot) -> DemoInterview {
    DemoInterview {
        kit: kit.into(),
        starts: Some(starts),
        zone: "Europe/Berlin".into(),
        place: place.into(),
        panel: vec![slot],
        added: None,
        fate: DemoFate::Planned,
    }
}

/// The same interview, called off or not attended by the candidate.
fn void(fate: DemoFate, mut interview: DemoInterview) -> DemoInterview {
    let state = match fate {
        DemoFate::Planned => return interview,
        DemoFate::Cancelled { .. } => SlotState::Cancelled,
        DemoFate::NoShow { .. } => SlotState::NoShow,
    };
    for slot in &mut interview.panel {
        slot.state = state;
    }
    DemoInterview { fate, ..interview }
}

/// A loop by the plan's own rule, that nobody opened by hand.
fn sealed_loop(
    candidate: &'static str,
    started: i64,
    brief: &'static str,
    interviews: Vec<DemoInterview>,
) -> DemoLoop {
    DemoLoop {
        candidate: candidate.into(),
        started,
        reveal: RevealRule::PanelComplete,
        brief: brief.into(),
        interviews,
        opened: None,
    }
}
