//! `plans` and `rubrics`: both immutable.

use super::{
    Conn,
    schema::{plans, rubrics},
    words::{document, read_document},
};
use crate::failure::Failure;
use diesel::prelude::*;
use evenhand_shared::{
    JobId, PlanId, Timestamp,
    plan::{Plan, PlanVersion},
};

#[derive(Queryable)]
struct Row {
    id: String,
    job_id: String,
    number: i64,
    content: String,
    created_by: String,
    created_at: i64,
}

impl Row {
    fn version(self) -> Result<PlanVersion, Failure> {
        Ok(PlanVersion {
            id: self.id.into(),
            job_id: self.job_id.into(),
            number: self.number,
            created_by: self.created_by.into(),
            created_at: Timestamp(self.created_at),
            plan: read_document(&self.content)?,
        })
    }
}

/// One version.
pub fn find(conn: &mut Conn, id: &PlanId) -> Result<PlanVersion, Failure> {
    plans::table.find(id.as_str()).first::<Row>(conn)?.version()
}

/// A job's versions, newest first.
pub fn list(conn: &mut Conn, job: &JobId) -> Result<Vec<PlanVersion>, Failure> {
    let rows: Vec<Row> =
        plans::table.filter(plans::job_id.eq(job.as_str())).order(plans::number.desc()).load(conn)?;
    rows.into_iter().map(Row::version).collect()
}

/// Id and number of a job's newest version.
pub fn newest(conn: &mut Conn, job: &JobId) -> Result<Option<(PlanId, i64)>, Failure> {
    let found: Option<(String, i64)> = plans::table
        .filter(plans::job_id.eq(job.as_str()))
        .order(plans::number.desc())
        .select((plans::id, plans::number))
        .first(conn)
        .optional()?;
    Ok(found.map(|(id, number)| (PlanId(id), number)))
}

/// Adds a version.
pub fn insert(conn: &mut Conn, version: &PlanVersion) -> Result<(), Failure> {
    diesel::insert_into(plans::table)
        .values((
            plans::id.eq(version.id.as_str()),
            plans::job_id.eq(version.job_id.as_str()),
            plans::number.eq(version.number),
            plans::content.eq(document(&version.plan)?),
            plans::created_by.eq(version.created_by.as_str()),
            plans::created_at.eq(version.created_at.0),
        ))
        .execute(conn)?;
    Ok(())
}

/// Keeps every rubric of a plan; answers the first competency whose rubric version is known with other anchors.
pub fn keep_rubrics(conn: &mut Conn, plan: &Plan) -> Result<Option<String>, Failure> {
    for competency in &plan.competencies {
        let anchors = document(&competency.rubric.anchors)?;
        let known: Option<String> = rubrics::table
            .find((&competency.key, competency.rubric.version))
            .select(rubrics::anchors)
            .first(conn)
            .optional()?;
        match known {
            Some(known) if known != anchors => return Ok(Some(competency.key.clone())),
            Some(_) => {}
            None => {
                diesel::insert_into(rubrics::table)
                    .values((
                        rubrics::competency.eq(&competency.key),
                        rubrics::version.eq(competency.rubric.version),
                        rubrics::anchors.eq(anchors),
                    ))
                    .execute(conn)?;
            }
        }
    }
    Ok(None)
}
