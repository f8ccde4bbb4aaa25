//! A browser in words: people know their devices by browser and system, not by version numbers.

/// Browsers by a mark in what they call themselves; the first that fits counts, because they also name one another.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Systems in the same way.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

fn first(marks: &[(&str, &'static str)], text: &str) -> Option<&'static str> {
    marks.iter().find(|(mark, _)| text.contains(mark)).map(|(_, words)| *words)
}

/// What stands in the list of sessions for a browser that described itself like this.
pub fn words(described: &str) -> String {
    match (first(&BROWSERS, described), first(&SYSTEMS, described)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(browser), None) => browser.to_owned(),
        (None, system) => {
            // A program: its own name.
            let name: String = described.chars().take_while(|c| *c != '/' && *c != ' ').take(40).collect();
            match (name.as_str(), system) {
                ("" | "Mozilla", Some(system)) => format!("A browser on {system}"),
                ("" | "Mozilla", None) => "An unknown device".to_owned(),
                _ => name,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn browsers_and_systems_in_words() {
        let cases = [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                "Chrome on Windows",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari on iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
                "Chrome on Android",
            ),
            ("curl/8.9.1", "curl"),
            ("", "An unknown device"),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "A browser on macOS"),
        ];
        for (described, expected) in cases {
            assert_eq!(words(described), expected);
        }
    }
}
