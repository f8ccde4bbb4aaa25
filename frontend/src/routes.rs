//! The addresses of the app.

use yew_router::prelude::*;

/// A page.
#[derive(Clone, PartialEq, Debug, Routable)]
pub enum Route {
    /// What needs you now.
    #[at("/")]
    Home,
    /// Log in.
    #[at("/login")]
    Login,
    /// Make the first administrator.
    #[at("/setup")]
    Setup,
    /// Set a password with a link; the token stands in the fragment.
    #[at("/set-password")]
    SetPassword,
    /// My interviews.
    #[at("/interviews")]
    Interviews,
    /// My scorecard for one interview.
    #[at("/scorecards/:id")]
    Scorecard {
        /// Assignment.
        id: String,
    },
    /// Jobs.
    #[at("/jobs")]
    Jobs,
    /// A new job.
    #[at("/jobs/new")]
    NewJob,
    /// One job.
    #[at("/jobs/:id")]
    Job {
        /// Job.
        id: String,
    },
    /// The board of a job.
    #[at("/jobs/:id/board")]
    Board {
        /// Job.
        id: String,
    },
    /// The versions of a job's plan.
    #[at("/jobs/:id/plan")]
    PlanHistory {
        /// Job.
        id: String,
    },
    /// The next version of a job's plan.
    #[at("/jobs/:id/plan/draft")]
    PlanDraft {
        /// Job.
        id: String,
    },
    /// Competencies and kits.
    #[at("/library")]
    Library,
    /// A competency or a kit.
    #[at("/library/:id")]
    LibraryItem {
        /// Which.
        id: String,
    },
    /// Import an interview plan.
    #[at("/plans/new")]
    NewPlan,
    /// The next version of a plan.
    #[at("/plans/:id/next")]
    NextPlan {
        /// The plan version to start from.
        id: String,
    },
    /// Candidates.
    #[at("/candidates")]
    Candidates,
    /// Import candidates.
    #[at("/candidates/import")]
    ImportCandidates,
    /// One candidate.
    #[at("/candidates/:id")]
    Candidate {
        /// Candidate.
        id: String,
    },
    /// Start a loop for an application.
    #[at("/candidates/:id/applications/:application/loop")]
    NewLoop {
        /// Candidate.
        id: String,
        /// Application.
        application: String,
    },
    /// Loops.
    #[at("/loops")]
    Loops,
    /// One loop.
    #[at("/loops/:id")]
    Loop {
        /// Loop.
        id: String,
    },
    /// The packet of a loop.
    #[at("/loops/:id/packet")]
    Packet {
        /// Loop.
        id: String,
    },
    /// Members of the organisation.
    #[at("/people")]
    People,
    /// The career ladder.
    #[at("/ladder")]
    Ladder,
    /// The career ladder at one of its levels.
    #[at("/ladder/:id")]
    Level {
        /// Level.
        id: String,
    },
    /// What happened.
    #[at("/audit")]
    Audit,
    /// One member, for administrators.
    #[at("/people/:id")]
    Person {
        /// Person.
        id: String,
    },
    /// The reader's own rights, hours and leave.
    #[at("/profile")]
    Profile,
    /// Theme, sessions.
    #[at("/settings")]
    Settings,
    /// What somebody can say about their own place on a panel.
    #[at("/duties/:id")]
    Duty {
        /// Assignment.
        id: String,
    },
    /// What colleagues ask of one another.
    #[at("/requests")]
    Requests,
    /// What the reader was shown, and when.
    #[at("/exposures")]
    Exposures,
    /// What was changed after it had been sealed.
    #[at("/loops/:id/changes")]
    Afterwards {
        /// Loop.
        id: String,
    },
    /// Nothing stands here.
    #[not_found]
    #[at("/404")]
    NotFound,
}

/// The areas of the rail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Area {
    /// Home.
    Home,
    /// My interviews and scorecards.
    Interviews,
    /// Loops and packets.
    Loops,
    /// Candidates.
    Candidates,
    /// Jobs and plans.
    Jobs,
    /// Competencies and kits.
    Library,
    /// People.
    People,
    /// The career ladder.
    Ladder,
    /// The audit.
    Audit,
    /// Settings.
    Settings,
}

impl Area {
    /// The area's first page.
    pub const fn route(self) -> Route {
        match self {
            Self::Home => Route::Home,
            Self::Interviews => Route::Interviews,
            Self::Loops => Route::Loops,
            Self::Candidates => Route::Candidates,
            Self::Jobs => Route::Jobs,
            Self::Library => Route::Library,
            Self::People => Route::People,
            Self::Ladder => Route::Ladder,
            Self::Audit => Route::Audit,
            Self::Settings => Route::Settings,
        }
    }

    /// Its name in the rail.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Home => "Home",
            Self::Interviews => "My interviews",
            Self::Loops => "Loops",
            Self::Candidates => "Candidates",
            Self::Jobs => "Jobs",
            Self::Library => "Library",
            Self::People => "People",
            Self::Ladder => "Career ladder",
            Self::Audit => "Audit",
            Self::Settings => "Settings",
        }
    }
}

impl Route {
    /// Where the page belongs.
    pub const fn area(&self) -> Option<Area> {
        match self {
            Self::Home => Some(Area::Home),
            Self::Interviews | Self::Scorecard { .. } | Self::Duty { .. } | Self::Requests => {
                Some(Area::Interviews)
            }
            Self::Loops | Self::Loop { .. } | Self::Packet { .. } | Self::Afterwards { .. } => {
                Some(Area::Loops)
            }
            Self::Candidates | Self::ImportCandidates | Self::Candidate { .. } | Self::NewLoop { .. } => {
                Some(Area::Candidates)
            }
            Self::Jobs
            | Self::NewJob
            | Self::Job { .. }
            | Self::Board { .. }
            | Self::NewPlan
            | Self::NextPlan { .. }
            | Self::PlanHistory { .. }
            | Self::PlanDraft { .. } => Some(Area::Jobs),
            Self::Library | Self::LibraryItem { .. } => Some(Area::Library),
            Self::Ladder | Self::Level { .. } => Some(Area::Ladder),
            Self::Audit => Some(Area::Audit),
            Self::People | Self::Person { .. } => Some(Area::People),
            Self::Settings | Self::Profile | Self::Exposures => Some(Area::Settings),
            Self::Login | Self::Setup | Self::SetPassword | Self::NotFound => None,
        }
    }
}
