CREATE TABLE orders (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    status text NOT NULL,
    lines jsonb NOT NULL,
    currency char(3) NOT NULL,
    total bigint NOT NULL CHECK (total >= 0),
    payment_method text,
    payment_id uuid,
    cancel_reason text,
    refunded_at timestamptz,
    placed_at timestamptz NOT NULL,
    -- until when the step under way must be done; null once there is none
    deadline timestamptz,
    idempotency_key text NOT NULL,
    request_hash text NOT NULL,
    UNIQUE (user_id, idempotency_key)
);
CREATE INDEX orders_of_user ON orders (user_id, id DESC);
CREATE INDEX orders_deadline ON orders (deadline) WHERE deadline IS NOT NULL;
