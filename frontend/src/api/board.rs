//! Boards of jobs.

use super::{
    Answer,
    transport::{get, part, post},
};
use evenhand_shared::{
    JobId,
    board::{Board, BoardRejections, Cards, Moved, Moves, UndoMoves},
};

/// `GET /jobs/{id}/board`.
pub async fn read(job: &JobId) -> Answer<Board> {
    get(&format!("/jobs/{}/board", part(job.as_str()))).await
}

/// `GET /jobs/{id}/board/cards`: further cards of a long column.
pub async fn cards(job: &JobId, stage: &str, after: &str) -> Answer<Cards> {
    let job = part(job.as_str());
    get(&format!("/jobs/{job}/board/cards?stage={}&after={}", part(stage), part(after))).await
}

/// `POST /jobs/{id}/board/moves`.
pub async fn moves(job: &JobId, moves: &Moves) -> Answer<Moved> {
    post(&format!("/jobs/{}/board/moves", part(job.as_str())), moves).await
}

/// `POST /jobs/{id}/board/undo`.
pub async fn undo(job: &JobId, undo: &UndoMoves) -> Answer<Moved> {
    post(&format!("/jobs/{}/board/undo", part(job.as_str())), undo).await
}

/// `POST /jobs/{id}/board/rejections`.
pub async fn reject(job: &JobId, rejections: &BoardRejections) -> Answer<Moved> {
    post(&format!("/jobs/{}/board/rejections", part(job.as_str())), rejections).await
}
