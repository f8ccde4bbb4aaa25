//! When somebody can be asked: working hours by weekday, and leave. Both inform whoever plans, and stop nothing.

use crate::{FieldError, LeaveId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Minutes of a day.
const DAY: i64 = 24 * 60;
/// Longest leave, in days.
const LONGEST: i64 = 3 * 366;

/// Working hours of one day, in minutes after midnight in the person's own zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// Begin, such as 540 for nine o'clock.
    pub from: i64,
    /// End, later on the same day.
    pub until: i64,
}

/// Working hours by weekday; absent days are free. A week without any hours tells nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkingWeek {
    /// Monday.
    pub monday: Option<Hours>,
    /// Tuesday.
    pub tuesday: Option<Hours>,
    /// Wednesday.
    pub wednesday: Option<Hours>,
    /// Thursday.
    pub thursday: Option<Hours>,
    /// Friday.
    pub friday: Option<Hours>,
    /// Saturday.
    pub saturday: Option<Hours>,
    /// Sunday.
    pub sunday: Option<Hours>,
}

/// Weekdays in the order of [`WorkingWeek::days`].
pub const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl WorkingWeek {
    /// The days, Monday first.
    #[must_use]
    pub const fn days(&self) -> [Option<Hours>; 7] {
        [self.monday, self.tuesday, self.wednesday, self.thursday, self.friday, self.saturday, self.sunday]
    }

    /// A week from its days, Monday first.
    #[must_use]
    pub const fn of(days: [Option<Hours>; 7]) -> Self {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = days;
        Self { monday, tuesday, wednesday, thursday, friday, saturday, sunday }
    }

    /// Whether any hours were told.
    #[must_use]
    pub fn told(&self) -> bool {
        self.days().iter().any(Option::is_some)
    }
}

/// Checks a week; every fault is reported, beside its day.
#[must_use]
pub fn check_week(week: &WorkingWeek) -> Vec<FieldError> {
    let mut faults = Vec::new();
    for (name, hours) in WEEKDAYS.iter().zip(week.days()) {
        let Some(hours) = hours else { continue };
        let inside = (0..=DAY).contains(&hours.from) && (0..=DAY).contains(&hours.until);
        if !inside || hours.from >= hours.until {
            faults.push(FieldError::new(
                format!("/hours/{}", name.to_lowercase()),
                "not_a_span",
                format!("On {name} the end must come after the beginning, on the same day."),
            ));
        }
    }
    faults
}

/// Why somebody is away. Only they and administrators see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LeaveKind {
    /// Holiday.
    Holiday,
    /// Ill.
    Illness,
    /// Parental leave, care.
    Family,
    /// Training, a conference.
    Training,
    /// Anything else.
    Other,
}

impl LeaveKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Holiday, Self::Illness, Self::Family, Self::Training, Self::Other];

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Holiday => "Holiday",
            Self::Illness => "Illness",
            Self::Family => "Family",
            Self::Training => "Training",
            Self::Other => "Other",
        }
    }
}

/// A leave as its person and administrators see it. Days are written `YYYY-MM-DD`, in the person's own zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Leave {
    /// Identifier.
    pub id: LeaveId,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Why.
    pub kind: LeaveKind,
}

/// A leave as colleagues see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Away {
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
}

/// `POST /api/v1/profile/leaves` and `POST /api/v1/people/{id}/leaves`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewLeave {
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Why.
    pub kind: LeaveKind,
}

/// Reads a day; `2030-1-7` is not one.
#[must_use]
pub fn read_day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (day.to_string() == text).then_some(day)
}

/// Checks a leave; every fault is reported.
#[must_use]
pub fn check_leave(leave: &NewLeave) -> Vec<FieldError> {
    let mut faults = Vec::new();
    let (from, until) = (read_day(&leave.from), read_day(&leave.until));
    for (pointer, day) in [("/from", from), ("/until", until)] {
        if day.is_none() {
            faults.push(FieldError::new(pointer, "not_a_day", "Choose a day."));
        }
    }
    if let (Some(from), Some(until)) = (from, until) {
        let days = until.signed_duration_since(from).num_days();
        if days < 0 {
            faults.push(FieldError::new("/until", "before_start", "The last day comes before the first."));
        } else if days > LONGEST {
            faults.push(FieldError::new("/until", "too_long", "Write at most three years at once."));
        }
    }
    faults
}

/// An instant as it is in somebody's own zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalTime {
    /// Day, as `YYYY-MM-DD`.
    pub day: String,
    /// Minutes after midnight.
    pub minute: i64,
}

/// What whoever plans should know about a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// On leave, with the last day.
    Away(String),
    /// Does not work on this day of the week, by its place in [`WEEKDAYS`].
    DayOff(usize),
    /// Works at other hours on that day.
    OtherHours(Hours),
}

/// Compares a meeting of some minutes with somebody's leave and hours.
#[must_use]
pub fn hint(away: &[Away], week: Option<&WorkingWeek>, at: &LocalTime, minutes: i64) -> Option<Hint> {
    // Days written in this form sort as text.
    if let Some(leave) = away.iter().find(|leave| leave.from <= at.day && at.day <= leave.until) {
        return Some(Hint::Away(leave.until.clone()));
    }
    let week = week.filter(|week| week.told())?;
    let weekday =
        usize::try_from(chrono::Datelike::weekday(&read_day(&at.day)?).num_days_from_monday()).ok()?;
    match week.days().get(weekday).copied().flatten() {
        None => Some(Hint::DayOff(weekday)),
        Some(hours) if at.minute < hours.from || at.minute.saturating_add(minutes) > hours.until => {
            Some(Hint::OtherHours(hours))
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NINE_TO_FIVE: Option<Hours> = Some(Hours { from: 540, until: 1020 });

    fn week() -> WorkingWeek {
        let d = NINE_TO_FIVE;
        WorkingWeek::of([d, d, d, d, Some(Hours { from: 480, until: 720 }), None, None])
    }

    fn at(day: &str, hour: i64) -> LocalTime {
        LocalTime { day: day.to_owned(), minute: hour * 60 }
    }

    #[test]
    fn leave_and_hours_are_pointed_out() {
        let away = [Away { from: "2030-01-09".to_owned(), until: "2030-01-11".to_owned() }];
        let told = |day: &str, hour: i64| hint(&away, Some(&week()), &at(day, hour), 60);
        assert_eq!(told("2030-01-07", 9), None, "a Monday");
        assert_eq!(told("2030-01-07", 8), Some(Hint::OtherHours(NINE_TO_FIVE.unwrap())));
        assert_eq!(told("2030-01-07", 16), None, "it ends when the day does");
        assert_eq!(told("2030-01-07", 17), Some(Hint::OtherHours(NINE_TO_FIVE.unwrap())));
        assert_eq!(told("2030-01-12", 10), Some(Hint::DayOff(5)));
        for day in ["2030-01-09", "2030-01-10", "2030-01-11"] {
            assert_eq!(told(day, 10), Some(Hint::Away("2030-01-11".to_owned())), "leave comes first");
        }
    }

    #[test]
    fn who_has_told_nothing_is_not_judged() {
        assert_eq!(hint(&[], None, &at("2030-01-12", 3), 60), None);
        assert_eq!(hint(&[], Some(&WorkingWeek::default()), &at("2030-01-12", 3), 60), None);
    }

    #[test]
    fn weeks_and_leaves_are_checked() {
        assert_eq!(check_week(&week()), []);
        assert_eq!(check_week(&WorkingWeek::default()), []);
        for (from, until) in [(600, 600), (700, 600), (-1, 600), (600, 1441)] {
            let bad = WorkingWeek { tuesday: Some(Hours { from, until }), ..week() };
            let faults = check_week(&bad);
            assert_eq!(faults.iter().map(|f| f.pointer.as_str()).collect::<Vec<_>>(), ["/hours/tuesday"]);
        }
        let leave = |from: &str, until: &str| {
            let leave = NewLeave { from: from.to_owned(), until: until.to_owned(), kind: LeaveKind::Holiday };
            check_leave(&leave).into_iter().map(|f| (f.pointer, f.code)).collect::<Vec<_>>()
        };
        let fault = |pointer: &str, code: &str| vec![(pointer.to_owned(), code.to_owned())];
        assert_eq!(leave("2030-01-09", "2030-01-09"), []);
        assert_eq!(leave("2030-01-09", "2030-01-08"), fault("/until", "before_start"));
        assert_eq!(leave("2030-01-09", "2040-01-08"), fault("/until", "too_long"));
        assert_eq!(leave("2030-1-9", "2030-01-10"), fault("/from", "not_a_day"));
        assert_eq!(
            leave("2030-02-30", ""),
            [fault("/from", "not_a_day"), fault("/until", "not_a_day")].concat()
        );
    }
}
