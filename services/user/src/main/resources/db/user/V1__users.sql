CREATE TABLE users (
    id uuid PRIMARY KEY,
    -- in lower case, so that it is unique in any letters
    email text NOT NULL UNIQUE CHECK (email = lower(email)),
    name text NOT NULL,
    password_hash text NOT NULL,
    roles text[] NOT NULL,
    profile_version bigint NOT NULL,
    credential_version bigint NOT NULL,
    created_at timestamptz NOT NULL
);
