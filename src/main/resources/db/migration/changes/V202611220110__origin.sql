-- Which feed this is. Whoever remembers a position remembers this with it.
CREATE TABLE changes_origin (id uuid NOT NULL DEFAULT gen_random_uuid());
INSERT INTO changes_origin DEFAULT VALUES;
COMMENT ON TABLE changes_origin IS 'transient: a restored database has a feed of its own';
