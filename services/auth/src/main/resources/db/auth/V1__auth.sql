CREATE TABLE credentials (
    user_id uuid PRIMARY KEY,
    -- not unique: the event of who gave an address up may come after that of who took it
    email text NOT NULL,
    password_hash text NOT NULL,
    roles text[] NOT NULL,
    version bigint NOT NULL,
    set_at timestamptz NOT NULL
);
CREATE INDEX credentials_email ON credentials (email, set_at DESC);

CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE INDEX sessions_of_user ON sessions (user_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE refresh_tokens (
    -- SHA-256
    digest bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
    used_at timestamptz
);
CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);

CREATE TABLE signing_keys (
    key_id text PRIMARY KEY,
    public_jwk text NOT NULL,
    -- AES-256-GCM: nonce, then the JWK and its tag
    private_key bytea NOT NULL,
    not_before timestamptz NOT NULL,
    sign_from timestamptz NOT NULL,
    sign_until timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
