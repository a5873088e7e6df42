CREATE TABLE reference_entries (
    code text PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    parent text REFERENCES reference_entries,
    position integer,
    active boolean NOT NULL,
    version bigint NOT NULL,
    -- a migration that brings or changes entries leaves it behind; the service publishes them when it starts
    published_version bigint NOT NULL DEFAULT 0,
    removed boolean NOT NULL DEFAULT false
);
CREATE INDEX reference_entries_parent ON reference_entries (parent);

CREATE TABLE reference_revision (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    revision bigint NOT NULL
);
INSERT INTO reference_revision (revision) VALUES (1);
