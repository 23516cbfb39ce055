-- What accounts were told. An inbox goes with its account.
CREATE TABLE notifications_entry (
    id      uuid        PRIMARY KEY, -- of version 7: newer ones sort behind older ones
    account uuid        NOT NULL REFERENCES access_account ON DELETE CASCADE,
    kind    text        NOT NULL,
    title   text        NOT NULL,
    body    text        NOT NULL,
    link    text        NOT NULL,
    sent_at timestamptz NOT NULL DEFAULT now(),
    read_at timestamptz
);
CREATE INDEX notifications_entry_inbox ON notifications_entry (account, id);
CREATE INDEX notifications_entry_unread ON notifications_entry (account) WHERE read_at IS NULL;
CREATE INDEX notifications_entry_age ON notifications_entry (sent_at);
