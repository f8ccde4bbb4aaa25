//! The career ladder. Everyone inside reads levels, criteria and bands; administrators write them, as they do all settings: whoever runs
//! a job does not move the bar that its pay is held against.

mod add;
mod change;
mod list;
mod remove;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};
use crate::{
    db::{Conn, ladder},
    failure::Failure,
};
use evenhand_shared::{LevelId, ladder::LevelContent};

bodies! {
    evenhand_shared::ladder::LevelChange,
    evenhand_shared::ladder::LevelContent,
    evenhand_shared::ladder::LevelRemoval,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ReadLadder>(),
        signed::<add::AddLevel>(),
        signed::<change::ChangeLevel>(),
        signed::<remove::RemoveLevel>(),
    ]
}

/// The content without the white space around its texts. A name stands once in a function.
fn tidied(
    conn: &mut Conn,
    mut content: LevelContent,
    own: Option<&LevelId>,
) -> Result<LevelContent, Failure> {
    for text in [&mut content.function, &mut content.name, &mut content.summary] {
        *text = text.trim().to_owned();
    }
    for criterion in &mut content.criteria {
        *criterion = criterion.trim().to_owned();
    }
    let folded = |c: &LevelContent| (c.function.to_lowercase(), c.name.to_lowercase());
    let taken = |level: &evenhand_shared::ladder::LadderLevel| {
        Some(&level.id) != own && folded(&level.content) == folded(&content)
    };
    if ladder::list(conn)?.iter().any(taken) {
        return Err(Failure::field(
            "/name",
            "taken",
            "This function has a level of this name; choose another.",
        ));
    }
    Ok(content)
}
