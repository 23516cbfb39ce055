-- The name of the space that the reader's pages look at; null: all.
ALTER TABLE shell_preference ADD COLUMN space text;
