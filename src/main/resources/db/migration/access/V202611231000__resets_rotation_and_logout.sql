-- Links by which somebody gives themselves a new password, once. Their text is nowhere.
CREATE TABLE access_reset (
    id         uuid        PRIMARY KEY,
    account    uuid        NOT NULL REFERENCES access_account ON DELETE CASCADE,
    sha256     bytea       NOT NULL CONSTRAINT access_reset_text UNIQUE,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX access_reset_account ON access_reset (account);

-- The text that a token had before it was rotated, while that counts beside the new one.
ALTER TABLE access_token ADD COLUMN former_sha256 bytea CONSTRAINT access_token_former UNIQUE;
ALTER TABLE access_token ADD COLUMN former_until timestamptz;

-- What the provider calls the session that a session here came from.
ALTER TABLE access_session ADD COLUMN provider_session text;

-- Messages of providers that somebody signed out, each taken once.
CREATE TABLE access_logout_message (
    sha256     bytea       PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
