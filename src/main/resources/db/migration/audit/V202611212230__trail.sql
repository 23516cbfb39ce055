CREATE TABLE audit_entry (
    id uuid PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL,
    account uuid,
    action text NOT NULL,
    thing_type text NOT NULL,
    thing_id text NOT NULL,
    -- json, not jsonb: the text is kept as it was written, so that it can be hashed.
    before json,
    after json,
    refused boolean NOT NULL,
    request text
);

CREATE INDEX audit_entry_thing ON audit_entry (thing_type, thing_id, at DESC);
CREATE INDEX audit_entry_at ON audit_entry (at DESC);

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is only ever added to' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER audit_entry_no_edit BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM CURRENT_USER;
