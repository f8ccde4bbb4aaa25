//! What somebody is asked for on panels, for an administrator who lets them go.

use crate::{
    db::assignments,
    failure::Failure,
    http::{operation::Act, scope},
};
use evenhand_shared::{PersonId, Timestamp, profile::Duties};

/// Places that stand, as facts of planning. Candidates on whose panels the reader sits or ever sat are left out, by the reader's own
/// rows: whether somebody else is on such a panel must not show here, neither while the reader is open nor before the release (S1, S30).
pub fn of<B>(act: &mut Act<'_, B>, person: &PersonId) -> Result<Duties, Failure> {
    let own = scope::own_by_candidate(act.conn, act.viewer)?;
    let mut mine: Vec<String> = own.into_keys().map(|candidate| candidate.0).collect();
    mine.sort();
    let mut duties = Duties::default();
    for start in assignments::list_starts(act.conn, person, &mine)? {
        match start {
            None => duties.untimed = duties.untimed.saturating_add(1),
            Some(at) if at > act.now.0 => duties.coming.push(Timestamp(at)),
            Some(_) => duties.begun = duties.begun.saturating_add(1),
        }
    }
    Ok(duties)
}
