//! Notes and tags of hiring teams. Nobody in them quotes a scorecard: whoever wrote one knew none.

use super::{DAY, DemoRemark, HOUR, Remark};

pub(super) fn remarks() -> Vec<DemoRemark> {
    use Remark::{Note, Tag};
    let remark = |candidate: &'static str, by: &'static str, at, what| DemoRemark {
        candidate: candidate.into(),
        by: by.into(),
        at,
        what,
    };
    vec![
        remark("noor", "samir", -23 * DAY, Tag("Referred by the payouts team".into())),
        remark("noor", "samir", -10 * DAY, Note("Asked for breaks of ten minutes between conversations. It is in the brief.".into())),
        remark("kofi", "samir", -16 * DAY, Note("Would need eight weeks to move, or start from Accra for the first three months. Marta knows.".into())),
        remark("liam", "samir", -8 * DAY, Tag("Back after a break".into())),
        remark("daniel", "marta", -4 * DAY, Note("Too early for level 4. Could we show him the junior role in spring instead of turning him down?".into())),
        remark("fatima", "samir", -4 * DAY, Tag("Call this week".into())),
        remark("lucia", "samir", -9 * DAY, Tag("Junior role in spring".into())),
        remark("ayumi", "nadia", -2 * DAY, Note("Thursdays only. Both Thursdays are kept free in the calendar of Room Esche.".into())),
        remark("ayumi", "nadia", -2 * DAY, Tag("Thursdays".into())),
        remark("chidi", "nadia", -22 * HOUR, Note("Wrote that the other offer ends tomorrow evening and that ours would be preferred.".into())),
        remark("pilar", "nadia", -DAY, Tag("Voice interfaces".into())),
        remark("hana", "bongani", -14 * DAY, Note("Three months' notice. Ruth would lead until then and has said yes.".into())),
        remark("kwame", "samir", -3 * DAY, Tag("Call this week".into())),
        remark("agnes", "bongani", -7 * DAY, Note("Please write to her when a place in the team is free. She asked the best question of the week.".into())),
    ]
}
