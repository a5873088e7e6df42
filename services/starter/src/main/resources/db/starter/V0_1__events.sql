CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic text NOT NULL,
    key text NOT NULL,
    -- the whole event; null deletes the key from a compacted topic
    event text,
    traceparent text,
    created_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz
);
CREATE INDEX outbox_pending ON outbox (id) WHERE published_at IS NULL;
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;

CREATE TABLE outbox_lease (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    holder text NOT NULL,
    held_until timestamptz NOT NULL
);
INSERT INTO outbox_lease (holder, held_until) VALUES ('nobody', '-infinity');

CREATE TABLE inbox (
    topic text NOT NULL,
    event_id text NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, event_id)
);
CREATE INDEX inbox_received ON inbox (received_at);
