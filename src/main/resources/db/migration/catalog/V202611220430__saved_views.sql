-- A way to list the catalog that somebody keeps under a name, for themselves or for everyone.
create table catalog_saved_view (
    id         uuid primary key,
    account    uuid        not null,
    owner      text        not null,
    name       text        not null,
    -- the list's address behind the question mark
    query      text        not null,
    shared     boolean     not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create unique index on catalog_saved_view (account, lower(name));
create index on catalog_saved_view (shared) where shared;
