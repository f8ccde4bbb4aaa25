DROP TABLE saved_views;
DROP INDEX application_tags_tag;
DROP INDEX applications_since;
DROP INDEX applications_added;
DROP INDEX candidates_name;
ALTER TABLE candidates DROP COLUMN name_folded;
