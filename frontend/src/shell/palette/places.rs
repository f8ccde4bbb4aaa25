//! Where somebody can go.

use crate::{
    api,
    routes::{Area, Route},
    shell::rail::areas,
};
use evenhand_shared::sessions::Me;

/// A place.
#[derive(Clone, PartialEq)]
pub struct Place {
    /// Its name.
    pub words: String,
    /// What it is.
    pub kind: &'static str,
    /// Its page.
    pub to: Route,
}

impl Place {
    /// Whether every typed word is part of the name.
    pub fn fits(&self, typed: &str) -> bool {
        let name = format!("{} {}", self.words, self.kind).to_lowercase();
        typed.to_lowercase().split_whitespace().all(|word| name.contains(word))
    }
}

/// Everything that this person's lists name. A list that does not answer is left out: the pages themselves say why.
pub async fn places(me: &Me) -> Vec<Place> {
    let areas = areas(me);
    let mut places: Vec<Place> = areas
        .iter()
        .map(|area| Place { words: area.words().to_owned(), kind: "Page", to: area.route() })
        .collect();
    if areas.contains(&Area::Interviews) {
        places.extend(api::interviews::mine().await.unwrap_or_default().into_iter().map(|row| Place {
            words: format!("{}, {}", row.candidate_name, row.kit_name),
            kind: "My scorecard",
            to: Route::Scorecard { id: row.id.0 },
        }));
    }
    if areas.contains(&Area::Jobs) {
        places.push(Place { words: "Import an interview plan".to_owned(), kind: "Page", to: Route::NewPlan });
        places.push(Place {
            words: "Import candidates".to_owned(),
            kind: "Page",
            to: Route::ImportCandidates,
        });
        places.extend(api::jobs::list().await.unwrap_or_default().into_iter().map(|row| Place {
            words: row.title,
            kind: "Job",
            to: Route::Job { id: row.id.0 },
        }));
        let candidates = api::candidates::list(None).await.unwrap_or_default();
        places.extend(candidates.into_iter().filter(|row| !row.frozen).map(|row| Place {
            words: row.name,
            kind: "Candidate",
            to: Route::Candidate { id: row.candidate_id.0 },
        }));
        places.extend(api::loops::list(None).await.unwrap_or_default().into_iter().map(|row| Place {
            words: format!("{}, {}", row.candidate_name, row.job_title),
            kind: "Loop",
            to: Route::Loop { id: row.id.0 },
        }));
    }
    places
}
