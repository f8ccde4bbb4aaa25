//! Where somebody can go, and what they can do at once.

use crate::{
    routes::{Area, Route},
    shell::rail::areas,
    state::{
        session::{Leave, holds},
        theme::Theme,
    },
};
use evenhand_shared::{
    people::Role,
    search::{Hit, HitKind},
    sessions::Me,
};

/// What happens.
#[derive(Clone, PartialEq)]
pub enum Target {
    /// A page opens.
    Page(Route),
    /// The pages change their colours.
    Theme(Theme),
    /// The session ends.
    Leave(Leave),
    /// The keys of the page are listed.
    Keys,
}

/// A place or an act.
#[derive(Clone, PartialEq)]
pub struct Place {
    /// Its name.
    pub words: String,
    /// What tells it apart from others of that name.
    pub beside: String,
    /// What it is.
    pub kind: &'static str,
    /// What happens.
    pub to: Target,
}

impl Place {
    /// Whether every typed word is part of the name.
    pub fn fits(&self, typed: &str) -> bool {
        let name = format!("{} {}", self.words, self.kind).to_lowercase();
        typed.to_lowercase().split_whitespace().all(|word| name.contains(word))
    }
}

fn place(words: &str, kind: &'static str, to: Target) -> Place {
    Place { words: words.to_owned(), beside: String::new(), kind, to }
}

/// The pages and acts of somebody with these rights.
pub fn places(me: &Me) -> Vec<Place> {
    let areas = areas(me);
    let page = |words, route| place(words, "Page", Target::Page(route));
    let act = |words, to| place(words, "Act", to);
    let mut all: Vec<Place> = areas.iter().map(|area| page(area.words(), area.route())).collect();
    all.push(page("Requests", Route::Requests));
    all.push(page("What I was shown", Route::Exposures));
    if areas.contains(&Area::Jobs) {
        if holds(me, Role::Recruiter) {
            all.push(act("New job", Target::Page(Route::NewJob)));
        }
        all.push(act("Add a candidate", Target::Page(Route::Candidates)));
        all.push(act("Start a loop for a candidate", Target::Page(Route::Candidates)));
        all.push(act("Import candidates", Target::Page(Route::ImportCandidates)));
        all.push(act("Import an interview plan", Target::Page(Route::NewPlan)));
    }
    for (words, theme) in [
        ("Theme: as the system", Theme::System),
        ("Theme: light", Theme::Light),
        ("Theme: dark", Theme::Dark),
    ] {
        all.push(act(words, Target::Theme(theme)));
    }
    all.push(act("Keys of this page", Target::Keys));
    all.push(act("Log out", Target::Leave(Leave::Here)));
    all
}

/// Something that the server found.
pub fn found(hit: &Hit) -> Place {
    let id = hit.id.clone();
    let (kind, to) = match hit.kind {
        HitKind::Interview => ("My scorecard", Route::Scorecard { id }),
        HitKind::Candidate => ("Candidate", Route::Candidate { id }),
        HitKind::Job => ("Job", Route::Job { id }),
        HitKind::Person => ("Person", Route::Person { id }),
    };
    Place { words: hit.name.clone(), beside: hit.beside.clone(), kind, to: Target::Page(to) }
}
