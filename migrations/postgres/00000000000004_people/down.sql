DROP TABLE leaves;
DROP TABLE profiles;
ALTER TABLE password_links DROP COLUMN ended;
ALTER TABLE password_links DROP COLUMN made_at;
ALTER TABLE password_links DROP COLUMN made_by;
ALTER TABLE password_links DROP COLUMN purpose;
