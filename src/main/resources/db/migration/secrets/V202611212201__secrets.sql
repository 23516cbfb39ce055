-- Secrets, encrypted. The associated data of a ciphertext holds the row's id and name.
CREATE TABLE secrets_secret (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL CONSTRAINT secrets_secret_name UNIQUE,
    key_id     text        NOT NULL,
    ciphertext bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text        NOT NULL
);

-- The id of the one key that all nodes encrypt with. The key itself is nowhere in the database.
CREATE TABLE secrets_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    key_id   text    NOT NULL
);
