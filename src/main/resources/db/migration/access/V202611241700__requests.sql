-- Requests for access: who wants to do what, where, for how long and why, and what became of it.
CREATE TABLE access_request (
    id         uuid        PRIMARY KEY, -- of version 7: newer ones sort behind older ones
    account    uuid        NOT NULL REFERENCES access_account ON DELETE CASCADE,
    permission text        NOT NULL,
    space      text, -- null: it is about no space
    thing      text, -- null: it is about no single thing
    reason     text        NOT NULL,
    days       integer, -- null: whoever decides says how long
    state      text        NOT NULL
        CHECK (state IN ('WAITING', 'APPROVED', 'DENIED', 'WITHDRAWN', 'EXPIRED')),
    made_at    timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL, -- when it counts as unanswered
    decided_by text,
    decided_at timestamptz,
    answer     text        NOT NULL DEFAULT '',
    role       text, -- the role that was given
    until      timestamptz, -- and until when
    warned_at  timestamptz, -- when the account was told that the role ends soon
    ended_at   timestamptz, -- when it was told that it has ended
    CONSTRAINT access_request_decided CHECK ((state = 'WAITING') = (decided_at IS NULL)),
    CONSTRAINT access_request_given CHECK ((state = 'APPROVED') = (role IS NOT NULL AND until IS NOT NULL))
);
-- Whoever asks again meanwhile asks the same.
CREATE UNIQUE INDEX access_request_waiting
    ON access_request (account, permission, coalesce(space, '')) WHERE state = 'WAITING';
CREATE INDEX access_request_account ON access_request (account, id);
CREATE INDEX access_request_state ON access_request (state, id);
