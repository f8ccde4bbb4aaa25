//! Who reads about an act (`semantics.md` S36 and §7). Entries on a candidate on whom the reader is open are left out besides,
//! whatever stands here.

use crate::{JobRights, Viewer};
use evenhand_shared::{
    audit::{Audience, KNOWN, KnownAct},
    people::Role,
};

/// Whether somebody with these rights on the act's job reads about it.
#[must_use]
pub fn reads(audience: Audience, viewer: &Viewer, rights: JobRights) -> bool {
    viewer.has(Role::Auditor)
        || match audience {
            Audience::Team => rights.team(),
            Audience::Recruiters => rights.recruiter,
            Audience::Library => viewer.has(Role::Recruiter) || viewer.has(Role::HiringManager),
            Audience::Admins => viewer.has(Role::Admin),
            Audience::Auditors => false,
        }
}

/// The acts that somebody with these rights on a job reads about.
#[must_use]
pub fn readable(viewer: &Viewer, rights: JobRights) -> Vec<&'static KnownAct> {
    KNOWN.iter().filter(|act| reads(act.audience, viewer, rights)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Audience::{Admins, Auditors, Library, Recruiters, Team};

    #[test]
    fn s36_each_audience_reads_its_own_and_auditors_read_all() {
        let recruiter = JobRights { recruiter: true, hiring_manager: false };
        let manager = JobRights { recruiter: false, hiring_manager: true };
        let table: &[(Role, JobRights, &[Audience])] = &[
            (Role::Interviewer, JobRights::NONE, &[]),
            (Role::Admin, JobRights::NONE, &[Admins]),
            (Role::Recruiter, JobRights::NONE, &[Library]),
            (Role::Recruiter, recruiter, &[Team, Recruiters, Library]),
            (Role::HiringManager, manager, &[Team, Library]),
            (Role::Auditor, JobRights::NONE, &[Team, Recruiters, Library, Admins, Auditors]),
        ];
        for (role, rights, expected) in table {
            let viewer = Viewer::new("v".into(), [*role]);
            for audience in [Team, Recruiters, Library, Admins, Auditors] {
                assert_eq!(
                    reads(audience, &viewer, *rights),
                    expected.contains(&audience),
                    "{role:?} {audience:?}"
                );
            }
        }
    }

    #[test]
    fn s10_what_its_author_does_before_and_after_the_seal_is_not_for_the_team() {
        let viewer = Viewer::new("v".into(), [Role::Recruiter, Role::HiringManager, Role::Admin]);
        let rights = JobRights { recruiter: true, hiring_manager: true };
        let all: Vec<&str> = readable(&viewer, rights).iter().map(|act| act.action).collect();
        for hidden in ["scorecard.submit", "scorecard.undo", "scorecard.amend", "scorecard.unblind"] {
            assert!(!all.contains(&hidden), "{hidden}");
        }
        assert!(all.contains(&"scorecard.seal"));
    }
}
