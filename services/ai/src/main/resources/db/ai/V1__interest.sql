-- how often two products were in one order; each pair stands here in both directions
CREATE TABLE bought_together (
    product_id uuid NOT NULL,
    other_id uuid NOT NULL,
    orders bigint NOT NULL,
    PRIMARY KEY (product_id, other_id),
    CHECK (product_id <> other_id)
);
CREATE INDEX bought_together_most ON bought_together (product_id, orders DESC);

CREATE TABLE product_days (
    day date NOT NULL,
    product_id uuid NOT NULL,
    orders bigint NOT NULL DEFAULT 0,
    views bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (day, product_id)
);

-- what a user has bought, and has looked at last
CREATE TABLE user_products (
    user_id uuid NOT NULL,
    product_id uuid NOT NULL,
    bought_at timestamptz,
    viewed_at timestamptz,
    PRIMARY KEY (user_id, product_id)
);
CREATE INDEX user_products_seen ON user_products (greatest(bought_at, viewed_at));
