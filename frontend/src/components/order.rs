//! Putting rows in order.

use std::cmp::Ordering;

/// The rows in order; equal ones keep theirs. The sort runs over positions, so that the library's large routine is part of
/// the page once and not once for each kind of row.
pub fn ordered<'a, T>(rows: Vec<&'a T>, compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<&'a T> {
    let places = order(rows.len(), &|a, b| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    places.into_iter().filter_map(|place| rows.get(place).copied()).collect()
}

fn order(rows: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..rows).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}
