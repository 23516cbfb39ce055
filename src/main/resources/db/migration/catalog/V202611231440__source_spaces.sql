-- The space that a source belongs to; null: none. One of a space brings only what the space's groups own.
alter table catalog_source add column space text references access_space;
create index on catalog_source (space) where space is not null;
