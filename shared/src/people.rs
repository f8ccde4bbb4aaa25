//! Members of the organisation.

use crate::{
    FieldError, PersonId, Timestamp,
    availability::{Away, WorkingWeek},
};
use serde::{Deserialize, Serialize};

/// A role. It opens nothing by itself: rights on a job come from its hiring team, rights on a loop from its panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// People and configuration, no scores by right.
    Admin,
    /// Candidates, loops and schedules of the jobs whose team they are on.
    Recruiter,
    /// Opens debriefs and decides, on the jobs whose team they are on.
    HiringManager,
    /// Sits on panels.
    Interviewer,
    /// Reads the audit, no scores by right.
    Auditor,
}

impl Role {
    /// Every role, in the order in which they are listed.
    pub const ALL: [Self; 5] =
        [Self::Admin, Self::Recruiter, Self::HiringManager, Self::Interviewer, Self::Auditor];

    /// The role in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Admin => "Administrator",
            Self::Recruiter => "Recruiter",
            Self::HiringManager => "Hiring manager",
            Self::Interviewer => "Interviewer",
            Self::Auditor => "Auditor",
        }
    }

    /// The role as it stands in the API and in files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Recruiter => "recruiter",
            Self::HiringManager => "hiring_manager",
            Self::Interviewer => "interviewer",
            Self::Auditor => "auditor",
        }
    }

    /// Reads [`Role::key`]; `hiring manager` with a space is accepted, as people write it in files.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let folded = text.trim().to_lowercase().replace([' ', '-'], "_");
        Self::ALL.into_iter().find(|role| role.key() == folded)
    }
}

/// Whether someone can log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PersonState {
    /// Has not set a password yet.
    Invited,
    /// Can log in.
    Active,
    /// Cannot log in; the records stay.
    Deactivated,
}

/// A member as colleagues see them, for choosing a panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonRow {
    /// Identifier.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Roles held now.
    pub roles: Vec<Role>,
    /// Function, such as `Engineering`.
    pub function: String,
    /// Seniority, 1 (junior) to 10.
    pub seniority: i64,
    /// IANA time zone.
    pub zone: String,
    /// Whether they can log in.
    pub state: PersonState,
    /// Version for `If-Match`-like checks: send it back with a change.
    pub version: i64,
    /// Level, as the organisation's ladder names it; empty when nobody has told it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub level: String,
    /// Working hours, when they were told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<WorkingWeek>,
    /// Days of leave that are not over; why is theirs to know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub away: Vec<Away>,
    /// Their invitation, for administrators, as long as no password was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Invitation>,
}

/// How an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// The link works.
    Open,
    /// Its time is over.
    Expired,
    /// It was taken back.
    Revoked,
}

/// The newest invitation of somebody who has not set a password yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// When the link was made.
    pub sent_at: Timestamp,
    /// Name of the administrator who made it; absent when it was made on the host.
    pub sent_by: Option<String>,
    /// When it stops working.
    pub expires_at: Timestamp,
    /// How it stands.
    pub state: InvitationState,
}

/// `POST /api/v1/people`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// Name, 1 to 120 characters.
    pub name: String,
    /// Address.
    pub email: String,
    /// Roles.
    pub roles: Vec<Role>,
    /// Function, such as `Engineering`.
    pub function: String,
    /// Seniority, 1 (junior) to 10.
    pub seniority: i64,
    /// IANA time zone, such as `Europe/Berlin`.
    pub zone: String,
}

/// `PATCH /api/v1/people/{id}`: what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    /// The version that was seen.
    pub version: i64,
    /// New name.
    #[serde(default)]
    pub name: Option<String>,
    /// New roles.
    #[serde(default)]
    pub roles: Option<Vec<Role>>,
    /// New function.
    #[serde(default)]
    pub function: Option<String>,
    /// New seniority.
    #[serde(default)]
    pub seniority: Option<i64>,
    /// New zone.
    #[serde(default)]
    pub zone: Option<String>,
    /// New level; empty takes it away.
    #[serde(default)]
    pub level: Option<String>,
    /// New working hours.
    #[serde(default)]
    pub hours: Option<WorkingWeek>,
}

/// A link to set a password, shown once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasswordLink {
    /// Path with the token in its fragment, such as `/set-password#…`; put the server's address before it.
    pub path: String,
    /// When it stops working.
    pub expires_at: Timestamp,
}

/// The answer to a new person: the row and the link to hand over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonCreated {
    /// The person.
    pub person: PersonRow,
    /// Their link.
    pub link: PasswordLink,
}

/// Checks the fields of a person; every fault is reported.
#[must_use]
pub fn check_person(name: &str, email: &str, function: &str, seniority: i64) -> Vec<FieldError> {
    let mut faults = Vec::new();
    check_name("/name", name, &mut faults);
    check_email("/email", email, &mut faults);
    if function.chars().count() > 80 {
        faults.push(FieldError::new("/function", "too_long", "Keep the function under 80 characters."));
    }
    if !(1..=10).contains(&seniority) {
        faults.push(FieldError::new("/seniority", "out_of_range", "Seniority goes from 1 to 10."));
    }
    faults
}

/// Checks a level.
pub fn check_level(level: &str, faults: &mut Vec<FieldError>) {
    if level.chars().count() > 40 || level.chars().any(char::is_control) {
        faults.push(FieldError::new(
            "/level",
            "too_long",
            "Keep the level under 40 characters, on one line.",
        ));
    }
}

/// Checks a person's or candidate's name: 1 to 120 characters, no control characters.
pub fn check_name(pointer: &str, name: &str, faults: &mut Vec<FieldError>) {
    let name = name.trim();
    if name.is_empty() {
        faults.push(FieldError::new(pointer, "required", "Write a name."));
    } else if name.chars().count() > 120 {
        faults.push(FieldError::new(pointer, "too_long", "Keep the name under 120 characters."));
    } else if name.chars().any(char::is_control) {
        faults.push(FieldError::new(
            pointer,
            "control_character",
            "A name cannot hold line breaks or control characters.",
        ));
    }
}

/// Checks the shape of an address: something, one `@`, a domain; no white space or control characters.
pub fn check_email(pointer: &str, email: &str, faults: &mut Vec<FieldError>) {
    let email = email.trim();
    let well_formed = email.len() <= 254
        && !email.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | '"'))
        && email.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty()
                && !domain.is_empty()
                && !domain.contains('@')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
        });
    if email.is_empty() {
        faults.push(FieldError::new(pointer, "required", "Write an e-mail address."));
    } else if !well_formed {
        faults.push(FieldError::new(
            pointer,
            "malformed",
            "This does not look like an e-mail address; it needs a name, an @ and a domain.",
        ));
    }
}

/// One faulty row of an imported file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RowFault {
    /// Line in the file, counted from 1 (the heading is line 1).
    pub line: u64,
    /// Column heading; empty when the whole row is meant.
    pub column: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// What an import found or did. With faults, nothing was imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportReport {
    /// True when nothing was written because it was only a trial.
    pub dry_run: bool,
    /// Rows in the file, headings not counted.
    pub rows: u64,
    /// Rows imported, or importable in a dry run.
    pub importable: u64,
    /// Faulty rows.
    pub faults: Vec<RowFault>,
    /// What was left out on purpose (columns that are not known, rows known already).
    pub notes: Vec<String>,
    /// Names of the first rows, for a look before importing.
    pub preview: Vec<String>,
    /// Links to hand over, for people only: address and link.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<(String, PasswordLink)>,
}

/// `POST …/import`: a file's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportFile {
    /// The whole CSV file, UTF-8, at most 2 MiB, with a heading row.
    pub csv: String,
    /// True checks and writes nothing.
    pub dry_run: bool,
}
