//! `settings`: facts about this installation.

use super::{Conn, schema::settings};
use crate::failure::Failure;
use diesel::prelude::*;

/// Digest of the one-time setup token; gone once the first administrator exists.
pub const SETUP_TOKEN: &str = "setup_token";
/// Present when the data is a demonstration.
pub const DEMO: &str = "demo";

/// The value, when set.
pub fn find(conn: &mut Conn, name: &str) -> Result<Option<String>, Failure> {
    Ok(settings::table.find(name).select(settings::value).first::<String>(conn).optional()?)
}

/// Sets a value.
pub fn put(conn: &mut Conn, name: &str, value: &str) -> Result<(), Failure> {
    delete(conn, name)?;
    diesel::insert_into(settings::table)
        .values((settings::name.eq(name), settings::value.eq(value)))
        .execute(conn)?;
    Ok(())
}

/// Takes a value away; answers whether there was one.
pub fn delete(conn: &mut Conn, name: &str) -> Result<bool, Failure> {
    Ok(diesel::delete(settings::table.find(name)).execute(conn)? > 0)
}
