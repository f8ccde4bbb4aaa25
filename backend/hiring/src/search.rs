//! Finding things by their names. The order knows nothing of anything but the name and what was typed.

/// Most characters that are looked for.
pub const TYPED_MAX: usize = 100;

/// How well a name fits what was typed, the smaller the better; nothing where a typed word is not part of it.
///
/// 0: the name begins with it. 1: each typed word begins a word of the name. 2: each is somewhere within.
#[must_use]
pub fn fit(name: &str, typed: &str) -> Option<u8> {
    let (name, typed) = (name.to_lowercase(), typed.trim().to_lowercase());
    if typed.is_empty() {
        return None;
    }
    if name.starts_with(&typed) {
        return Some(0);
    }
    let begins = |typed: &str| name.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(typed));
    if typed.split_whitespace().all(begins) {
        return Some(1);
    }
    typed.split_whitespace().all(|word| name.contains(word)).then_some(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s32_prefix_before_infix() {
        for (name, typed, expected) in [
            ("Noor Haddad", "noor", Some(0)),
            ("Noor Haddad", "Noor H", Some(0)),
            ("Noor Haddad", "had", Some(1)),
            ("Noor Haddad", "had noo", Some(1)),
            ("Noor Haddad", "oor", Some(2)),
            ("Noor Haddad", "noor x", None),
            ("Noor Haddad", " ", None),
            ("Łukasz Ünal", "ünal", Some(1)),
            ("noor@example.net", "example", Some(1)),
        ] {
            assert_eq!(fit(name, typed), expected, "{name} {typed}");
        }
    }
}
