-- Names in lower case, for searching and ordering. No engine's own function knows all letters alike, so the program fills them in:
-- for those that are there as it starts, and for each new one as it comes.
ALTER TABLE candidates ADD COLUMN name_folded TEXT NOT NULL DEFAULT '';
CREATE INDEX candidates_name ON candidates (name_folded, id);

-- The list in the order of coming in, and of standing in a stage.
CREATE INDEX applications_added ON applications (created_at, id);
CREATE INDEX applications_since ON applications (stage_since, id);
CREATE INDEX application_tags_tag ON application_tags (tag_folded, application_id);

-- Views of the list that somebody keeps, for themselves.
CREATE TABLE saved_views (
  person_id TEXT NOT NULL REFERENCES people (id),
  name_folded TEXT NOT NULL,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  PRIMARY KEY (person_id, name_folded)
);
