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
        NoticeKind::KnowsCandidate => {
            format!(
                "{who} knows {whom} and freed their place: it needs somebody else. Only recruiters read this."
            )
        }
        NoticeKind::SwapAsked => format!("{who} asks you to take over an interview with {whom}."),
        NoticeKind::SwapProposed => format!("{who} asked a colleague to take over an interview with {whom}."),
        NoticeKind::SwapTaken => {
            format!("{who} took over your interview with {whom}. No scorecard is owed by you any more.")
        }
        NoticeKind::SwapRefused => {
            format!("{who} cannot take over your interview with {whom}. It stays with you.")
        }
        NoticeKind::TookOver => format!("{who} took over an interview with {whom} from a colleague."),
        NoticeKind::TimeAsked => format!("{who} asks for more time for a scorecard on {whom}."),
        NoticeKind::TimeGranted => format!("You have more time for your scorecard on {whom}."),
        NoticeKind::TimeRefused => format!("You were not given more time for your scorecard on {whom}."),
        NoticeKind::Nudge => format!("Your scorecard on {whom} is due. Please write it while you remember."),
        NoticeKind::BrokenGlass => format!(
            "{who} broke the glass: they can read the submitted scorecards on {whom} before the release."
        ),
        NoticeKind::GlassWasBroken => format!(
            "{who} broke the glass before the release: they could read the submitted scorecards on {whom}."
        ),
        NoticeKind::ExchangeAsked => {
            format!("Somebody on the panel asks you to exchange interviews with {whom}.")
        }
        NoticeKind::ExchangeProposed => {
            format!("{who} asked a colleague to exchange interviews with {whom}.")
        }
        NoticeKind::ExchangeTaken => {
            format!("Your interview with {whom} was exchanged for another one, as you asked.")
        }
        NoticeKind::Exchanged => format!("{who} exchanged interviews with {whom} with a colleague."),
        NoticeKind::CoverBegins => format!(
            "You stand in for {who}, who interviews {whom}: until they have submitted, what is theirs to do there is yours."
        ),
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
