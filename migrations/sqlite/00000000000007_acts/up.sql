-- What somebody is told on their pages. With a loop, it is about a candidate and absent for whoever is blind there.
CREATE TABLE notices (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL,
  actor_id TEXT REFERENCES people (id),
  loop_id TEXT REFERENCES loops (id),
  candidate_id TEXT REFERENCES candidates (id),
  -- Set where the notice goes to the job's team: who has left the team does not see it any more.
  job_id TEXT REFERENCES jobs (id),
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  until_at BIGINT,
  created_at BIGINT NOT NULL,
  seen_at BIGINT
);
CREATE INDEX notices_person ON notices (person_id, created_at);
CREATE INDEX notices_object ON notices (object_id);

-- What panelists ask about their own places: that a colleague takes over, more time; and that they know the candidate.
CREATE TABLE place_requests (
  id TEXT NOT NULL PRIMARY KEY,
  assignment_id TEXT NOT NULL REFERENCES assignments (id),
  loop_id TEXT NOT NULL REFERENCES loops (id),
  candidate_id TEXT NOT NULL REFERENCES candidates (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  colleague_id TEXT REFERENCES people (id),
  successor_id TEXT REFERENCES assignments (id),
  until_at BIGINT,
  created_at BIGINT NOT NULL,
  answered_at BIGINT
);
CREATE INDEX place_requests_assignment ON place_requests (assignment_id);
CREATE INDEX place_requests_loop ON place_requests (loop_id);
CREATE INDEX place_requests_colleague ON place_requests (colleague_id);

-- Who acts for a member of the team while that member is open on the candidate.
CREATE TABLE covers (
  loop_id TEXT NOT NULL REFERENCES loops (id),
  owner_id TEXT NOT NULL REFERENCES people (id),
  cover_id TEXT NOT NULL REFERENCES people (id),
  named_by TEXT NOT NULL REFERENCES people (id),
  named_at BIGINT NOT NULL,
  PRIMARY KEY (loop_id, owner_id)
);
CREATE INDEX covers_cover ON covers (cover_id);

-- One hour on one loop, with a reason.
CREATE TABLE broken_glass (
  id TEXT NOT NULL PRIMARY KEY,
  loop_id TEXT NOT NULL REFERENCES loops (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  reason TEXT NOT NULL,
  at BIGINT NOT NULL,
  until_at BIGINT NOT NULL
);
CREATE INDEX broken_glass_loop ON broken_glass (loop_id, person_id);
