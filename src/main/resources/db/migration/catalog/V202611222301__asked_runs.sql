-- Who asked for the next run of a source, where it was not its schedule. No foreign key: whoever asks does not wait for the
-- run that writes.
create table catalog_asked_run (
    source_id uuid primary key,
    trigger   text not null
);
