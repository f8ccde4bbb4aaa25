//! Sorting matters into the parts of the page.

use crate::db::applications::Undecided;
use evenhand_shared::{
    Timestamp,
    home::{HiringHome, Matter, MatterKind, Matters},
    time::DAY,
};

/// How long an application counts as having just come in.
pub const WEEK: i64 = 7 * DAY;
/// Matters shown of each part.
const MOST: usize = 25;

/// An application as a matter.
pub fn of_application(kind: MatterKind, at: Timestamp, application: &Undecided, job_title: String) -> Matter {
    Matter {
        kind,
        candidate_id: application.candidate_id.as_str().into(),
        candidate_name: application.name.clone(),
        job_id: application.job_id.as_str().into(),
        job_title,
        loop_id: None,
        person: None,
        at: Some(at),
    }
}

/// Everything found.
pub struct Pile {
    all: Vec<Matter>,
}

impl Pile {
    /// A pile that begins with these.
    pub fn new(all: Vec<Matter>) -> Self {
        Self { all }
    }

    /// Adds one.
    pub fn add(&mut self, matter: Matter) {
        self.all.push(matter);
    }

    /// The page: within a part by kind, then by time, the newest first where something came in.
    pub fn home(mut self, collecting: u64) -> HiringHome {
        self.all.sort_by(|a, b| {
            let key = |m: &Matter| (m.kind, m.candidate_name.clone(), m.job_id.clone(), m.person.clone());
            a.kind
                .cmp(&b.kind)
                .then_with(|| match a.kind {
                    MatterKind::Arrived | MatterKind::Packet => b.at.cmp(&a.at),
                    _ => a.at.cmp(&b.at),
                })
                .then_with(|| key(a).cmp(&key(b)))
        });
        let mut home = HiringHome { collecting, ..HiringHome::default() };
        for matter in self.all {
            let part = match matter.kind {
                MatterKind::Overdue | MatterKind::Declined | MatterKind::NoTime | MatterKind::Waiting => {
                    &mut home.stuck
                }
                MatterKind::DueSoon => &mut home.next,
                MatterKind::Arrived => &mut home.arrived,
                MatterKind::Complete => &mut home.complete,
                MatterKind::Packet => &mut home.packets,
            };
            put(part, matter);
        }
        home
    }
}

fn put(part: &mut Matters, matter: Matter) {
    part.total = part.total.saturating_add(1);
    if part.first.len() < MOST {
        part.first.push(matter);
    }
}
