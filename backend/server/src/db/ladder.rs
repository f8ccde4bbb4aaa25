//! `ladder_levels`.

use super::{
    Conn,
    schema::ladder_levels,
    words::{document, read_document},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{
    LevelId,
    ladder::{LadderLevel, LevelContent},
};

/// A row.
#[derive(Debug, Clone, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = ladder_levels)]
struct Row {
    id: String,
    function: String,
    position: i64,
    name: String,
    summary: String,
    criteria: String,
    bands: String,
    version: i64,
}

impl Row {
    fn of(level: &LadderLevel) -> Result<Self, Failure> {
        let content = level.content.clone();
        Ok(Self {
            id: level.id.as_str().to_owned(),
            function: content.function,
            position: content.position,
            name: content.name,
            summary: content.summary,
            criteria: document(&content.criteria)?,
            bands: document(&content.bands)?,
            version: level.version,
        })
    }

    fn level(self) -> Result<LadderLevel, Failure> {
        Ok(LadderLevel {
            id: self.id.into(),
            content: LevelContent {
                function: self.function,
                position: self.position,
                name: self.name,
                summary: self.summary,
                criteria: read_document(&self.criteria)?,
                bands: read_document(&self.bands)?,
            },
            version: self.version,
        })
    }
}

/// All levels, function by function from the bottom up.
pub fn list(conn: &mut Conn) -> Result<Vec<LadderLevel>, Failure> {
    let rows: Vec<Row> = ladder_levels::table
        .order((ladder_levels::function, ladder_levels::position, ladder_levels::name, ladder_levels::id))
        .load(conn)?;
    rows.into_iter().map(Row::level).collect()
}

/// One level.
pub fn find(conn: &mut Conn, id: &LevelId) -> Result<LadderLevel, Failure> {
    ladder_levels::table.find(id.as_str()).first::<Row>(conn)?.level()
}

/// Adds a level.
pub fn insert(conn: &mut Conn, level: &LadderLevel) -> Result<(), Failure> {
    diesel::insert_into(ladder_levels::table).values(Row::of(level)?).execute(conn)?;
    Ok(())
}

/// Changes a level; the version must be the one that was seen.
pub fn update(conn: &mut Conn, level: &mut LadderLevel, seen: i64) -> Result<(), Failure> {
    level.version = seen.saturating_add(1);
    let changed = diesel::update(
        ladder_levels::table
            .filter(ladder_levels::id.eq(level.id.as_str()))
            .filter(ladder_levels::version.eq(seen)),
    )
    .set(Row::of(level)?)
    .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Failure::stale()) }
}

/// Takes a level away; the version must be the one that was seen.
pub fn delete(conn: &mut Conn, id: &LevelId, seen: i64) -> Result<(), Failure> {
    let gone = diesel::delete(
        ladder_levels::table
            .filter(ladder_levels::id.eq(id.as_str()))
            .filter(ladder_levels::version.eq(seen)),
    )
    .execute(conn)?;
    if gone == 1 { Ok(()) } else { Err(Failure::stale()) }
}
