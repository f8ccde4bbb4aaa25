-- Who acts for a member of a job's team on the people on whom that member is open. The table of covers for single loops was never
-- used by any version.
DROP TABLE covers;
CREATE TABLE job_covers (
  job_id TEXT NOT NULL REFERENCES jobs (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  cover_id TEXT NOT NULL REFERENCES people (id),
  named_by TEXT NOT NULL REFERENCES people (id),
  named_at BIGINT NOT NULL,
  PRIMARY KEY (job_id, person_id)
);
CREATE INDEX job_covers_cover ON job_covers (cover_id);
CREATE INDEX job_covers_person ON job_covers (person_id);

ALTER TABLE scorecards ADD COLUMN withdrawn_at BIGINT;
