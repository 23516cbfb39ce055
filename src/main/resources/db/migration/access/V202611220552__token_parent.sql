-- The token by which a token was made: the younger one does not outlive it, and ends with it.
ALTER TABLE access_token ADD COLUMN parent uuid REFERENCES access_token;
CREATE INDEX access_token_parent ON access_token (parent) WHERE parent IS NOT NULL;
