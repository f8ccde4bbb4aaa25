ALTER TABLE scorecards DROP COLUMN withdrawn_at;
DROP TABLE job_covers;
CREATE TABLE covers (
  loop_id TEXT NOT NULL REFERENCES loops (id),
  owner_id TEXT NOT NULL REFERENCES people (id),
  cover_id TEXT NOT NULL REFERENCES people (id),
  named_by TEXT NOT NULL REFERENCES people (id),
  named_at BIGINT NOT NULL,
  PRIMARY KEY (loop_id, owner_id)
);
CREATE INDEX covers_cover ON covers (cover_id);
