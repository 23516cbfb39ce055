-- What is settled is found by where it leads.
CREATE INDEX notifications_entry_link ON notifications_entry (link) WHERE read_at IS NULL;
