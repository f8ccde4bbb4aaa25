-- Where an audit entry belongs, noted with it: its job and loop, so that a view can be limited to what its reader may see. The
-- chain of entries itself stays as it is.
CREATE TABLE audit_places (
  seq BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  job_id TEXT,
  loop_id TEXT
);
CREATE INDEX audit_places_job ON audit_places (job_id, at, seq);
CREATE INDEX audit_places_at ON audit_places (at, seq);

INSERT INTO audit_places (seq, at, job_id, loop_id)
SELECT
  a.seq,
  a.at,
  COALESCE(
    (SELECT j.id FROM jobs j WHERE j.id = a.object_id),
    (SELECT p.job_id FROM plans p WHERE p.id = a.object_id),
    (SELECT p.job_id FROM applications p WHERE p.id = a.object_id),
    (SELECT l.job_id FROM loops l WHERE l.id = a.object_id),
    (SELECT l.job_id FROM interviews i INNER JOIN loops l ON l.id = i.loop_id WHERE i.id = a.object_id),
    (SELECT l.job_id FROM assignments s INNER JOIN loops l ON l.id = s.loop_id WHERE s.id = a.object_id)
  ),
  COALESCE(
    (SELECT l.id FROM loops l WHERE l.id = a.object_id),
    (SELECT i.loop_id FROM interviews i WHERE i.id = a.object_id),
    (SELECT s.loop_id FROM assignments s WHERE s.id = a.object_id)
  )
FROM audit a;
