//! Moving and taking back: shown at once, sent, and told in words with what became of each.

use super::deck;
use crate::{
    api::{self, Failure},
    components::time::now,
    hooks::Query,
    state::toasts::{Say, use_say},
};
use evenhand_shared::{
    JobId,
    board::{Board, Moved, MovedCard, Moves, Outcome, Seen, UndoMoves},
};
use std::{cell::RefCell, collections::HashMap, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Moves that can be taken back, the last one last.
type Made = Rc<RefCell<Vec<Vec<Seen>>>>;

/// What can be done on the board.
#[derive(Clone)]
pub struct Acts {
    job: JobId,
    query: Query<Board>,
    say: Say,
    made: Made,
    /// Hears sentences that somebody must have read.
    notes: Callback<String>,
}

impl PartialEq for Acts {
    fn eq(&self, other: &Self) -> bool {
        self.job == other.job && self.query.data == other.query.data
    }
}

/// The acts of this board.
#[hook]
pub fn use_acts(job: JobId, query: Query<Board>, notes: Callback<String>) -> Acts {
    let made = use_mut_ref(Vec::new);
    Acts { job, query, say: use_say(), made, notes }
}

impl Acts {
    /// Moves cards to a stage. Those that stand still for the reader are left out, and told so.
    pub fn go(&self, ids: &[String], stage: &str) {
        let Some(board) = &self.query.data else { return };
        let cards: Vec<Seen> = ids
            .iter()
            .filter(|id| deck::stage_of(board, id).is_some_and(|here| here != stage))
            .filter_map(|id| deck::find(board, id))
            .map(|card| Seen { id: card.id.clone(), version: card.version })
            .collect();
        if cards.is_empty() {
            return;
        }
        let (names, before) = (names(board), board.clone());
        self.query.put.emit(deck::moved(board, ids, stage, now()));
        let (acts, moves) = (self.clone(), Moves { stage: stage.to_owned(), cards });
        spawn_local(async move {
            let answer = api::board::moves(&acts.job, &moves).await;
            // What was shown ahead of the answer gives way to it, even where the board itself cannot be read again.
            let cards = answer.as_ref().map_or(&[][..], |moved| &moved.cards);
            acts.query.put.emit(deck::settled(&before, cards, now()));
            acts.tell(answer, &names, Some(&moves.stage));
        });
    }

    /// Takes the last move back.
    pub fn undo_last(&self) {
        let last = self.made.borrow_mut().pop();
        match last {
            Some(cards) => self.undo(cards),
            None => self.say.done("There is no move of yours here to undo."),
        }
    }

    fn undo(&self, cards: Vec<Seen>) {
        self.made.borrow_mut().retain(|made| *made != cards);
        let names = self.query.data.as_ref().map(|board| names(board)).unwrap_or_default();
        let acts = self.clone();
        spawn_local(async move {
            let answer = api::board::undo(&acts.job, &UndoMoves { cards }).await;
            acts.tell(answer, &names, None);
        });
    }

    /// Tells what became of rejections; they can be taken back like moves.
    pub fn tell_rejected(&self, moved: Moved) {
        let names = self.query.data.as_ref().map(|board| names(board)).unwrap_or_default();
        self.tell(Ok(moved), &names, Some("rejected"));
    }

    fn tell(&self, answer: Result<Moved, Failure>, names: &HashMap<String, String>, to: Option<&str>) {
        match answer {
            Ok(moved) => {
                if let Some(text) = done_words(&moved.cards, names, to) {
                    let made: Vec<Seen> = made(&moved.cards);
                    if to.is_some() {
                        self.made.borrow_mut().push(made.clone());
                        let acts = self.clone();
                        self.say.with_action(text, "Undo", Callback::from(move |()| acts.undo(made.clone())));
                    } else {
                        self.say.done(text);
                    }
                }
                for note in other_words(&moved.cards, names) {
                    self.notes.emit(note);
                }
            }
            Err(failure) => self.notes.emit(format!("Nothing was moved. {}", failure.sentence())),
        }
        self.query.refetch.emit(());
    }
}

fn names(board: &Board) -> HashMap<String, String> {
    let cards = board.columns.iter().flat_map(|column| &column.cards);
    cards.map(|card| (card.id.0.clone(), card.name.clone())).collect()
}

fn made(cards: &[MovedCard]) -> Vec<Seen> {
    let moved = cards.iter().filter(|card| matches!(card.outcome, Outcome::Moved | Outcome::Done));
    moved.filter_map(|card| Some(Seen { id: card.id.clone(), version: card.version? })).collect()
}

fn name<'a>(names: &'a HashMap<String, String>, card: &MovedCard) -> &'a str {
    names.get(card.id.as_str()).map_or("Somebody", String::as_str)
}

/// What was done, when anything was.
fn done_words(cards: &[MovedCard], names: &HashMap<String, String>, to: Option<&str>) -> Option<String> {
    let rejected: Vec<&MovedCard> = cards.iter().filter(|card| card.outcome == Outcome::Done).collect();
    match rejected.as_slice() {
        [] => {}
        [one] => return Some(format!("{} is rejected; the letter waits.", name(names, one))),
        several => return Some(format!("{} candidates are rejected; their letters wait.", several.len())),
    }
    let moved: Vec<&MovedCard> = cards.iter().filter(|card| card.outcome == Outcome::Moved).collect();
    match (moved.as_slice(), to) {
        ([], _) => None,
        ([one], Some(stage)) => Some(format!("{} is in {stage} now.", name(names, one))),
        (several, Some(stage)) => Some(format!("{} candidates are in {stage} now.", several.len())),
        ([one], None) => Some(format!(
            "{} is back in {}.",
            name(names, one),
            one.stage.as_deref().unwrap_or("the last stage")
        )),
        (several, None) => Some(format!("{} candidates are back where they were.", several.len())),
    }
}

/// What was not done, and why.
fn other_words(cards: &[MovedCard], names: &HashMap<String, String>) -> Vec<String> {
    let mut notes = Vec::new();
    for card in cards {
        let (name, stage) = (name(names, card), card.stage.as_deref().unwrap_or("another stage"));
        match card.outcome {
            Outcome::Moved | Outcome::Done | Outcome::LeftOut => {}
            Outcome::Stale => {
                let by = card.by.as_deref().unwrap_or("Somebody else");
                notes.push(format!(
                    "{by} changed {name} first, so your change was not made. {name} is in {stage} now."
                ));
            }
            Outcome::Rejected => notes.push(format!("{name} was rejected before; nothing was changed.")),
            Outcome::NothingToUndo => {
                notes.push(format!("{name} has no move that could be taken back. {name} is in {stage}."))
            }
            Outcome::Absent => notes.push(format!("{name} is not on this board any more.")),
        }
    }
    let left_out: Vec<&str> =
        cards.iter().filter(|card| card.outcome == Outcome::LeftOut).map(|card| name(names, card)).collect();
    if !left_out.is_empty() {
        notes.push(format!(
            "Left out: {}. You are on the panel and have not submitted your scorecard; until then a colleague moves this card.",
            left_out.join(", ")
        ));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(id: &str, outcome: Outcome) -> MovedCard {
        let known = !matches!(outcome, Outcome::LeftOut | Outcome::Absent);
        MovedCard {
            id: id.into(),
            outcome,
            stage: known.then(|| "Offer".to_owned()),
            version: known.then_some(2),
            by: (outcome == Outcome::Stale).then(|| "Hugo".to_owned()),
        }
    }

    #[test]
    fn what_became_of_each_is_told() {
        let names: HashMap<String, String> = [("a", "Ada"), ("b", "Bo"), ("n", "Noor")]
            .map(|(id, name)| (id.to_owned(), name.to_owned()))
            .into();
        let all = [card("a", Outcome::Moved), card("b", Outcome::Stale), card("n", Outcome::LeftOut)];
        assert_eq!(done_words(&all, &names, Some("Offer")).as_deref(), Some("Ada is in Offer now."));
        assert_eq!(done_words(&all[1..], &names, Some("Offer")), None);
        assert_eq!(made(&all), [Seen { id: "a".into(), version: 2 }]);
        let notes = other_words(&all, &names);
        assert_eq!(notes[0], "Hugo changed Bo first, so your change was not made. Bo is in Offer now.");
        assert!(notes[1].starts_with("Left out: Noor."), "{notes:?}");
    }
}
