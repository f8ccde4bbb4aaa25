//! Where cards stand on a board, and where a key leads from one to the next.

use evenhand_shared::{
    Timestamp,
    board::{Board, Card, MovedCard},
};

/// A way from one card to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the card above.
    Up,
    /// To the card below.
    Down,
    /// To the column before, at the same height.
    Left,
    /// To the column behind.
    Right,
    /// To the first of the column.
    First,
    /// To the last of the column.
    Last,
}

/// Column and row of a card.
pub fn place(board: &Board, id: &str) -> Option<(usize, usize)> {
    board.columns.iter().enumerate().find_map(|(column, each)| {
        each.cards.iter().position(|card| card.id.as_str() == id).map(|row| (column, row))
    })
}

/// The card with this id.
pub fn find<'a>(board: &'a Board, id: &str) -> Option<&'a Card> {
    board.columns.iter().flat_map(|column| &column.cards).find(|card| card.id.as_str() == id)
}

/// The stage in which a card stands.
pub fn stage_of<'a>(board: &'a Board, id: &str) -> Option<&'a str> {
    let (column, _) = place(board, id)?;
    board.columns.get(column).map(|column| column.stage.as_str())
}

/// Whether the card may be moved by the reader.
pub const fn moves(card: &Card) -> bool {
    card.version > 0
}

/// The card that a key leads to; from nowhere to the first card of all.
pub fn step<'a>(board: &'a Board, from: Option<&str>, way: Way) -> Option<&'a Card> {
    let Some((column, row)) = from.and_then(|id| place(board, id)) else {
        return board.columns.iter().find_map(|column| column.cards.first());
    };
    let here = &board.columns.get(column)?.cards;
    let beside = |mut columns: Box<dyn Iterator<Item = usize> + '_>| {
        columns.find_map(|n| {
            let cards = &board.columns.get(n)?.cards;
            cards.get(row.min(cards.len().checked_sub(1)?))
        })
    };
    match way {
        Way::Up => here.get(row.checked_sub(1)?),
        Way::Down => here.get(row.saturating_add(1)),
        Way::First => here.first(),
        Way::Last => here.last(),
        Way::Left => beside(Box::new((0..column).rev())),
        Way::Right => beside(Box::new(column.saturating_add(1)..board.columns.len())),
    }
}

/// The card to go to when these leave their column: the next that stays, or else the one before.
pub fn neighbour<'a>(board: &'a Board, id: &str, leaving: &[String]) -> Option<&'a Card> {
    let (column, row) = place(board, id)?;
    let cards = &board.columns.get(column)?.cards;
    let stays = |card: &&Card| !leaving.iter().any(|id| id == card.id.as_str());
    let (before, after) = cards.split_at(row);
    after.iter().find(stays).or_else(|| before.iter().rev().find(stays))
}

/// The board as it will be once these cards have moved: what is shown until the server has answered.
pub fn moved(board: &Board, ids: &[String], stage: &str, now: Timestamp) -> Board {
    let mut next = board.clone();
    let mut on_the_way = Vec::new();
    for column in next.columns.iter_mut().filter(|column| column.stage != stage) {
        let before = column.cards.len();
        column.cards.retain(|card| {
            let goes = moves(card) && ids.iter().any(|id| id == card.id.as_str());
            if goes {
                on_the_way.push(card.clone());
            }
            !goes
        });
        let gone = before.saturating_sub(column.cards.len());
        column.count = column.count.saturating_sub(u64::try_from(gone).unwrap_or(0));
    }
    if let Some(column) = next.columns.iter_mut().find(|column| column.stage == stage) {
        column.count = column.count.saturating_add(u64::try_from(on_the_way.len()).unwrap_or(0));
        for mut card in on_the_way {
            card.since = Some(now);
            card.contest = None;
            column.cards.push(card);
        }
    }
    next
}

/// The board as it is once the server has answered: each card where the answer says, all others where they were.
pub fn settled(before: &Board, cards: &[MovedCard], now: Timestamp) -> Board {
    let mut next = before.clone();
    for answered in cards {
        let Some(stage) = &answered.stage else { continue };
        next = moved(&next, std::slice::from_ref(&answered.id.0), stage, now);
        let there = next.columns.iter_mut().flat_map(|column| &mut column.cards);
        for card in there.filter(|card| card.id == answered.id) {
            card.version = answered.version.unwrap_or(card.version);
        }
    }
    next
}

/// A span of time in one word, as it fits on a card.
pub fn span(micros: i64) -> String {
    use evenhand_shared::time::{DAY, HOUR, MINUTE};
    match micros {
        m if m < HOUR => format!("{} min", (m / MINUTE).max(0)),
        m if m < DAY => format!("{} h", m / HOUR),
        m => format!("{} d", m / DAY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_shared::board::{Column, Next, Outcome};

    fn card(id: &str) -> Card {
        Card {
            id: id.into(),
            candidate_id: id.into(),
            name: id.to_owned(),
            since: Some(Timestamp(0)),
            version: i64::from(!id.starts_with("still")),
            next: Next::StartLoop,
            loop_id: None,
            contest: None,
        }
    }

    fn board() -> Board {
        let column = |stage: &str, ids: &[&str]| Column {
            stage: stage.to_owned(),
            count: u64::try_from(ids.len()).unwrap(),
            oldest: None,
            median: None,
            cards: ids.iter().map(|id| card(id)).collect(),
            more: None,
        };
        let columns = vec![column("a", &["a1", "a2", "still"]), column("b", &[]), column("c", &["c1"])];
        Board { title: String::new(), columns, rejected: 0 }
    }

    #[test]
    fn keys_lead_from_card_to_card_and_over_empty_columns() {
        let board = board();
        let go = |from: Option<&str>, way| step(&board, from, way).map(|card| card.id.0.clone());
        assert_eq!(go(None, Way::Down).as_deref(), Some("a1"));
        assert_eq!(go(Some("a1"), Way::Down).as_deref(), Some("a2"));
        assert_eq!(go(Some("a1"), Way::Up), None);
        assert_eq!(go(Some("still"), Way::Right).as_deref(), Some("c1"));
        assert_eq!(go(Some("c1"), Way::Left).as_deref(), Some("a1"));
        assert_eq!(go(Some("a2"), Way::Last).as_deref(), Some("still"));
        assert_eq!(go(Some("c1"), Way::Right), None);
    }

    #[test]
    fn what_is_shown_before_the_answer_leaves_still_cards_where_they_are() {
        let ids = ["a2", "still", "c1"].map(str::to_owned);
        let next = moved(&board(), &ids, "c", Timestamp(9));
        let counts: Vec<u64> = next.columns.iter().map(|column| column.count).collect();
        assert_eq!(counts, [2, 0, 2]);
        assert_eq!(stage_of(&next, "still"), Some("a"));
        assert_eq!(find(&next, "a2").unwrap().since, Some(Timestamp(9)));
        assert_eq!(find(&next, "c1").unwrap().since, Some(Timestamp(0)), "it stood there already");
    }

    #[test]
    fn the_answer_has_the_last_word_where_cards_stand() {
        let answer = |id: &str, outcome, stage: Option<&str>| MovedCard {
            id: id.into(),
            outcome,
            stage: stage.map(str::to_owned),
            version: stage.map(|_| 7),
            by: None,
        };
        let cards = [
            answer("a1", Outcome::Moved, Some("b")),
            answer("a2", Outcome::Stale, Some("c")),
            answer("still", Outcome::LeftOut, None),
        ];
        let next = settled(&board(), &cards, Timestamp(9));
        assert_eq!(["a1", "a2", "still", "c1"].map(|id| stage_of(&next, id).unwrap()), ["b", "c", "a", "c"]);
        assert_eq!(["a1", "a2", "c1"].map(|id| find(&next, id).unwrap().version), [7, 7, 1]);
        assert_eq!(settled(&board(), &[], Timestamp(9)), board(), "no answer, no move");
    }

    #[test]
    fn the_focus_goes_to_a_card_that_stays() {
        let board = board();
        let next = |id: &str, leaving: &[&str]| {
            let leaving: Vec<String> = leaving.iter().map(|id| (*id).to_owned()).collect();
            neighbour(&board, id, &leaving).map(|card| card.id.0.clone())
        };
        assert_eq!(next("a1", &["a1"]).as_deref(), Some("a2"));
        assert_eq!(next("a2", &["a2", "still"]).as_deref(), Some("a1"));
        assert_eq!(next("c1", &["c1"]), None);
    }

    #[test]
    fn spans_are_short() {
        use evenhand_shared::time::{DAY, HOUR, MINUTE};
        assert_eq!(
            [span(-5), span(59 * MINUTE), span(23 * HOUR), span(40 * DAY)],
            ["0 min", "59 min", "23 h", "40 d"]
        );
    }
}
