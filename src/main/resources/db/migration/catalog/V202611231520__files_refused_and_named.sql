-- How many documents of a file were refused when it was last read: a run that passes the file over counts them again.
alter table catalog_file add column refused integer not null default 0;
update catalog_file f set refused = (
    select count(distinct p.document) from catalog_problem p
    where p.file_id = f.id and p.severity = 'ERROR' and p.stage not in ('source', 'links'));
-- The file whose Location led to it first; its own id where the source itself does. Null where it was read before this.
alter table catalog_file add column named_by uuid;
