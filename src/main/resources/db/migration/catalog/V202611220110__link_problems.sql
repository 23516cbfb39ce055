-- What is wrong with relations, which depends on other entities than the one that states them: kept up by one job.
-- No foreign keys: a row that outlives its entity for a moment is passed over, and no run of a source waits for it.
create table catalog_link_problem (
    ref    text not null collate "C",
    -- MISSING: the other end is not in the catalog; CIRCLE: the relation leads back to the entity
    kind   text not null,
    -- the relation as the entity states it, such as dependsOn or hasMember
    type   text not null,
    -- the missing end, or the circle's entities in order, this one first, with spaces between them
    others text not null collate "C",
    primary key (ref, kind, type, others)
);
