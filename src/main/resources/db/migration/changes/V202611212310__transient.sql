-- Backups leave the feed out: its transaction ids mean nothing in another database.
COMMENT ON TABLE changes_feed IS 'transient: transaction ids of this database alone';
