-- A board, its loops and what waits on it are read from their indexes alone: no row of the tables is fetched for a card. The condition's
-- own column stands in the index as well: SQLite would look it up otherwise.
DROP INDEX applications_board;
CREATE INDEX applications_board ON applications (job_id, stage, stage_since, id, candidate_id, version, created_at, rejection_reason)
  WHERE rejection_reason IS NULL;
CREATE INDEX candidates_id_name ON candidates (id, name);
DROP INDEX loops_job;
CREATE INDEX loops_job ON loops (job_id, started_at, id, application_id, candidate_id);
