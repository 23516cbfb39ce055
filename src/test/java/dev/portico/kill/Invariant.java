package dev.portico.kill;

import dev.portico.kill.Finding.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What holds of the tables at every moment, whatever was done to them. Each is a query for what breaks it.
///
/// PostgreSQL notes in each row which transaction wrote it (`xmin`). Rows that belong together have to name the
/// same one: that is what makes it impossible to find one of them without the other. Relations that stay as they are
/// are not written again with their entity, so that these are compared with what it states.
enum Invariant {
    ONE_ENTITY_A_REF(Kind.DOUBLED, "refs that more than one entity has", """
            select ref from catalog_entity group by ref having count(*) > 1"""),
    ONE_PRESENT_REVISION(Kind.HALF_DONE, "entities without exactly one present revision of their hash", """
            select e.ref from catalog_entity e
            left join catalog_revision r on r.entity_id = e.id and r.valid_to is null
            group by e.id, e.ref, e.hash having count(r.hash) <> 1 or min(r.hash) <> e.hash"""),
    NO_PRESENT_WITHOUT_ENTITY(Kind.HALF_DONE, "present revisions of entities that are gone", """
            select r.ref from catalog_revision r
            where r.valid_to is null
              and not exists (select from catalog_entity e where e.id = r.entity_id and e.ref = r.ref)"""),
    REVISIONS_WITHOUT_GAP(Kind.HALF_DONE, "entities whose revisions do not follow one another", """
            select distinct ref from (
                select ref, valid_from, valid_to,
                    lead(valid_from) over (partition by entity_id order by valid_from) as next
                from catalog_revision) r
            where (next is not null and valid_to is distinct from next) or valid_to <= valid_from"""),
    REVISIONS_WITHOUT_OVERLAP(Kind.DOUBLED, "refs with two revisions of the same moment", """
            select distinct ref from (
                select ref, valid_to, lead(valid_from) over (partition by ref order by valid_from) as next
                from catalog_revision) r
            where next is not null and (valid_to is null or valid_to > next)"""),
    FILE_OF_ITS_SOURCE(Kind.HALF_DONE, "entities whose file belongs to another source", """
            select e.ref from catalog_entity e join catalog_file f on f.id = e.file_id
            where f.source_id <> e.source_id"""),
    ENTITY_WITH_ITS_REVISION(Kind.TORN, "entities that another transaction wrote than their present revision", """
            select e.ref from catalog_entity e
            join catalog_revision r on r.entity_id = e.id and r.valid_to is null
            where e.xmin::text <> r.xmin::text"""),
    RELATIONS_AS_THEIR_ENTITY_STATES(Kind.HALF_DONE, "entities whose relations are not those that they state", """
            with present as (
                select e.id, case when pg_input_is_valid(r.json, 'jsonb') then r.json::jsonb -> 'spec' end as spec
                from catalog_entity e join catalog_revision r on r.entity_id = e.id and r.valid_to is null),
            stated as (
                select id, 'ownedBy group:default/' || (spec ->> 'owner') as relation from present
                union
                select id, 'dependsOn ' || target
                from present, jsonb_array_elements_text(
                    case jsonb_typeof(spec -> 'dependsOn') when 'array' then spec -> 'dependsOn' else '[]' end) target),
            held as (select emitter as id, type || ' ' || target as relation from catalog_relation)
            select distinct e.ref from catalog_entity e join (
                (select * from stated except all select * from held)
                union all
                (select * from held except all select * from stated)) other on other.id = e.id"""),
    RELATIONS_WITH_AN_AUDIT_ROW(Kind.TORN, "entities with relations that no audited transaction wrote", """
            select distinct e.ref from catalog_relation r join catalog_entity e on e.id = r.emitter
            where not exists (select from audit_entry a where a.xmin::text = r.xmin::text)"""),
    CHANGE_WITH_ITS_FEED_ROW(Kind.HALF_DONE, "changes that no feed row of their transaction names", """
            select r.ref from catalog_revision r
            left join (
                select distinct xmin::text as xact, unnest(keys) collate "C" as ref from changes_feed
                where topic = 'catalog.entities') f on f.xact = r.xmin::text and f.ref = r.ref
            where f.ref is null"""),
    CHANGE_WITH_ITS_AUDIT_ROW(Kind.HALF_DONE, "transactions that changed entities without exactly one audit row", """
            select min(r.ref) from (select xmin::text as xact, min(ref) as ref from catalog_revision group by 1) r
            left join audit_entry a on a.xmin::text = r.xact and a.action <> 'catalog.source.register'
            group by r.xact having count(a.id) <> 1"""),
    FEED_ROW_WITH_ITS_AUDIT_ROW(Kind.HALF_DONE, "feed rows of transactions without exactly one audit row", """
            select min(f.keys[1]) from changes_feed f
            left join audit_entry a on a.xmin::text = f.xmin::text and a.action <> 'catalog.source.register'
            where f.topic = 'catalog.entities'
            group by f.seq having count(a.id) <> 1"""),
    RUN_WITH_ITS_FEED_ROW(Kind.HALF_DONE, "audit rows of runs without the feed row of their transaction", """
            select a.thing_id from audit_entry a
            where a.action = 'catalog.source.run'
              and not exists (select from changes_feed f
                  where f.topic = 'catalog.entities' and f.xmin::text = a.xmin::text)""");

    private static final int SHOWN = 4;

    private final Kind kind;
    private final String broken;
    private final String query;

    Invariant(Kind kind, String broken, String query) {
        this.kind = kind;
        this.broken = broken;
        this.query = query;
    }

    /// What breaks one of them; empty where all hold.
    static List<Finding> broken(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (Invariant invariant : values()) {
            List<String> offenders = invariant.offenders(connection);
            if (!offenders.isEmpty()) {
                List<String> first = offenders.subList(0, Math.min(SHOWN, offenders.size()));
                findings.add(new Finding(
                        invariant.kind,
                        invariant.name() + ": " + offenders.size() + " " + invariant.broken + ", such as " + first));
            }
        }
        return findings;
    }

    private List<String> offenders(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> offenders = new ArrayList<>();
            while (rows.next()) {
                offenders.add(rows.getString(1));
            }
            return offenders;
        }
    }
}
