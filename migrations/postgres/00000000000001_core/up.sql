-- Times are whole microseconds since 1970 (UTC). Ids are text UUIDs made by the server. JSON is text.

CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY,
  email TEXT NOT NULL,
  email_folded TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT,
  roles TEXT NOT NULL,
  function TEXT NOT NULL,
  seniority BIGINT NOT NULL,
  zone TEXT NOT NULL,
  active BOOLEAN NOT NULL,
  epoch BIGINT NOT NULL,
  version BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE password_links (
  token_hash TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX password_links_person ON password_links (person_id);

CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  epoch BIGINT NOT NULL,
  device TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX sessions_person ON sessions (person_id);

CREATE TABLE refresh_tokens (
  token_hash TEXT NOT NULL PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  issued_at BIGINT NOT NULL,
  replaced_at BIGINT
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);

CREATE TABLE login_failures (
  account TEXT NOT NULL PRIMARY KEY,
  failures BIGINT NOT NULL,
  last_at BIGINT NOT NULL
);

CREATE TABLE jobs (
  id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL
);

CREATE TABLE job_team (
  job_id TEXT NOT NULL REFERENCES jobs (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  PRIMARY KEY (job_id, person_id, role)
);
CREATE INDEX job_team_person ON job_team (person_id);

-- Immutable: other anchors need another version.
CREATE TABLE rubrics (
  competency TEXT NOT NULL,
  version BIGINT NOT NULL,
  anchors TEXT NOT NULL,
  PRIMARY KEY (competency, version)
);

-- Immutable: each import is a new version.
CREATE TABLE plans (
  id TEXT NOT NULL PRIMARY KEY,
  job_id TEXT NOT NULL REFERENCES jobs (id),
  number BIGINT NOT NULL,
  content TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES people (id),
  created_at BIGINT NOT NULL,
  UNIQUE (job_id, number)
);

CREATE TABLE candidates (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_folded TEXT NOT NULL,
  phone TEXT NOT NULL,
  source TEXT NOT NULL,
  zone TEXT NOT NULL,
  answers TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX candidates_email ON candidates (email_folded);

CREATE TABLE applications (
  id TEXT NOT NULL PRIMARY KEY,
  candidate_id TEXT NOT NULL REFERENCES candidates (id),
  job_id TEXT NOT NULL REFERENCES jobs (id),
  stage TEXT NOT NULL,
  rejection_reason TEXT,
  version BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (candidate_id, job_id)
);
CREATE INDEX applications_job ON applications (job_id);

CREATE TABLE loops (
  id TEXT NOT NULL PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES applications (id),
  candidate_id TEXT NOT NULL REFERENCES candidates (id),
  job_id TEXT NOT NULL REFERENCES jobs (id),
  plan_id TEXT NOT NULL REFERENCES plans (id),
  reveal TEXT NOT NULL,
  brief TEXT NOT NULL,
  adaptive BOOLEAN NOT NULL,
  started_at BIGINT NOT NULL,
  started_by TEXT NOT NULL REFERENCES people (id)
);
CREATE INDEX loops_application ON loops (application_id);
CREATE INDEX loops_job ON loops (job_id);

-- A row of its own, so that a query for someone blind can never touch the release by accident.
CREATE TABLE releases (
  loop_id TEXT NOT NULL PRIMARY KEY REFERENCES loops (id),
  at BIGINT NOT NULL,
  kind TEXT NOT NULL,
  by_person TEXT REFERENCES people (id),
  reason TEXT
);

CREATE TABLE interviews (
  id TEXT NOT NULL PRIMARY KEY,
  loop_id TEXT NOT NULL REFERENCES loops (id),
  position BIGINT NOT NULL,
  kit TEXT NOT NULL,
  starts_at BIGINT,
  zone TEXT,
  place TEXT NOT NULL,
  cancelled BOOLEAN NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX interviews_loop ON interviews (loop_id);

-- What an open panelist is told is frozen here at assignment (S1, S2).
CREATE TABLE assignments (
  id TEXT NOT NULL PRIMARY KEY,
  interview_id TEXT NOT NULL REFERENCES interviews (id),
  loop_id TEXT NOT NULL REFERENCES loops (id),
  candidate_id TEXT NOT NULL REFERENCES candidates (id),
  plan_id TEXT NOT NULL REFERENCES plans (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL,
  required BOOLEAN NOT NULL,
  state TEXT NOT NULL,
  stage TEXT NOT NULL,
  brief TEXT NOT NULL,
  planned_kits TEXT NOT NULL,
  unblinded_at BIGINT,
  assigned_at BIGINT NOT NULL
);
CREATE INDEX assignments_interview ON assignments (interview_id);
CREATE INDEX assignments_loop ON assignments (loop_id);
CREATE INDEX assignments_person ON assignments (person_id, candidate_id);

-- Made with the assignment, so that a row's existence tells nothing.
CREATE TABLE scorecards (
  assignment_id TEXT NOT NULL PRIMARY KEY REFERENCES assignments (id),
  state TEXT NOT NULL,
  seals_at BIGINT,
  submitted_at BIGINT,
  exposed BOOLEAN NOT NULL,
  late BOOLEAN NOT NULL,
  withdrawn_reason TEXT
);
CREATE INDEX scorecards_sealing ON scorecards (state, seals_at);

CREATE TABLE draft_fields (
  assignment_id TEXT NOT NULL REFERENCES scorecards (assignment_id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (assignment_id, field)
);

CREATE TABLE revisions (
  assignment_id TEXT NOT NULL REFERENCES scorecards (assignment_id),
  number BIGINT NOT NULL,
  content TEXT NOT NULL,
  reason TEXT NOT NULL,
  tag TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (assignment_id, number)
);

-- The serving ledger: who was sent bytes derived from a secret about whom (semantics, statement 9).
CREATE TABLE servings (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  candidate_id TEXT NOT NULL REFERENCES candidates (id),
  loop_id TEXT NOT NULL REFERENCES loops (id),
  what TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX servings_person ON servings (person_id, candidate_id);

CREATE TABLE audit (
  seq BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  actor TEXT,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  candidate_id TEXT,
  detail TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);

CREATE TABLE audit_head (
  id BIGINT NOT NULL PRIMARY KEY,
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, '');

CREATE FUNCTION audit_is_final() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit rows are final'; END $$;
CREATE TRIGGER audit_no_update BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_final();
