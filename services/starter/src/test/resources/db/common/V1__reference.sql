CREATE TABLE reference (code text PRIMARY KEY, name text NOT NULL);
