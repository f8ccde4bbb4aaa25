//! From a granted loop to its packet.

use super::view;
use crate::{
    db::{
        Conn,
        assignments::{self, Assignment},
        candidates, interviews, loops, people, plans,
        releases::ReleaseRow,
        scorecards,
    },
    failure::Failure,
};
use evenhand_hiring::{
    loops::card_counts,
    packet::{PacketCardInput, PacketInput, PlannedInterview, build},
};
use evenhand_policy::grant::PacketGrant;
use evenhand_shared::{
    loops::{SlotKind, SlotState},
    packet::{Packet, WithdrawnCard},
};
use std::collections::{HashMap, HashSet};

/// The packet of the granted loop.
pub fn packet(conn: &mut Conn, grant: &PacketGrant, release: Option<ReleaseRow>) -> Result<Packet, Failure> {
    let row = loops::find(conn, grant.loop_id())?;
    let version = plans::find(conn, &row.plan_id.as_str().into())?;
    let candidate = candidates::find(conn, &row.candidate_id.as_str().into())?;
    let places = assignments::list(conn, grant.loop_id())?;
    let interviews = interviews::list(conn, grant.loop_id())?;
    let kits: HashMap<&str, &str> = interviews.iter().map(|i| (i.id.as_str(), i.kit.as_str())).collect();
    let people: Vec<String> = places.iter().map(|p| p.person_id.clone()).collect();
    let names = people::names(conn, &people)?;
    let name = |place: &Assignment| names.get(&place.person_id).cloned().unwrap_or_default();
    let submitted = scorecards::list_submitted(conn, grant)?;
    let present: HashSet<&str> = submitted.iter().map(|card| card.assignment.as_str()).collect();
    let observed = reverse_shadowed(&places, &present, release.as_ref())?;
    let by_id: HashMap<&str, &Assignment> = places.iter().map(|p| (p.id.as_str(), p)).collect();

    let mut cards = Vec::new();
    for card in &submitted {
        let (Some(place), Some(first)) = (by_id.get(card.assignment.as_str()), card.revisions.first.clone())
        else {
            return Err(Failure::Internal("a sealed card without place or content".to_owned()));
        };
        // A shadow's card never enters the packet (S14).
        if place.kind()? == SlotKind::Shadow {
            continue;
        }
        cards.push(PacketCardInput {
            id: card.assignment.clone(),
            author_id: place.person_id.as_str().into(),
            author: name(place),
            kit: kits.get(place.interview_id.as_str()).copied().unwrap_or_default().to_owned(),
            first,
            amendments: card.revisions.amendments.clone(),
            exposed: card.exposed,
            late: card.late,
            counts: card_counts(place.kind()?, observed.contains(&place.interview_id)),
        });
    }
    let mut missing = Vec::new();
    for place in &places {
        let awaited = place.required && (place.state()?.stands() || place.state()? == SlotState::Declined);
        if awaited && !present.contains(place.id.as_str()) {
            missing.push(name(place));
        }
    }
    missing.sort();
    missing.dedup();
    let mut withdrawn = Vec::new();
    for (id, at, reason) in scorecards::list_withdrawn(conn, grant)? {
        let Some(place) = by_id.get(id.as_str()) else { continue };
        if place.kind()? == SlotKind::Shadow {
            continue;
        }
        let kit = kits.get(place.interview_id.as_str()).copied().unwrap_or_default();
        withdrawn.push(WithdrawnCard {
            author: name(place),
            kit_name: version.plan.kit(kit).map_or_else(|| kit.to_owned(), |kit| kit.name.clone()),
            id: id.into(),
            at,
            reason,
        });
    }
    let mut planned = Vec::new();
    for interview in interviews.iter().filter(|i| !i.cancelled) {
        let mut counted = 0_u64;
        for place in places.iter().filter(|p| p.interview_id == interview.id) {
            if place.state()?.stands() && card_counts(place.kind()?, observed.contains(&interview.id)) {
                counted = counted.saturating_add(1);
            }
        }
        planned.push(PlannedInterview { kit: interview.kit.clone(), cards: counted });
    }
    Ok(build(PacketInput {
        loop_id: grant.loop_id().clone(),
        candidate_name: candidate.name,
        job: format!("{}, {}", version.plan.job.title, version.plan.job.level),
        plan_number: version.number,
        plan: version.plan,
        release: release.map(|r| view::release(conn, r)).transpose()?,
        adaptive: row.adaptive,
        partial: grant.partial(),
        cards,
        missing,
        withdrawn,
        planned,
    }))
}

/// Interviews on which a qualified observer stands behind the one who leads. What counts must not change by the acts of people who have
/// read the packet: an observer whose card is in stays one when the place is voided, and one who is asked after the release becomes one
/// by a card alone.
fn reverse_shadowed(
    places: &[Assignment],
    submitted: &HashSet<&str>,
    release: Option<&ReleaseRow>,
) -> Result<HashSet<String>, Failure> {
    let mut observed = HashSet::new();
    for place in places {
        let in_time = release.is_none_or(|release| place.assigned_at <= release.at.0);
        let in_place = (place.state()?.stands() && in_time) || submitted.contains(place.id.as_str());
        if place.kind()? == SlotKind::ReverseShadow && in_place {
            observed.insert(place.interview_id.clone());
        }
    }
    Ok(observed)
}
