-- Where accounts are signed in. What has ended is kept until it would have expired, so that every node refuses it.
CREATE TABLE access_session (
    id         uuid        PRIMARY KEY,
    account    uuid        NOT NULL REFERENCES access_account ON DELETE CASCADE,
    generation integer     NOT NULL,
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz,
    address    text        NOT NULL,
    agent      text        NOT NULL
);
CREATE INDEX access_session_account ON access_session (account);
CREATE INDEX access_session_expires ON access_session (expires_at);
