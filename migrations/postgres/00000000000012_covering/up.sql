-- A board and its loops are read from their indexes alone: no row of the tables is fetched for a card.
DROP INDEX applications_board;
CREATE INDEX applications_board ON applications (job_id, stage, stage_since, id, candidate_id, version) WHERE rejection_reason IS NULL;
CREATE INDEX candidates_id_name ON candidates (id, name);
DROP INDEX loops_job;
CREATE INDEX loops_job ON loops (job_id, started_at, id, application_id, candidate_id);
