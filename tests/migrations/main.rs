//! Every migration goes up, down and up again, on both engines, and ends in the same schema.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]
