-- Titles and references are as long as descriptors make them; a B-tree takes 2,704 bytes.
-- Lists are answered by search, so that nobody looks for titles here; references are looked for by equality only.
drop index catalog_entity_lower_lower1_idx;
drop index catalog_entity_owner_idx;
create index on catalog_entity using hash (owner);
drop index catalog_relation_target_idx;
create index on catalog_relation using hash (target);
-- Likewise what a warning names: a long reference, or the many entities of a circle.
alter table catalog_link_problem drop constraint catalog_link_problem_pkey;
create index on catalog_link_problem (ref);
