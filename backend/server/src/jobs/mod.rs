//! What happens without a request.

pub mod sealing;
