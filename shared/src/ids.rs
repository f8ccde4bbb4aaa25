//! Identifiers: text UUIDs (version 4 layout), one type per thing, so that they cannot be mixed up.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    )+};
}

ids! {
    /// A member of the organisation.
    PersonId,
    /// One login on one device.
    SessionId,
    /// Somebody's leave.
    LeaveId,
    /// A role being hired for.
    JobId,
    /// A level of the career ladder.
    LevelId,
    /// One version of a job's interview plan.
    PlanId,
    /// A competency or a kit of the library.
    LibraryId,
    /// A candidate as a person.
    CandidateId,
    /// A candidate applying to one job.
    ApplicationId,
    /// A plan version run for one application.
    LoopId,
    /// One planned conversation of a loop.
    InterviewId,
    /// One person's place on one interview; a panelist's scorecard has the same id.
    AssignmentId,
    /// A note of a job's team about an application.
    NoteId,
    /// A file that belongs to an application.
    FileId,
    /// Applications that came in with one file.
    ImportId,
    /// One entry of what somebody is told.
    NoticeId,
    /// Something that a panelist asks about their own place.
    RequestId,
}
