//! Where a page of the audit goes on. A cursor says the instant of the last line and how many of the reader's own lines of that
//! instant were shown: nothing of it moves by entries in between that the reader does not see. It is bound to the reader and to
//! the filters by a keyed code.

use crate::{
    db::{
        audit::{Filter, Line, Since},
        words::document,
    },
    failure::Failure,
    http::cursor,
};
use evenhand_policy::Viewer;

/// The audit as this filter shows it.
fn list(filter: &Filter) -> Result<String, Failure> {
    let Filter { actor, action, kind, job, from, until } = filter;
    Ok(format!("audit {}", document(&(actor, action, kind, job, from, until))?))
}

/// The cursor after a page of lines.
pub fn after(
    key: &[u8; 32],
    viewer: &Viewer,
    filter: &Filter,
    before: Option<Since>,
    lines: &[Line],
) -> Result<Option<String>, Failure> {
    let Some(at) = lines.last().map(|line| line.at) else { return Ok(None) };
    let here = lines.iter().filter(|line| line.at == at).count();
    let earlier = before.filter(|since| since.at == at).map_or(0, |since| since.shown);
    let shown = earlier.saturating_add(i64::try_from(here).unwrap_or(0));
    Ok(Some(cursor::hand_out(key, viewer, &list(filter)?, &format!("{at} {shown}"))))
}

/// Reads a cursor; one of somebody else, or of another question, is none.
pub fn read(key: &[u8; 32], viewer: &Viewer, filter: &Filter, text: &str) -> Result<Since, Failure> {
    let place = cursor::take_back(key, viewer, &list(filter)?, text)?;
    let (at, shown) = place.split_once(' ').ok_or_else(cursor::unknown)?;
    let number = |text: &str| text.parse().map_err(|_| cursor::unknown());
    Ok(Since { at: number(at)?, shown: number(shown)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

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

    /// The mark of one cursor with the place of another.
    fn hand_out_end(mark: &str, place: &str) -> String {
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
        let (mark, place) = (bytes(mark), bytes(place));
        URL_SAFE_NO_PAD.encode([mark.split_at(16).0, place.split_at(16).1].concat())
    }

    #[test]
    fn s36_a_cursor_counts_the_readers_own_lines_and_belongs_to_reader_and_question() {
        let (key, me, you) = ([1; 32], Viewer::new("me".into(), []), Viewer::new("you".into(), []));
        let (all, some) = (Filter::default(), Filter { action: Some("x".to_owned()), ..Filter::default() });
        assert_eq!(after(&key, &me, &all, None, &[]).unwrap(), None);
        let first = after(&key, &me, &all, None, &[line(9), line(7), line(7)]).unwrap().unwrap();
        let since = read(&key, &me, &all, &first).unwrap();
        assert_eq!(since, Since { at: 7, shown: 2 });
        let second = after(&key, &me, &all, Some(since), &[line(7)]).unwrap().unwrap();
        assert_eq!(read(&key, &me, &all, &second).unwrap(), Since { at: 7, shown: 3 });
        for (viewer, filter, text) in [
            (&you, &all, first.as_str()),
            (&me, &some, first.as_str()),
            (&me, &all, "NyAx"),
            (&me, &all, "x"),
            (&me, &all, ""),
        ] {
            assert!(read(&key, viewer, filter, text).is_err(), "{text}");
        }
        // The end of the text is the place; another one does not fit the mark before it.
        let other = hand_out_end(&first, &second);
        assert!(read(&key, &me, &all, &other).is_err(), "{other}");
    }
}
