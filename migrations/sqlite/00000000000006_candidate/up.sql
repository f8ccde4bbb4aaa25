-- What the team keeps about an application. None of it moves the application's own row, apart from the rejection.

CREATE TABLE rejections (
  application_id TEXT NOT NULL PRIMARY KEY REFERENCES applications (id),
  kind TEXT NOT NULL,
  letter TEXT NOT NULL,
  decided_by TEXT REFERENCES people (id),
  decided_at BIGINT NOT NULL,
  announced_by TEXT REFERENCES people (id),
  announced_at BIGINT
);

-- Who was rejected before reasons had kinds: what the audit knows about it.
INSERT INTO rejections (application_id, kind, letter, decided_by, decided_at, announced_by, announced_at)
SELECT a.id, 'other', '',
  (SELECT MAX(e.actor) FROM audit e WHERE e.action = 'application.reject' AND e.object_id = a.id),
  COALESCE((SELECT MAX(e.at) FROM audit e WHERE e.action = 'application.reject' AND e.object_id = a.id), a.created_at),
  NULL, NULL
FROM applications a WHERE a.rejection_reason IS NOT NULL;

CREATE TABLE notes (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id),
  candidate_id TEXT NOT NULL REFERENCES candidates (id),
  author_id TEXT NOT NULL REFERENCES people (id),
  version BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX notes_application ON notes (application_id);

-- An edit appends: what was written first stays readable.
CREATE TABLE note_revisions (
  note_id TEXT NOT NULL REFERENCES notes (id),
  number BIGINT NOT NULL,
  content TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (note_id, number)
);

CREATE TABLE application_tags (
  application_id TEXT NOT NULL REFERENCES applications (id),
  tag_folded TEXT NOT NULL,
  tag TEXT NOT NULL,
  added_by TEXT NOT NULL REFERENCES people (id),
  added_at BIGINT NOT NULL,
  PRIMARY KEY (application_id, tag_folded)
);

CREATE TABLE files (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id),
  candidate_id TEXT NOT NULL REFERENCES candidates (id),
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  size BIGINT NOT NULL,
  from_candidate BOOLEAN NOT NULL,
  copied BOOLEAN NOT NULL,
  uploaded_by TEXT NOT NULL REFERENCES people (id),
  uploaded_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX files_application ON files (application_id);

-- Apart from the list, so that no list reads megabytes. Rows and not a folder: several servers share one database.
CREATE TABLE file_contents (
  file_id TEXT NOT NULL REFERENCES files (id),
  kind TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (file_id, kind)
);

-- The candidate's files as they stood when somebody was put on an interview (S1): constant until they close, and after.
CREATE TABLE assignment_files (
  id TEXT NOT NULL PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignments (id),
  file_id TEXT NOT NULL REFERENCES files (id)
);
CREATE INDEX assignment_files_assignment ON assignment_files (assignment_id);
CREATE INDEX assignment_files_file ON assignment_files (file_id);

CREATE TABLE import_batches (
  id TEXT NOT NULL PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES jobs (id),
  imported_by TEXT NOT NULL REFERENCES people (id),
  imported_at BIGINT NOT NULL,
  brought BIGINT NOT NULL,
  is_test BOOLEAN NOT NULL
);
CREATE INDEX import_batches_job ON import_batches (job_id);

CREATE TABLE application_origins (
  application_id TEXT NOT NULL PRIMARY KEY REFERENCES applications (id),
  batch_id TEXT REFERENCES import_batches (id),
  is_test BOOLEAN NOT NULL
);
CREATE INDEX application_origins_batch ON application_origins (batch_id);

CREATE INDEX applications_candidate ON applications (candidate_id);
CREATE INDEX loops_candidate ON loops (candidate_id);
CREATE INDEX audit_of_candidate ON audit (candidate_id);
