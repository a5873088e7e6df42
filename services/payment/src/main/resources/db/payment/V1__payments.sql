CREATE TABLE payments (
    order_id uuid PRIMARY KEY,
    -- null where the order was cancelled before it asked for its money
    payment_id uuid UNIQUE,
    user_id uuid,
    amount bigint NOT NULL CHECK (amount >= 0),
    currency char(3) NOT NULL,
    method text,
    status text NOT NULL,
    provider_reference text,
    refund_id uuid,
    requested_at timestamptz NOT NULL,
    -- calls of the provider in this status
    attempts integer NOT NULL DEFAULT 0,
    -- when the provider is to be called next; null where nothing is to be done. A call under way moves it past its lease.
    due_at timestamptz
);
CREATE INDEX payments_due ON payments (due_at) WHERE due_at IS NOT NULL;
