-- Whether an account's home page shows what its teams own, not only what it owns itself.
ALTER TABLE shell_preference ADD COLUMN teams boolean NOT NULL DEFAULT false;
