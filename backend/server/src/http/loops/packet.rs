//! `GET /loops/{id}/packet`.

use super::contents;
use crate::{
    db::{
        broken_glass, loops,
        releases::{self, ReleaseRow},
        servings,
    },
    http::scope,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::{
    Class, OwnSlot, PacketAccess, ReleaseFact, grant::PacketGrant, may_ask_for_packet, packet_access,
};
use evenhand_shared::{AssignmentId, CandidateId, LoopId, Timestamp, packet::Packet};
use serde_json::json;

/// The packet, for people who are closed on the candidate. Every reading is noted in the serving ledger and in the audit, in the same transaction.
pub struct ReadPacket;

impl Operation for ReadPacket {
    const ROUTE: Route = Route {
        id: "loops.packet",
        verb: Verb::Get,
        path: "/loops/{id}/packet",
        summary: "What the panel found, once it is revealed",
        class: Class::Gated,
        who: Who::SignedIn,
        door: Door::Write,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = Json<Packet>;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let id: LoopId = act.id()?;
        let access = access(act, &id)?;
        let mut packet = contents::packet(act.conn, &access.grant, access.release.clone())?;
        packet.glass_until = access.glass_until;
        let of_others = packet.cards.iter().any(|card| access.is_of_another(&card.id));
        if of_others {
            access.note(act, &id)?;
        }
        act.record(
            "packet.read",
            "loop",
            id.as_str(),
            Some(access.candidate.as_str()),
            json!({"partial": access.grant.partial(), "glass": packet.glass_until.is_some()}),
        )?;
        Ok(Json(packet))
    }
}

/// The viewer's way to the sealed cards of a loop.
pub struct Access {
    /// The right.
    pub grant: PacketGrant,
    /// The candidate.
    pub candidate: CandidateId,
    /// How the loop was released.
    pub release: Option<ReleaseRow>,
    /// Until when the viewer may read by having broken the glass, when it is that.
    pub glass_until: Option<Timestamp>,
    own: Vec<OwnSlot>,
}

/// Decides; absent for whoever may not.
pub fn access<B>(act: &mut Act<'_, B>, id: &LoopId) -> Result<Access, Failure> {
    let (candidate, job) = loops::find_key(act.conn, id)?;
    let candidate = CandidateId(candidate);
    let own = scope::demand_not_open(act.conn, act.viewer, &candidate)?;
    let rights = scope::rights_on(act.conn, act.viewer, &job, &candidate)?;
    // Nothing of the release was read until here: it is asked for only when they may know it.
    if !may_ask_for_packet(&own, rights, id) {
        return Err(Failure::NotFound);
    }
    let release = releases::find(act.conn, id)?;
    let fact = if release.is_some() { ReleaseFact::Released } else { ReleaseFact::Sealed };
    let rule = loops::find_rule(act.conn, id)?;
    let glass = broken_glass::active(act.conn, id, act.viewer.id(), act.now)?;
    match packet_access(&own, rights, id, rule, || fact, glass.is_some()) {
        PacketAccess::Hidden => Err(Failure::NotFound),
        PacketAccess::Granted(grant) => {
            Ok(Access { glass_until: glass.filter(|_| grant.partial()), grant, candidate, release, own })
        }
    }
}

impl Access {
    /// Whether a card is somebody else's.
    pub fn is_of_another(&self, card: &AssignmentId) -> bool {
        self.own.iter().all(|slot| &slot.assignment != card)
    }

    /// Notes in the serving ledger that others' cards were shown.
    pub fn note<B>(&self, act: &mut Act<'_, B>, id: &LoopId) -> Result<(), Failure> {
        let what = if self.glass_until.is_some() { "break_glass" } else { "packet" };
        servings::insert(act.conn, act.ids.id(), act.viewer.id(), &self.candidate, id, what, act.now)
    }
}
