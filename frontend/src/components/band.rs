//! Pay bands in words.

use evenhand_shared::plan::PayBand;

/// Whole units with narrow spaces between the thousands.
fn thousands(amount: i64) -> String {
    let digits = amount.to_string();
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(n);
        if n > 0 && left.is_multiple_of(3) && text != "-" {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// A band in words.
pub fn band_words(band: &PayBand) -> String {
    format!("{} {} to {} a year", band.currency, thousands(band.low), thousands(band.high))
}

/// A band as somebody types it.
#[derive(Clone, PartialEq, Eq)]
pub struct BandDraft {
    /// Currency.
    pub currency: String,
    /// Lower end.
    pub low: String,
    /// Upper end.
    pub high: String,
}

impl BandDraft {
    /// A band to change.
    pub fn of(band: &PayBand) -> Self {
        Self { currency: band.currency.clone(), low: band.low.to_string(), high: band.high.to_string() }
    }

    /// Nothing yet.
    pub fn empty() -> Self {
        Self { currency: "EUR".to_owned(), low: String::new(), high: String::new() }
    }

    /// The band. What is not a whole number is out of range, and the server says so beside its field.
    pub fn band(&self) -> PayBand {
        let number = |text: &str, otherwise: i64| text.trim().parse().unwrap_or(otherwise);
        PayBand {
            currency: self.currency.trim().to_uppercase(),
            low: number(&self.low, -1),
            high: number(&self.high, -1),
        }
    }
}
