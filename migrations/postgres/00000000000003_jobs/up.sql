-- The job's row becomes the authority for its words; existing jobs take them from their newest plan.

ALTER TABLE jobs ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN level TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN ladder_level TEXT;
ALTER TABLE jobs ADD COLUMN summary TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN currency TEXT NOT NULL DEFAULT 'EUR';
ALTER TABLE jobs ADD COLUMN band_low BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN band_high BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN flexibility TEXT NOT NULL DEFAULT '';
ALTER TABLE jobs ADD COLUMN stages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE jobs ADD COLUMN outcomes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE jobs ADD COLUMN status TEXT NOT NULL DEFAULT 'open';
ALTER TABLE jobs ADD COLUMN opened_at BIGINT;
ALTER TABLE jobs ADD COLUMN closed_at BIGINT;
ALTER TABLE jobs ADD COLUMN closed_as TEXT;
ALTER TABLE jobs ADD COLUMN closed_words TEXT;
ALTER TABLE jobs ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

UPDATE jobs SET
  title = (SELECT content::json #>> '{job,title}' FROM plans WHERE job_id = jobs.id ORDER BY number DESC LIMIT 1),
  level = (SELECT content::json #>> '{job,level}' FROM plans WHERE job_id = jobs.id ORDER BY number DESC LIMIT 1),
  summary = (SELECT content::json #>> '{job,summary}' FROM plans WHERE job_id = jobs.id ORDER BY number DESC LIMIT 1),
  currency = (SELECT content::json #>> '{job,band,currency}' FROM plans WHERE job_id = jobs.id ORDER BY number DESC LIMIT 1),
  band_low = (SELECT (content::json #>> '{job,band,low}')::bigint FROM plans WHERE job_id = jobs.id ORDER BY number DESC LIMIT 1),
  band_high = (SELECT (content::json #>> '{job,band,high}')::bigint FROM plans WHERE job_id = jobs.id ORDER BY number DESC LIMIT 1),
  stages = (SELECT (content::json #> '{job,stages}')::text FROM plans WHERE job_id = jobs.id ORDER BY number DESC LIMIT 1),
  outcomes = (
    SELECT COALESCE(json_agg(json_build_object(
      'key', o.value ->> 'key', 'text', o.value ->> 'text', 'measure', '', 'target', '', 'due', '') ORDER BY o.place)::text, '[]')
    FROM (SELECT content FROM plans WHERE job_id = jobs.id ORDER BY number DESC LIMIT 1) AS newest,
      json_array_elements(newest.content::json -> 'outcomes') WITH ORDINALITY AS o (value, place)),
  opened_at = created_at
WHERE EXISTS (SELECT 1 FROM plans WHERE job_id = jobs.id);

-- What each level of the organisation asks for and pays. No function means all of them.
CREATE TABLE ladder_levels (
  id TEXT NOT NULL PRIMARY KEY,
  function TEXT NOT NULL,
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  criteria TEXT NOT NULL,
  bands TEXT NOT NULL,
  version BIGINT NOT NULL
);
