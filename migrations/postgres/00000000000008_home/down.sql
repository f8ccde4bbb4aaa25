DROP TABLE audit_places;
