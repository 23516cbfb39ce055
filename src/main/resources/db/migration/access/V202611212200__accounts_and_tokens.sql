-- Accounts. A local one has a password, any other an issuer and a subject, never both.
CREATE TABLE access_account (
    id            uuid        PRIMARY KEY,
    version       integer     NOT NULL,
    name          text        NOT NULL CONSTRAINT access_account_name UNIQUE,
    display_name  text        NOT NULL,
    email         text,
    password_hash text,
    issuer        text,
    subject       text,
    roles         text[]      NOT NULL,
    enabled       boolean     NOT NULL,
    generation    integer     NOT NULL, -- sessions of an earlier generation have ended
    created_at    timestamptz NOT NULL,
    last_seen_at  timestamptz,
    CONSTRAINT access_account_identity UNIQUE (issuer, subject),
    CONSTRAINT access_account_one_way_in
        CHECK ((password_hash IS NULL) = (issuer IS NOT NULL) AND (issuer IS NULL) = (subject IS NULL))
);

-- Tokens. A personal one acts as its owner, a service token has roles of its own. Their text is nowhere.
CREATE TABLE access_token (
    id           uuid        PRIMARY KEY,
    name         text        NOT NULL,
    owner        uuid        REFERENCES access_account,
    roles        text[]      NOT NULL,
    scopes       text[], -- null: as far as the roles reach
    sha256       bytea       NOT NULL CONSTRAINT access_token_text UNIQUE,
    hint         text        NOT NULL,
    created_by   text        NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    CONSTRAINT access_token_roles CHECK (owner IS NULL OR roles = '{}')
);
CREATE UNIQUE INDEX access_token_name
    ON access_token (coalesce(owner, '00000000-0000-0000-0000-000000000000'), name) WHERE revoked_at IS NULL;

-- Attempts to sign in, counted in windows. A bucket is a digest, since people type passwords where names belong.
CREATE TABLE access_attempt (
    bucket      text        PRIMARY KEY,
    attempts    integer     NOT NULL,
    window_ends timestamptz NOT NULL
);
CREATE INDEX access_attempt_window ON access_attempt (window_ends);

-- Where an account has signed in from: guesses from elsewhere do not lock these addresses out.
CREATE TABLE access_known_address (
    account   uuid        NOT NULL REFERENCES access_account ON DELETE CASCADE,
    address   text        NOT NULL,
    last_used timestamptz NOT NULL,
    PRIMARY KEY (account, address)
);
