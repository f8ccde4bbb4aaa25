-- Since when an application has stood in its stage: the time of its last move, or of its coming in.
ALTER TABLE applications ADD COLUMN stage_since BIGINT NOT NULL DEFAULT 0;
UPDATE applications SET stage_since = created_at;
UPDATE applications SET stage_since = moves.at
  FROM (SELECT object_id, MAX(at) AS at FROM audit WHERE action = 'application.stage' GROUP BY object_id) AS moves
  WHERE moves.object_id = applications.id;

-- A column of the board is a stretch of the first index, and its count another.
CREATE INDEX applications_board ON applications (job_id, stage, stage_since, id) WHERE rejection_reason IS NULL;
CREATE INDEX applications_rejected ON applications (job_id, candidate_id) WHERE rejection_reason IS NOT NULL;

-- Each move, under the version that it made: what an undo goes back to.
CREATE TABLE stage_moves (
  application_id TEXT NOT NULL REFERENCES applications (id),
  version BIGINT NOT NULL,
  from_stage TEXT NOT NULL,
  to_stage TEXT NOT NULL,
  since_before BIGINT NOT NULL,
  by_person TEXT NOT NULL REFERENCES people (id),
  at BIGINT NOT NULL,
  PRIMARY KEY (application_id, version)
);

-- The last move that came too late, so that whoever was first hears of it as well.
CREATE TABLE stage_contests (
  application_id TEXT NOT NULL PRIMARY KEY REFERENCES applications (id),
  job_id TEXT NOT NULL REFERENCES jobs (id),
  stage TEXT NOT NULL,
  by_person TEXT NOT NULL REFERENCES people (id),
  at BIGINT NOT NULL
);
CREATE INDEX stage_contests_job ON stage_contests (job_id, at);
