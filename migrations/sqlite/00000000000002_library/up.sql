-- Who published a version, when, and why without a second reader where there was none. Versions from before were published
-- by their author as they were made.
ALTER TABLE plans ADD COLUMN published_by TEXT;
ALTER TABLE plans ADD COLUMN published_at BIGINT;
ALTER TABLE plans ADD COLUMN alone_reason TEXT;
UPDATE plans SET published_by = created_by, published_at = created_at;

-- One at a time for each job; it becomes the next version.
CREATE TABLE plan_drafts (
  job_id TEXT NOT NULL PRIMARY KEY REFERENCES jobs (id),
  content TEXT NOT NULL,
  based_on TEXT REFERENCES plans (id),
  version BIGINT NOT NULL,
  started_by TEXT NOT NULL REFERENCES people (id),
  started_at BIGINT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES people (id),
  changed_at BIGINT NOT NULL
);

-- Competencies with their rubrics, and kits: what plans are put together from.
CREATE TABLE library_items (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  UNIQUE (kind, key)
);

-- Immutable: other words need another version. A competency's version is its rubric's.
CREATE TABLE library_versions (
  item_id TEXT NOT NULL REFERENCES library_items (id),
  number BIGINT NOT NULL,
  content TEXT NOT NULL,
  written_by TEXT REFERENCES people (id),
  published_by TEXT REFERENCES people (id),
  published_at BIGINT NOT NULL,
  alone_reason TEXT,
  PRIMARY KEY (item_id, number)
);

CREATE TABLE library_drafts (
  item_id TEXT NOT NULL PRIMARY KEY REFERENCES library_items (id),
  content TEXT NOT NULL,
  based_on BIGINT,
  version BIGINT NOT NULL,
  started_by TEXT NOT NULL REFERENCES people (id),
  started_at BIGINT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES people (id),
  changed_at BIGINT NOT NULL
);

-- What a published plan took from the library.
CREATE TABLE library_uses (
  plan_id TEXT NOT NULL REFERENCES plans (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (plan_id, kind, key, number)
);
CREATE INDEX library_uses_item ON library_uses (kind, key);

-- The rubrics of plans from before become versions of the library, with the words of the first plan that used them.
INSERT INTO library_uses (plan_id, kind, key, number)
SELECT DISTINCT p.id, 'competency', json_extract(c.value, '$.key'), json_extract(c.value, '$.rubric.version')
FROM plans p, json_each(p.content, '$.competencies') c;
INSERT INTO library_items (id, kind, key, created_at)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
  'competency', r.competency,
  COALESCE((SELECT MIN(p.created_at) FROM plans p JOIN library_uses u ON u.plan_id = p.id WHERE u.key = r.competency), 0)
FROM (SELECT DISTINCT competency FROM rubrics) r;
INSERT INTO library_versions (item_id, number, content, written_by, published_by, published_at)
SELECT i.id, r.version,
  json_object('kind', 'competency', 'text', json_object('name', COALESCE(
    (SELECT json_extract(c.value, '$.name') FROM json_each(p.content, '$.competencies') c WHERE json_extract(c.value, '$.key') = r.competency),
    r.competency), 'description', '', 'anchors', json(r.anchors))),
  p.created_by, p.created_by, COALESCE(p.created_at, 0)
FROM rubrics r
JOIN library_items i ON i.key = r.competency
LEFT JOIN plans p ON p.id = (SELECT q.id FROM plans q JOIN library_uses u ON u.plan_id = q.id
  WHERE u.key = r.competency AND u.number = r.version ORDER BY q.created_at, q.id LIMIT 1);
DROP TABLE rubrics;
