//! Where a page of the audit goes on. A cursor says the instant of the last line and how many of the reader's own lines of that
//! instant were shown: nothing of it moves by entries in between that the reader does not see. It is bound to the reader and to
//! the filters by a keyed code.

use crate::{
    db::audit::{Filter, Line, Since},
    failure::Failure,
    mint::{hex, mac},
};
use evenhand_policy::Viewer;
use evenhand_shared::Code;

/// Characters of the code.
const CODE: usize = 32;

fn code(key: &[u8; 32], viewer: &Viewer, filter: &Filter, since: Since) -> String {
    let number = |value: Option<i64>| value.map_or_else(String::new, |value| value.to_string());
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let parts = [
        viewer.id().as_str().to_owned(),
        text(&filter.actor),
        text(&filter.action),
        text(&filter.kind),
        text(&filter.job),
        number(filter.from),
        number(filter.until),
        since.at.to_string(),
        since.shown.to_string(),
    ];
    let parts: Vec<&[u8]> = parts.iter().map(String::as_bytes).collect();
    hex(&mac(key, &parts)).split_at(CODE).0.to_owned()
}

/// The cursor after a page of lines.
pub fn after(
    key: &[u8; 32],
    viewer: &Viewer,
    filter: &Filter,
    before: Option<Since>,
    lines: &[Line],
) -> Option<String> {
    let at = lines.last()?.at;
    let here = lines.iter().filter(|line| line.at == at).count();
    let earlier = before.filter(|since| since.at == at).map_or(0, |since| since.shown);
    let shown = earlier.saturating_add(i64::try_from(here).unwrap_or(0));
    let since = Since { at, shown };
    Some(format!("{at}.{shown}.{}", code(key, viewer, filter, since)))
}

/// Reads a cursor; one of somebody else, or of another question, is none.
pub fn read(key: &[u8; 32], viewer: &Viewer, filter: &Filter, text: &str) -> Result<Since, Failure> {
    let mut parts = text.splitn(3, '.');
    let mut number = || parts.next().and_then(|part| part.parse::<i64>().ok());
    let since = number().zip(number()).map(|(at, shown)| Since { at, shown });
    since.filter(|since| parts.next() == Some(code(key, viewer, filter, *since).as_str())).ok_or_else(|| {
        Failure::refused(Code::BadRequest, "This page of the list cannot be found; start from its beginning.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(at: i64) -> Line {
        Line {
            at,
            actor: None,
            action: "a".to_owned(),
            object_kind: "b".to_owned(),
            object_id: "c".to_owned(),
            candidate_id: None,
            detail: "{}".to_owned(),
            job_id: None,
        }
    }

    #[test]
    fn s36_a_cursor_counts_the_readers_own_lines_and_belongs_to_reader_and_question() {
        let (key, me, you) = ([1; 32], Viewer::new("me".into(), []), Viewer::new("you".into(), []));
        let (all, some) = (Filter::default(), Filter { action: Some("x".to_owned()), ..Filter::default() });
        assert_eq!(after(&key, &me, &all, None, &[]), None);
        let first = after(&key, &me, &all, None, &[line(9), line(7), line(7)]).unwrap();
        let since = read(&key, &me, &all, &first).unwrap();
        assert_eq!(since, Since { at: 7, shown: 2 });
        let second = after(&key, &me, &all, Some(since), &[line(7)]).unwrap();
        assert_eq!(read(&key, &me, &all, &second).unwrap(), Since { at: 7, shown: 3 });
        for (viewer, filter, text) in [
            (&you, &all, first.as_str()),
            (&me, &some, first.as_str()),
            (&me, &all, "7.1."),
            (&me, &all, "x"),
            (&me, &all, ""),
        ] {
            assert!(read(&key, viewer, filter, text).is_err(), "{text}");
        }
        assert!(read(&key, &me, &all, &first.replace("7.2", "7.0")).is_err());
    }
}
