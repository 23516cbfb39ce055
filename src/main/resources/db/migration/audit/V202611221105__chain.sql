-- What waits to be linked: written with the row itself, so that committed rows are found in any order of commits.
CREATE TABLE audit_pending (entry uuid PRIMARY KEY)
    WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
INSERT INTO audit_pending SELECT id FROM audit_entry;

-- The chain: row n of it names an entry and holds the entry's digest; its link is made of both and of the link before.
CREATE TABLE audit_link (
    n bigint PRIMARY KEY,
    entry uuid NOT NULL UNIQUE,
    digest bytea NOT NULL,
    link bytea NOT NULL
);

CREATE TABLE audit_checkpoint (
    n bigint PRIMARY KEY,
    link bytea NOT NULL,
    at timestamptz NOT NULL,
    key text NOT NULL,
    signature bytea NOT NULL
);

-- What stands for the rows up to n, which are gone.
CREATE TABLE audit_stub (
    n bigint PRIMARY KEY,
    link bytea NOT NULL,
    at timestamptz NOT NULL,
    key text NOT NULL,
    signature bytea NOT NULL
);

-- Keys that were used before: each vouched for by the one that came after it.
CREATE TABLE audit_key (
    id text PRIMARY KEY,
    public_key bytea NOT NULL,
    key text NOT NULL,
    signature bytea NOT NULL
);

-- Whoever links holds this row.
CREATE TABLE audit_chain (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one));
INSERT INTO audit_chain DEFAULT VALUES;

-- How the last look at the whole chain ended.
CREATE TABLE audit_verification (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    at timestamptz NOT NULL,
    report json NOT NULL
);

CREATE INDEX audit_entry_actor ON audit_entry (actor, at DESC);
CREATE INDEX audit_entry_action ON audit_entry (action text_pattern_ops, at DESC);

-- Only what a stub stands for may go.
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit_entry' THEN
        IF EXISTS (SELECT FROM audit_link WHERE entry = OLD.id AND n <= (SELECT max(n) FROM audit_stub)) THEN
            RETURN OLD;
        END IF;
    ELSIF TG_OP = 'DELETE' AND TG_TABLE_NAME IN ('audit_link', 'audit_checkpoint') THEN
        IF OLD.n <= (SELECT max(n) FROM audit_stub) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER audit_link_no_edit BEFORE UPDATE OR DELETE ON audit_link
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_link_no_truncate BEFORE TRUNCATE ON audit_link
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_checkpoint_no_edit BEFORE UPDATE OR DELETE ON audit_checkpoint
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_checkpoint_no_truncate BEFORE TRUNCATE ON audit_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_stub_no_edit BEFORE UPDATE OR DELETE ON audit_stub
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_stub_no_truncate BEFORE TRUNCATE ON audit_stub
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
