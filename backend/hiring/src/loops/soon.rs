//! Which promises break next.

use evenhand_shared::{
    Timestamp,
    time::{DAY, HOUR},
};

/// Whether a card that is due at `due` falls due within 24 working hours of `now`; Saturdays and Sundays (UTC) do not count, so
/// that on a Friday what is due on Monday is seen.
#[must_use]
pub fn due_soon(due: Timestamp, now: Timestamp) -> bool {
    // Nothing beyond two weeks is within a day of work, and the walk over days stays short.
    due >= now && due.since(now) <= 14 * DAY && working(now, due) <= 24 * HOUR
}

/// Microseconds of weekdays between two instants.
fn working(from: Timestamp, to: Timestamp) -> i64 {
    let (mut at, mut sum) = (from.0, 0_i64);
    while at < to.0 {
        let day = at.div_euclid(DAY);
        let end = day.saturating_add(1).saturating_mul(DAY).min(to.0);
        // Day 0 was a Thursday.
        if !matches!(day.saturating_add(3).rem_euclid(7), 5 | 6) {
            sum = sum.saturating_add(end.saturating_sub(at));
        }
        at = end;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_do_not_count() {
        let at = |text: &str| Timestamp::parse(text).unwrap();
        // 2030-01-07 is a Monday.
        for (now, due, soon) in [
            ("2030-01-07T09:00:00Z", "2030-01-08T09:00:00Z", true),
            ("2030-01-07T09:00:00Z", "2030-01-08T09:00:01Z", false),
            ("2030-01-07T09:00:00Z", "2030-01-07T08:59:59Z", false),
            ("2030-01-11T17:00:00Z", "2030-01-14T17:00:00Z", true),
            ("2030-01-11T17:00:00Z", "2030-01-14T18:00:00Z", false),
            ("2030-01-12T10:00:00Z", "2030-01-14T23:00:00Z", true),
            ("2030-01-07T09:00:00Z", "2031-01-07T09:00:00Z", false),
        ] {
            assert_eq!(due_soon(at(due), at(now)), soon, "{now} {due}");
        }
    }
}
