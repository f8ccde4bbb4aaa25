//! The text of a table before it is split into cells: its separator, its quotation marks, its lines.

/// The separator that occurs most in the heading row, outside quotation marks.
pub(super) fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    let heading = text.trim_start_matches(['\r', '\n']);
    for byte in heading.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                for (candidate, count) in &mut counts {
                    if *candidate == byte {
                        *count = count.saturating_add(1);
                    }
                }
            }
        }
    }
    let mut best = (b',', 0);
    for (candidate, count) in counts {
        if count > best.1 {
            best = (candidate, count);
        }
    }
    best.0
}

/// The line of a quotation mark that is opened and never closed.
pub(super) fn open_quote(text: &str, separator: u8) -> Option<u64> {
    let mut opened = None;
    let mut at_start = true;
    let mut bytes = text.bytes().enumerate().peekable();
    while let Some((index, byte)) = bytes.next() {
        if opened.is_some() {
            if byte == b'"' {
                if bytes.peek().is_some_and(|(_, next)| *next == b'"') {
                    bytes.next();
                } else {
                    opened = None;
                }
            }
        } else if byte == b'"' && at_start {
            opened = Some(index);
        }
        at_start = opened.is_none() && (byte == separator || byte == b'\n' || byte == b'\r');
    }
    let opened = u64::try_from(opened?).unwrap_or(u64::MAX);
    Some(LineCounter::new(text).at(opened))
}

/// Turns growing byte positions into line numbers; CRLF is one line end.
pub(super) struct LineCounter<'a> {
    bytes: std::iter::Peekable<std::iter::Enumerate<std::str::Bytes<'a>>>,
    line: u64,
}

impl<'a> LineCounter<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { bytes: text.bytes().enumerate().peekable(), line: 1 }
    }

    /// The line of the first byte at or after `position` that is not a line end.
    pub fn at(&mut self, position: u64) -> u64 {
        let position = usize::try_from(position).unwrap_or(usize::MAX);
        while let Some(&(index, byte)) = self.bytes.peek() {
            let ends = byte == b'\n' || byte == b'\r';
            if index >= position && !ends {
                break;
            }
            self.bytes.next();
            let pair = byte == b'\r' && self.bytes.peek().is_some_and(|(_, next)| *next == b'\n');
            if ends && !pair {
                self.line = self.line.saturating_add(1);
            }
        }
        self.line
    }
}
