-- A row names the deed itself. Which permission decided stands beside it where the two differ, and why it was refused
-- where there is more to say than that a permission was missing. Rows of before stay as they are, and so do their
-- digests.
ALTER TABLE audit_entry ADD COLUMN permission text, ADD COLUMN reason text;

CREATE INDEX audit_entry_permission ON audit_entry (permission text_pattern_ops, at DESC)
    WHERE permission IS NOT NULL;
