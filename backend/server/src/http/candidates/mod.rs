//! Candidates and their applications, for the teams of their jobs. Whoever is open on a candidate sees a constant row and
//! nothing else.

mod add;
mod add_note;
mod add_tag;
mod adding;
mod announce;
mod asking;
mod change_note;
mod detail;
mod export;
mod filters;
mod forget_view;
mod import;
mod imports;
mod keep_view;
mod letter;
mod list;
mod record;
mod reject;
pub(super) mod rejection;
mod remove_tag;
pub(super) mod row;
mod source;
mod stage;
mod take_back;
mod take_back_import;
mod taking_back;
mod timeline;
mod undo_rejection;
mod views;

use super::operation::bodies;
use super::routes::{Entry, signed, watched};
use evenhand_shared::people::Role;

/// Who works with candidates.
const TEAM: &[Role] = &[Role::Recruiter, Role::HiringManager];

bodies! {
    evenhand_shared::candidate_list::NewCandidate,
    evenhand_shared::candidate_list::SavedView,
    evenhand_shared::candidate_list::ViewName,
    evenhand_shared::candidates::SourceChange,
    evenhand_shared::candidates::StageMove,
    evenhand_shared::imports::CandidateFile,
    evenhand_shared::imports::TakeBack,
    evenhand_shared::notes::NewNote,
    evenhand_shared::notes::NoteChange,
    evenhand_shared::notes::TagName,
    evenhand_shared::rejections::LetterChange,
    evenhand_shared::rejections::Rejection,
    evenhand_shared::rejections::SeenVersion,
}

/// The routes of this area.
pub fn entries() -> Vec<Entry> {
    vec![
        watched::<list::ListCandidates>(),
        signed::<filters::ListFilters>(),
        signed::<views::ListViews>(),
        signed::<keep_view::KeepView>(),
        signed::<forget_view::ForgetView>(),
        signed::<add::AddCandidate>(),
        signed::<export::ExportCandidates>(),
        watched::<detail::ReadCandidate>(),
        watched::<timeline::ReadTimeline>(),
        signed::<import::ImportCandidates>(),
        watched::<imports::ListImports>(),
        signed::<take_back_import::TakeBackImport>(),
        signed::<take_back::TakeBackOne>(),
        signed::<stage::MoveStage>(),
        signed::<reject::Reject>(),
        signed::<letter::ChangeLetter>(),
        signed::<undo_rejection::UndoRejection>(),
        signed::<announce::Announce>(),
        signed::<source::ChangeSource>(),
        signed::<add_note::AddNote>(),
        signed::<change_note::ChangeNote>(),
        signed::<add_tag::AddTag>(),
        signed::<remove_tag::RemoveTag>(),
    ]
}
