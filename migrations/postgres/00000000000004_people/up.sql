-- What a link is for, who made it and when, and how it ended. Links from before were made for a first password unless the
-- person has one; their age follows from their end.
ALTER TABLE password_links ADD COLUMN purpose TEXT NOT NULL DEFAULT 'invitation';
ALTER TABLE password_links ADD COLUMN made_by TEXT;
ALTER TABLE password_links ADD COLUMN made_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE password_links ADD COLUMN ended TEXT;
UPDATE password_links SET purpose = 'reset' WHERE used_at IS NULL
  AND person_id IN (SELECT id FROM people WHERE password_hash IS NOT NULL);
UPDATE password_links SET made_at = expires_at - 604800000000 WHERE purpose = 'invitation';
UPDATE password_links SET made_at = expires_at - 1800000000 WHERE purpose = 'reset';
UPDATE password_links SET ended = 'used' WHERE used_at IS NOT NULL;

-- What colleagues plan by. Whoever has no row has told nothing yet.
CREATE TABLE profiles (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
  level TEXT NOT NULL,
  hours TEXT NOT NULL,
  leaves_made BIGINT NOT NULL
);

-- Days are written YYYY-MM-DD, in the person's own zone. The kind is for the person and administrators alone.
CREATE TABLE leaves (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  kind TEXT NOT NULL
);
CREATE INDEX leaves_person ON leaves (person_id, last_day);
