-- The spaces to whose things a token is limited; null: wherever its roles reach.
ALTER TABLE access_token ADD COLUMN spaces text[];
CREATE INDEX access_token_spaces ON access_token USING gin (spaces) WHERE spaces IS NOT NULL;
