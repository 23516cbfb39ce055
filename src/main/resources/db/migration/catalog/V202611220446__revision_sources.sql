-- Which source brought a revision; null for those of before. No foreign key: history outlives its sources.
alter table catalog_revision add column source_id uuid;
