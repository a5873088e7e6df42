CREATE TABLE products (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    description text,
    category text NOT NULL,
    unit_price bigint NOT NULL CHECK (unit_price >= 0),
    currency char(3) NOT NULL,
    status text NOT NULL,
    -- goes out with the product; grows by one with each change
    version integer NOT NULL,
    words tsvector NOT NULL
        GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, name || ' ' || coalesce(description, ''))) STORED
);
CREATE INDEX products_by_name ON products (name, id);
CREATE INDEX products_by_category ON products (category, name, id);
CREATE INDEX products_by_word ON products USING gin (words);

CREATE TABLE stock (
    product_id uuid PRIMARY KEY REFERENCES products (id),
    on_hand bigint NOT NULL,
    reserved bigint NOT NULL DEFAULT 0,
    -- grows with each change of the product or its stock: what is cached knows which it is of
    revision bigint NOT NULL DEFAULT 1,
    CONSTRAINT never_oversold CHECK (0 <= reserved AND reserved <= on_hand)
);

CREATE TABLE reservations (
    order_id uuid PRIMARY KEY,
    status text NOT NULL,
    lines jsonb NOT NULL,
    expires_at timestamptz,
    changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX reservations_held ON reservations (expires_at) WHERE status = 'HELD';

-- what the cache has not been told yet
CREATE TABLE outdated (
    product_id uuid PRIMARY KEY,
    revision bigint NOT NULL
);
