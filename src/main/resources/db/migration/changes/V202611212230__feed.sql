CREATE TABLE changes_feed (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    topic text NOT NULL,
    keys text[] NOT NULL CHECK (cardinality(keys) BETWEEN 1 AND 1000)
);

-- Readers follow this order: numbers of transactions, not of rows, so that a transaction that commits late is not
-- skipped.
CREATE INDEX changes_feed_order ON changes_feed (xid, seq);
CREATE INDEX changes_feed_at ON changes_feed (at);
