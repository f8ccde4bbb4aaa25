//! What people are told, in words.

use evenhand_shared::notices::NoticeKind;

/// The text of a notice. `who` acted, `whom` is the candidate as the receiver may name them.
#[must_use]
pub fn words(kind: NoticeKind, who: Option<&str>, whom: Option<&str>) -> String {
    let who = who.unwrap_or("Somebody");
    let whom = whom.unwrap_or("a candidate");
    match kind {
        NoticeKind::PutOnPanel => format!("You were asked to interview {whom}."),
        NoticeKind::Declined => {
            format!("{who} declined an interview with {whom}: the place needs somebody else.")
        }
        NoticeKind::JoinedTeam => format!("{who} took another part on the team of one of your jobs."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_names_what_it_can() {
        assert_eq!(words(NoticeKind::PutOnPanel, None, Some("Noor")), "You were asked to interview Noor.");
        assert_eq!(
            words(NoticeKind::Declined, Some("Dele"), None),
            "Dele declined an interview with a candidate: the place needs somebody else."
        );
    }
}
