-- Where descriptors come from.
create table catalog_source (
    id             uuid primary key,
    name           text        not null unique,
    type           text        not null,
    target         text        not null,
    branch         text,
    pattern        text,
    secret         text,
    every_seconds  bigint      not null,
    created_at     timestamptz not null,
    -- raised by every run that wrote; a run that was prepared against another value starts again
    generation     bigint      not null default 0,
    failures       integer     not null default 0,
    running_since  timestamptz,
    next_run       timestamptz,
    last_success   timestamptz,
    version        text
);

create table catalog_run (
    id         uuid primary key,
    source_id  uuid        not null references catalog_source on delete cascade,
    trigger    text        not null,
    started    timestamptz not null,
    millis     bigint      not null,
    succeeded  boolean     not null,
    files      integer     not null,
    unchanged  integer     not null,
    created    integer     not null,
    changed    integer     not null,
    removed    integer     not null,
    refused    integer     not null,
    version    text,
    error      text
);
create index on catalog_run (source_id, started desc);

-- A file of a source as it was last read. No fingerprint: it has to be read again, changed or not.
create table catalog_file (
    id           uuid primary key,
    source_id    uuid not null references catalog_source on delete cascade,
    location     text not null,
    fingerprint  text,
    view_url     text,
    -- JSON: the targets of its Location entities, and the contents it takes in with their fingerprints
    follows      text not null,
    dependencies text not null,
    unique (source_id, location)
);

-- The present state of each entity: what lists need. Its text is its current revision.
create table catalog_entity (
    id          uuid primary key,
    ref         text        not null collate "C" unique,
    kind        text        not null,
    namespace   text        not null,
    name        text        not null,
    title       text,
    description text        not null,
    type        text        not null,
    lifecycle   text        not null,
    owner       text,
    system      text,
    tags        text[]      not null,
    labels      text[]      not null,
    source_id   uuid        not null references catalog_source,
    file_id     uuid        not null references catalog_file,
    hash        text        not null,
    etag        text        not null,
    orphan      boolean     not null,
    updated     timestamptz not null
);
create index on catalog_entity (source_id);
create index on catalog_entity (file_id);
create index on catalog_entity (lower(kind), lower(coalesce(title, name)));
create index on catalog_entity (owner);

-- What each entity said and when. The row without an end is the present; an entity that is gone has none.
create table catalog_revision (
    entity_id  uuid        not null,
    ref        text        not null collate "C",
    valid_from timestamptz not null,
    valid_to   timestamptz,
    hash       text        not null,
    json       text        not null,
    primary key (entity_id, valid_from)
);
create unique index catalog_revision_present on catalog_revision (entity_id) where valid_to is null;

-- One row for each relation, in its forward direction; the inverse follows from the type.
create table catalog_relation (
    emitter uuid not null references catalog_entity on delete cascade,
    source  text not null collate "C",
    type    text not null,
    target  text not null collate "C"
);
create index on catalog_relation (emitter);
create index on catalog_relation (source);
create index on catalog_relation (target);

-- What is wrong with the files as they are at present.
create table catalog_problem (
    id         bigint generated always as identity primary key,
    source_id  uuid    not null references catalog_source on delete cascade,
    file_id    uuid    references catalog_file on delete cascade,
    severity   text    not null,
    stage      text    not null,
    location   text    not null,
    document   integer not null,
    line       integer not null,
    col        integer not null,
    field      text    not null,
    ref        text collate "C",
    message    text    not null,
    found      text    not null,
    allowed    text    not null,
    remedy     text    not null
);
create index on catalog_problem (source_id, file_id);
create index on catalog_problem (ref) where ref is not null;

-- The few users that name the account they sign in with.
create index catalog_revision_accounts on catalog_revision (ref)
    where valid_to is null and json like '%"portico.dev/account"%';
create index on catalog_revision (ref, valid_from desc);
