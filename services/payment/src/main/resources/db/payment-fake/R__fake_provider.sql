-- The books of the fake provider, which outlive a crash of the service as those of a real one do.
CREATE TABLE IF NOT EXISTS fake_provider (
    key uuid PRIMARY KEY,
    reference text NOT NULL UNIQUE,
    amount bigint NOT NULL,
    method text NOT NULL,
    authorisations integer NOT NULL DEFAULT 0,
    captures integer NOT NULL DEFAULT 0,
    refunds integer NOT NULL DEFAULT 0,
    voided boolean NOT NULL DEFAULT false,
    calls integer NOT NULL DEFAULT 0
);
