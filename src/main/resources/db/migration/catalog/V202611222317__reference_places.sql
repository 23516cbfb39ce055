-- Where the entities of a file name others, as JSON: line, column and field of each reference. Null where the file has not
-- been read since this is kept.
alter table catalog_file add column reference_places text;
