//! `GET /loops/{id}/packet`.

use super::contents;
use crate::{
    db::{broken_glass, loops, releases, servings},
    http::scope,
};
use crate::{
    failure::Failure,
    http::operation::{Act, Door, Empty, Json, Operation, Route, SMALL, Verb, Who},
};
use evenhand_policy::Class;
use evenhand_policy::{PacketAccess, ReleaseFact, may_ask_for_packet, packet_access};
use evenhand_shared::{LoopId, packet::Packet};
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
        let (candidate, job) = loops::find_key(act.conn, &id)?;
        let own = scope::demand_not_open(act.conn, act.viewer, &candidate.as_str().into())?;
        let rights = scope::rights_on(act.conn, act.viewer, &job, &candidate.as_str().into())?;
        // Nothing of the release was read until here: it is asked for only when they may know it.
        if !may_ask_for_packet(&own, rights, &id) {
            return Err(Failure::NotFound);
        }
        let release = releases::find(act.conn, &id)?;
        let fact = if release.is_some() { ReleaseFact::Released } else { ReleaseFact::Sealed };
        let rule = loops::find_rule(act.conn, &id)?;
        let glass = broken_glass::active(act.conn, &id, act.viewer.id(), act.now)?;
        let PacketAccess::Granted(grant) = packet_access(&own, rights, &id, rule, || fact, glass.is_some())
        else {
            return Err(Failure::NotFound);
        };
        let mut packet = contents::packet(act.conn, &grant, release)?;
        packet.glass_until = glass.filter(|_| grant.partial());
        let of_others = packet.cards.iter().any(|card| own.iter().all(|slot| slot.assignment != card.id));
        if of_others {
            let serving = act.ids.id();
            servings::insert(
                act.conn,
                serving,
                act.viewer.id(),
                &candidate.as_str().into(),
                &id,
                if packet.glass_until.is_some() { "break_glass" } else { "packet" },
                act.now,
            )?;
        }
        act.record(
            "packet.read",
            "loop",
            id.as_str(),
            Some(&candidate),
            json!({"partial": grant.partial(), "glass": packet.glass_until.is_some()}),
        )?;
        Ok(Json(packet))
    }
}
