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
pub const MOST: usize = 25;

/// An application as a matter: when it came in, or since when it stands where it is.
pub fn of_application(kind: MatterKind, application: &Undecided, job_title: String) -> Matter {
    let at = Timestamp(match kind {
        MatterKind::Arrived => application.created_at,
        _ => application.stage_since,
    });
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
    unseen: Vec<(MatterKind, u64)>,
}

impl Pile {
    /// A pile that begins with these.
    pub fn new(all: Vec<Matter>) -> Self {
        Self { all, unseen: Vec::new() }
    }

    /// Adds one.
    pub fn add(&mut self, matter: Matter) {
        self.all.push(matter);
    }

    /// Adds to the count of a part what would stand behind its first matters anyway.
    pub fn add_unseen(&mut self, kind: MatterKind, count: u64) {
        self.unseen.push((kind, count));
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
            put(part(&mut home, matter.kind), matter);
        }
        for (kind, count) in self.unseen {
            let part = part(&mut home, kind);
            part.total = part.total.saturating_add(count);
        }
        home
    }
}

/// The part in which a kind stands.
const fn part(home: &mut HiringHome, kind: MatterKind) -> &mut Matters {
    match kind {
        MatterKind::Overdue | MatterKind::Declined | MatterKind::NoTime | MatterKind::Waiting => {
            &mut home.stuck
        }
        MatterKind::DueSoon => &mut home.next,
        MatterKind::Arrived => &mut home.arrived,
        MatterKind::Complete => &mut home.complete,
        MatterKind::Packet => &mut home.packets,
    }
}

fn put(part: &mut Matters, matter: Matter) {
    part.total = part.total.saturating_add(1);
    if part.first.len() < MOST {
        part.first.push(matter);
    }
}
