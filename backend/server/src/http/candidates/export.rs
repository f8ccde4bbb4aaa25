//! `GET /jobs/{id}/candidates/export`.

use super::{TEAM, row::Standings};
use crate::{
    db::candidates,
    failure::Failure,
    http::{
        operation::{Act, CsvFile, Door, Empty, Operation, Route, SMALL, Verb, Who},
        scope,
    },
};
use evenhand_hiring::candidate_file::{NewCandidateRow, write_candidates};
use evenhand_policy::Class;
use evenhand_shared::{Code, JobId};

/// The candidates of a job as the file that the import takes: what they gave, and nothing of how they fare. Whoever the caller is
/// open on is left out (S34).
pub struct ExportCandidates;

impl Operation for ExportCandidates {
    const ROUTE: Route = Route {
        id: "candidates.export",
        verb: Verb::Get,
        path: "/jobs/{id}/candidates/export",
        summary: "The candidates of a job as a CSV file that the import takes, without those on whom the caller is blind",
        class: Class::Frozen,
        who: Who::Roles(TEAM),
        door: Door::Read,
        query: &[],
        limit: SMALL,
        status: 200,
    };
    type Body = Empty;
    type Answer = CsvFile;

    fn run(act: &mut Act<'_, Empty>) -> Result<Self::Answer, Failure> {
        let job: JobId = act.id()?;
        let hidden = Standings::load(act.conn, act.viewer)?.frozen();
        if !scope::team(act.conn, act.viewer, &job)?.recruiter {
            return Err(Failure::refused(
                Code::Forbidden,
                "Only recruiters of this job save its candidates.",
            ));
        }
        let rows = candidates::list_of_job(act.conn, &job, &hidden)?.into_iter().map(|candidate| {
            Ok(NewCandidateRow {
                line: 0,
                answers: candidate.answers()?,
                name: candidate.name,
                email: candidate.email,
                phone: candidate.phone,
                source: candidate.source,
                zone: candidate.zone,
            })
        });
        Ok(CsvFile(write_candidates(&rows.collect::<Result<Vec<_>, Failure>>()?)))
    }
}
