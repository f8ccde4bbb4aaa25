DROP INDEX loops_job;
CREATE INDEX loops_job ON loops (job_id);
DROP INDEX candidates_id_name;
DROP INDEX applications_board;
CREATE INDEX applications_board ON applications (job_id, stage, stage_since, id) WHERE rejection_reason IS NULL;
