//! Leave and working hours as a hint beside a time. It never blocks.

use super::time::{local_in, now};
use evenhand_shared::{
    Timestamp,
    availability::{Hint, LocalTime, WEEKDAYS, hint},
    people::PersonRow,
};

/// What whoever plans should know about asking this person, in words; without a time, only whether they are away now.
pub fn words(person: &PersonRow, at: Option<Timestamp>, minutes: i64) -> Option<String> {
    let (day, minute) = local_in(at.unwrap_or_else(now), &person.zone)?;
    let hours = person.hours.as_ref().filter(|_| at.is_some());
    Some(match hint(&person.away, hours, &LocalTime { day, minute }, minutes)? {
        Hint::Away(until) => format!("Away until {until}"),
        Hint::DayOff(weekday) => {
            format!("Does not work on {}s", WEEKDAYS.get(weekday).copied().unwrap_or("these day"))
        }
        Hint::OtherHours(hours) => format!(
            "Outside their hours that day, {} to {} in {}",
            clock(hours.from),
            clock(hours.until),
            person.zone
        ),
    })
}

/// Minutes after midnight as a clock shows them.
pub fn clock(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
