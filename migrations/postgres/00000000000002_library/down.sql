CREATE TABLE rubrics (
  competency TEXT NOT NULL,
  version BIGINT NOT NULL,
  anchors TEXT NOT NULL,
  PRIMARY KEY (competency, version)
);
INSERT INTO rubrics (competency, version, anchors)
SELECT i.key, v.number, (v.content::json -> 'text' -> 'anchors')::text
FROM library_versions v JOIN library_items i ON i.id = v.item_id WHERE i.kind = 'competency';
DROP TABLE library_uses;
DROP TABLE library_drafts;
DROP TABLE library_versions;
DROP TABLE library_items;
DROP TABLE plan_drafts;
ALTER TABLE plans DROP COLUMN alone_reason;
ALTER TABLE plans DROP COLUMN published_at;
ALTER TABLE plans DROP COLUMN published_by;
