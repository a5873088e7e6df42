CREATE TABLE recipients (
    user_id uuid PRIMARY KEY,
    email text NOT NULL,
    name text NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE deliveries (
    id uuid PRIMARY KEY,
    topic text NOT NULL,
    event_id text NOT NULL,
    channel text NOT NULL,
    user_id uuid NOT NULL,
    -- nothing personal
    facts jsonb NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given-up')),
    attempts integer NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL DEFAULT now(),
    last_error text,
    created_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    UNIQUE (event_id, channel)
);
CREATE INDEX deliveries_due ON deliveries (next_at) WHERE state = 'waiting';
CREATE INDEX deliveries_of_user ON deliveries (user_id) WHERE state = 'waiting';
CREATE INDEX deliveries_ended ON deliveries (ended_at);
