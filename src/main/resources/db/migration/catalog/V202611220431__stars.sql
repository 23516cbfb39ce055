-- Which entities which account has starred. By name and without foreign keys: a star outlives an entity that is gone for
-- a while, and no run of a source waits for it.
create table catalog_star (
    account    uuid        not null,
    ref        text        not null collate "C",
    starred_at timestamptz not null default now(),
    primary key (account, ref)
);
create index on catalog_star (ref);
