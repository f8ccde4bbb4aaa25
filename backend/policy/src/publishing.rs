//! Who may publish a draft: a second person, or its author where there is none (`semantics.md` §7).

use evenhand_shared::{PersonId, publishing::Publishing};

/// Decides for somebody who may write the draft. `others` says whether anybody but the author of the last change could publish.
#[must_use]
pub fn publishing(viewer: &PersonId, last_author: &PersonId, others: bool) -> Publishing {
    if viewer != last_author {
        Publishing::You
    } else if others {
        Publishing::Another
    } else {
        Publishing::YouAlone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_person_publishes_where_there_is_one() {
        let (ann, ben) = (PersonId::from("ann"), PersonId::from("ben"));
        for (viewer, author, others, expected) in [
            (&ann, &ben, true, Publishing::You),
            // The author has left the team since: whoever reads is not them.
            (&ann, &ben, false, Publishing::You),
            (&ann, &ann, true, Publishing::Another),
            (&ann, &ann, false, Publishing::YouAlone),
        ] {
            assert_eq!(publishing(viewer, author, others), expected);
        }
    }
}
