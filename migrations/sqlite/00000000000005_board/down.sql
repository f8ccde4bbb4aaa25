DROP TABLE stage_contests;
DROP TABLE stage_moves;
DROP INDEX applications_rejected;
DROP INDEX applications_board;
ALTER TABLE applications DROP COLUMN stage_since;
