//! A candidate who is added by hand: what was typed, without the white space around it.

use crate::candidate_file::SOURCE_MAX;
use evenhand_shared::{
    FieldError,
    candidate_list::{LINK_MAX, NewCandidate},
    notes::NOTE_MAX,
    people::{check_email, check_name},
};

/// Checks what was typed; every fault stands beside its field.
pub fn check(new: &NewCandidate) -> Result<NewCandidate, Vec<FieldError>> {
    let mut faults = Vec::new();
    let cut = |text: &str| text.trim().to_owned();
    check_name("/name", &new.name, &mut faults);
    check_email("/email", &new.email, &mut faults);
    let source = cut(&new.source);
    if source.chars().count() > SOURCE_MAX || source.chars().any(char::is_control) {
        let message = "Keep the source to one line of at most 120 characters.";
        faults.push(FieldError::new("/source", "too_long", message));
    }
    let link = cut(&new.link);
    check_link(&link, &mut faults);
    let note = cut(&new.note);
    if note.chars().count() > NOTE_MAX {
        faults.push(FieldError::new("/note", "too_long", "Keep a note under 10,000 characters."));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(NewCandidate {
        name: cut(&new.name),
        email: cut(&new.email),
        source,
        link,
        note,
        known: new.known.clone(),
    })
}

/// Only addresses of the web: whatever else a browser would follow does not belong behind a link.
fn check_link(link: &str, faults: &mut Vec<FieldError>) {
    if link.is_empty() {
        return;
    }
    let rest = ["https://", "http://"].into_iter().find_map(|scheme| link.strip_prefix(scheme));
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"');
    if link.chars().count() > LINK_MAX {
        faults.push(FieldError::new("/link", "too_long", "Keep the link under 500 characters."));
    } else if rest.is_none_or(|rest| rest.is_empty() || rest.starts_with('/')) || link.chars().any(odd) {
        faults.push(FieldError::new(
            "/link",
            "malformed",
            "Write a whole address that begins with https:// or http://.",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(name: &str, email: &str, source: &str, link: &str, note: &str) -> NewCandidate {
        NewCandidate {
            name: name.to_owned(),
            email: email.to_owned(),
            source: source.to_owned(),
            link: link.to_owned(),
            note: note.to_owned(),
            known: None,
        }
    }

    #[test]
    fn white_space_is_cut_and_what_may_be_empty_is() {
        let typed = new(" Noor ", " noor@example.net ", " fair ", " https://example.net/n ", " Rang.\n ");
        assert_eq!(
            check(&typed),
            Ok(new("Noor", "noor@example.net", "fair", "https://example.net/n", "Rang."))
        );
        let least = new("Noor", "noor@example.net", "", "", "");
        assert_eq!(check(&least), Ok(least));
    }

    #[test]
    fn each_fault_stands_at_its_field() {
        let long = "x".repeat(10_001);
        for (typed, pointers) in [
            (new("", "", "", "", ""), vec!["/name", "/email"]),
            (new("N", "n@e.x", "a\nb", "", ""), vec!["/source"]),
            (new("N", "n@e.x", &long, "", &long), vec!["/source", "/note"]),
            (new("N", "n", "", "ftp://e.x", ""), vec!["/email", "/link"]),
            (new("N", "n@e.x", "", "javascript:alert(1)", ""), vec!["/link"]),
            (new("N", "n@e.x", "", "https://", ""), vec!["/link"]),
            (new("N", "n@e.x", "", "https:///etc", ""), vec!["/link"]),
            (new("N", "n@e.x", "", "https://e.x/a b", ""), vec!["/link"]),
            (new("N", "n@e.x", "", &format!("https://e.x/{long}"), ""), vec!["/link"]),
        ] {
            let faults = check(&typed).unwrap_err();
            let found: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
            assert_eq!(found, pointers, "{typed:?}");
        }
    }
}
