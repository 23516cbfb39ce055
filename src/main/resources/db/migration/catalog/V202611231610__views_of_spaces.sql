-- The space whose members see a view; null: it is private, or everyone sees it. Without the space it is private again.
alter table catalog_saved_view add column space text references access_space on delete set null;
alter table catalog_saved_view add constraint one_audience check (space is null or not shared);
create index on catalog_saved_view (space) where space is not null;
