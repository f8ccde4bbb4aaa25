//! The packet of a released loop: the cards side by side, the rows in the order in which they are worth discussing,
//! and the weighted composite.
//!
//! The caller has decided that the reader may have all of this, and has left shadows out (S14).

mod composite;
mod rows;

use evenhand_shared::{
    AssignmentId, LoopId, PersonId,
    loops::Release,
    packet::{Packet, PacketCard, WithdrawnCard},
    plan::Plan,
    scorecards::{Amendment, CardContent},
};

/// Everything a packet is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct PacketInput {
    /// The loop.
    pub loop_id: LoopId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Title and level of the job.
    pub job: String,
    /// Number of the frozen plan version.
    pub plan_number: i64,
    /// The frozen plan.
    pub plan: Plan,
    /// How it was revealed.
    pub release: Option<Release>,
    /// Interviews were added later (S12).
    pub adaptive: bool,
    /// The view between panelists before the panel is complete (S8): no means, no roster, nothing of the loop's course.
    pub partial: bool,
    /// The cards, in any order, shadows left out.
    pub cards: Vec<PacketCardInput>,
    /// Names of panelists whose card is missing.
    pub missing: Vec<String>,
    /// Cards that were withdrawn.
    pub withdrawn: Vec<WithdrawnCard>,
    /// Interviews that were not cancelled.
    pub planned: Vec<PlannedInterview>,
}

/// An interview that was not cancelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedInterview {
    /// Key of its kit.
    pub kit: String,
    /// Places on it whose card counts.
    pub cards: u64,
}

/// A sealed card.
#[derive(Debug, Clone, PartialEq)]
pub struct PacketCardInput {
    /// The assignment.
    pub id: AssignmentId,
    /// Its author.
    pub author_id: PersonId,
    /// The author's name.
    pub author: String,
    /// Key of the kit.
    pub kit: String,
    /// Revision 1.
    pub first: CardContent,
    /// Amendments in order.
    pub amendments: Vec<Amendment>,
    /// Its author had been served others' sealed content before submitting.
    pub exposed: bool,
    /// Submitted after the release, still blind.
    pub late: bool,
    /// False where another card of the same interview is the one that counts (S14).
    pub counts: bool,
}

impl PacketCardInput {
    /// Whether this card's ratings enter rows and composite; exposed cards are shown and do not.
    const fn counted(&self) -> bool {
        self.counts && !self.exposed
    }
}

/// Builds the packet.
#[must_use]
pub fn build(input: PacketInput) -> Packet {
    let PacketInput { mut cards, plan, partial, .. } = input;
    let place = |kit: &str| plan.kits.iter().position(|k| k.key == kit).unwrap_or(plan.kits.len());
    cards.sort_by(|a, b| (place(&a.kit), &a.author, &a.id).cmp(&(place(&b.kit), &b.author, &b.id)));
    // Before the panel is complete even the number of planned cards is part of what is sealed.
    let planned = if partial { Vec::new() } else { input.planned };
    let rows = rows::rows(&plan, &cards, &planned, partial);
    let composite = if partial { None } else { composite::of_panel(&plan, &cards) };
    Packet {
        loop_id: input.loop_id,
        candidate_name: input.candidate_name,
        job: input.job,
        plan_number: input.plan_number,
        bar: plan.decision.bar,
        partial,
        glass_until: None,
        release: if partial { None } else { input.release },
        adaptive: input.adaptive && !partial,
        cards: cards.into_iter().map(|card| shown(&plan, card, partial)).collect(),
        rows,
        composite,
        missing: if partial { Vec::new() } else { input.missing },
        withdrawn: if partial { Vec::new() } else { input.withdrawn },
    }
}

fn shown(plan: &Plan, card: PacketCardInput, partial: bool) -> PacketCard {
    let composite = if partial { None } else { composite::of_card(plan, &card.first) };
    PacketCard {
        id: card.id,
        author: card.author,
        kit_name: plan.kit(&card.kit).map_or(card.kit, |kit| kit.name.clone()),
        first: card.first,
        amendments: card.amendments,
        exposed: card.exposed,
        late: card.late,
        composite,
    }
}
