//! What happened, in words: entries of the audit and of a job's activity, with the words and the readers of each act.

use crate::{CandidateId, JobId, PersonId, Timestamp};
use serde::{Deserialize, Serialize};

/// One entry, as far as its reader may see it. It carries no number: numbers would tell of entries in between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// Who; absent for acts of the system and of the host's shell.
    pub actor: Option<PersonId>,
    /// Their name; `Evenhand` for the system.
    pub actor_name: String,
    /// What, as a stable word such as `application.stage`.
    pub action: String,
    /// What, as a sentence goes on after the name: `moved Noor Haddad to Offer`.
    pub words: String,
    /// The kind of thing acted on.
    pub object_kind: String,
    /// The candidate concerned.
    pub candidate: Option<CandidateId>,
    /// The job concerned.
    pub job: Option<JobId>,
    /// Its title.
    pub job_title: Option<String>,
}

/// `GET /api/v1/audit`: a page, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditPage {
    /// The entries.
    pub entries: Vec<AuditEntry>,
    /// Send it back as `after` for the next page; absent on the last.
    pub after: Option<String>,
}

/// Who reads about an act, beside auditors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The hiring team of its job.
    Team,
    /// The recruiters of its job.
    Recruiters,
    /// Whoever may write libraries: recruiters and hiring managers.
    Library,
    /// Administrators.
    Admins,
    /// Nobody else.
    Auditors,
}

/// An act with its words.
#[derive(Debug, Clone, Copy)]
pub struct KnownAct {
    /// The stable word.
    pub action: &'static str,
    /// How a sentence goes on after the actor's name; `{candidate}`, `{job}` and the like are filled in.
    pub words: &'static str,
    /// Who reads about it.
    pub audience: Audience,
    /// Whether it stands in a job's activity: what moves the work, without readings and settings.
    pub activity: bool,
}

const fn act(action: &'static str, audience: Audience, activity: bool, words: &'static str) -> KnownAct {
    KnownAct { action, words, audience, activity }
}

/// Every act that has words. One that is missing here is read by auditors alone.
#[rustfmt::skip]
pub const KNOWN: &[KnownAct] = &[
    // Candidates.
    act("application.create", Audience::Team, true, "added {candidate}"),
    act("application.stage", Audience::Team, true, "moved {candidate} to {stage}"),
    act("application.reject", Audience::Team, true, "rejected {candidate}"),
    act("application.reject_undo", Audience::Team, true, "took the rejection of {candidate} back"),
    act("application.letter", Audience::Team, true, "wrote the letter to {candidate}"),
    act("application.announce", Audience::Team, true, "told {candidate} of the decision"),
    act("application.take_back", Audience::Team, true, "took {candidate} back out"),
    act("import.take_back", Audience::Team, true, "took people of an import back out"),
    act("file.add", Audience::Team, true, "added a file of {candidate}"),
    act("file.remove", Audience::Team, false, "removed a file of {candidate}"),
    act("candidate.source", Audience::Team, false, "noted where {candidate} came from"),
    act("tag.add", Audience::Team, false, "put a tag on {candidate}"),
    act("tag.remove", Audience::Team, false, "took a tag off {candidate}"),
    // Some notes are private: that there is one is their author's.
    act("note.add", Audience::Auditors, false, "wrote a note on {candidate}"),
    act("note.change", Audience::Auditors, false, "changed a note on {candidate}"),
    // Loops. A submission counts when its seal falls: the seconds for undo, and what its author does with it later, are the author's.
    act("loop.start", Audience::Team, true, "started a loop for {candidate}"),
    act("loop.add_interview", Audience::Team, true, "added an interview to the loop of {candidate}"),
    act("loop.release", Audience::Team, true, "opened the packet of {candidate}"),
    act("packet.read", Audience::Team, false, "read the packet of {candidate}"),
    act("interview.schedule", Audience::Team, true, "set the time or place of an interview with {candidate}"),
    act("interview.cancel", Audience::Team, true, "cancelled an interview with {candidate}"),
    act("interview.no_show", Audience::Team, true, "noted that {candidate} did not come"),
    act("assignment.create", Audience::Team, true, "asked {person} to interview {candidate}"),
    act("assignment.replace", Audience::Team, true, "gave a place on the panel of {candidate} to {person}"),
    act("assignment.remove", Audience::Team, true, "took somebody off the panel of {candidate}"),
    act("assignment.accept", Audience::Team, true, "accepted an interview with {candidate}"),
    act("assignment.decline", Audience::Team, true, "declined an interview with {candidate}"),
    act("assignment.hand_back", Audience::Team, true, "gave back the place of {person} on the panel of {candidate}"),
    act("assignment.no_show", Audience::Team, true, "reported that {candidate} did not come"),
    act("assignment.swap", Audience::Team, true, "asked {person} to take over an interview with {candidate}"),
    act("swap.accept", Audience::Team, true, "took over an interview with {candidate}"),
    act("swap.refuse", Audience::Team, true, "did not take over an interview with {candidate}"),
    // S17: that somebody knows the candidate is told to the recruiter only.
    act("assignment.knows", Audience::Recruiters, true, "knows {candidate} and freed their place"),
    act("assignment.more_time", Audience::Team, true, "asked for more time for a scorecard on {candidate}"),
    act("time.decide", Audience::Team, true, "answered a request for more time for a scorecard on {candidate}"),
    act("assignment.nudge", Audience::Team, true, "reminded somebody of a scorecard on {candidate}"),
    // S15: the first who may know is told at once, the team after the release.
    act("loop.break_glass", Audience::Auditors, false, "broke the glass to read the submitted scorecards on {candidate}"),
    act("comparison.read", Audience::Auditors, false, "compared two scorecards on {candidate}"),
    act("card.history", Audience::Team, false, "read the history of a scorecard on {candidate}"),
    act("exchange.propose", Audience::Team, true, "asked {person} to exchange interviews with {candidate}"),
    act("exchange.take_back", Audience::Team, true, "does not want to exchange interviews with {candidate} any more"),
    act("exchange.accept", Audience::Team, true, "exchanged interviews with {candidate}"),
    act("exchange.refuse", Audience::Auditors, false, "did not exchange interviews with {candidate}"),
    act("scorecard.seal", Audience::Team, true, "submitted a scorecard on {candidate}"),
    act("scorecard.submit", Audience::Auditors, false, "pressed submit on a scorecard on {candidate}"),
    act("scorecard.undo", Audience::Auditors, false, "took a submission on {candidate} back within ten seconds"),
    act("scorecard.amend", Audience::Auditors, false, "amended their scorecard on {candidate}"),
    act("scorecard.withdraw", Audience::Team, true, "withdrew their scorecard on {candidate}"),
    act("scorecard.unblind", Audience::Auditors, false, "asked to be unblinded on {candidate}"),
    // Jobs and plans.
    act("job.create", Audience::Team, true, "created the job"),
    act("job.team_add", Audience::Team, true, "put {person} on the hiring team"),
    act("job.team_remove", Audience::Team, true, "took {person} off the hiring team"),
    act("job.cover", Audience::Team, true, "named who covers for {person}"),
    act("plan.create", Audience::Team, true, "added version {number} of the plan"),
    act("plan.publish", Audience::Team, true, "published version {number} of the plan"),
    act("plan.draft_start", Audience::Team, false, "began a draft of the plan"),
    act("plan.draft_import", Audience::Team, false, "imported a draft of the plan"),
    act("plan.draft_change", Audience::Team, false, "changed the draft of the plan"),
    act("plan.draft_discard", Audience::Team, false, "threw the draft of the plan away"),
    act("job.change", Audience::Team, true, "changed the words of the job"),
    act("job.stages", Audience::Team, true, "changed the stages"),
    act("job.outcomes", Audience::Team, true, "changed the outcomes"),
    act("job.open", Audience::Team, true, "opened the job"),
    act("job.pause", Audience::Team, true, "paused the job"),
    act("job.reopen", Audience::Team, true, "opened the job again"),
    act("job.close", Audience::Team, true, "closed the job"),
    // Libraries.
    act("library.create", Audience::Library, false, "added something to the library"),
    act("library.draft_start", Audience::Library, false, "began a draft in the library"),
    act("library.draft_save", Audience::Library, false, "changed a draft in the library"),
    act("library.draft_change", Audience::Library, false, "changed a draft in the library"),
    act("library.draft_discard", Audience::Library, false, "threw a draft of the library away"),
    act("library.publish", Audience::Library, false, "published a version in the library"),
    act("ladder.add", Audience::Library, false, "added a level to the career ladder"),
    act("ladder.change", Audience::Library, false, "changed a level of the career ladder"),
    act("ladder.remove", Audience::Library, false, "took a level off the career ladder"),
    // People and settings.
    act("person.create", Audience::Admins, false, "added {person}"),
    act("person.change", Audience::Admins, false, "changed the account of {person}"),
    act("person.import", Audience::Admins, false, "imported a file of {people} people"),
    act("person.deactivate", Audience::Admins, false, "deactivated {person}"),
    act("person.reactivate", Audience::Admins, false, "brought {person} back"),
    act("person.sign_out", Audience::Admins, false, "ended the sessions of {person}"),
    act("invitation.create", Audience::Admins, false, "invited {person}"),
    act("invitation.revoke", Audience::Admins, false, "took the invitation of {person} back"),
    act("profile.change", Audience::Admins, false, "changed their zone or working hours"),
    act("leave.create", Audience::Admins, false, "entered leave for {person}"),
    act("leave.remove", Audience::Admins, false, "removed leave of {person}"),
    act("password_link.create", Audience::Admins, false, "made a link to set a password for {person}"),
    act("password.set", Audience::Admins, false, "set their password"),
    act("setup.claim", Audience::Admins, false, "set this server up"),
    act("setup_token.create", Audience::Admins, false, "made a token for the first administrator"),
    act("session.reuse", Audience::Admins, false, "had a session ended, because an old token of it was used again"),
    act("session.open", Audience::Auditors, false, "logged in"),
    act("session.end", Audience::Auditors, false, "logged out"),
    act("session.end_others", Audience::Auditors, false, "ended their other sessions"),
    act("session.end_all", Audience::Auditors, false, "ended all their sessions"),
];

/// An act by its stable word.
#[must_use]
pub fn known(action: &str) -> Option<&'static KnownAct> {
    KNOWN.iter().find(|known| known.action == action)
}

impl KnownAct {
    /// The act in words without anything filled in, for a list to choose from.
    #[must_use]
    pub fn plain(&self) -> String {
        [
            ("{candidate}", "a candidate"),
            ("{person}", "somebody"),
            ("{people} people", "people"),
            ("{stage}", "another stage"),
            ("version {number}", "a version"),
        ]
        .iter()
        .fold(self.words.to_owned(), |words, (place, plain)| words.replace(place, plain))
    }
}

#[cfg(test)]
mod tests {
    use super::KNOWN;

    #[test]
    fn s36_every_act_has_its_words_once() {
        let mut acts: Vec<&str> = KNOWN.iter().map(|act| act.action).collect();
        let all = acts.len();
        acts.sort_unstable();
        acts.dedup();
        assert_eq!(acts.len(), all);
    }
}
