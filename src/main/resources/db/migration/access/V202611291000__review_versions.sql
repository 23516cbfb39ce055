-- Counts up with each change of who decides and until when, so that nobody undoes another's change unseen.
ALTER TABLE access_review ADD COLUMN version integer NOT NULL DEFAULT 1;
