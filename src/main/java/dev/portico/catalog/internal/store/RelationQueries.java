package dev.portico.catalog.internal.store;

import dev.portico.catalog.RelationType;
import dev.portico.kernel.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads relations as each end sees them, from the rows that hold them once.
@Component
public final class RelationQueries {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient database;

    RelationQueries(JdbcClient database) {
        this.database = database;
    }

    /// The relations of an entity in both directions, distinct, ordered by type and target.
    public Set<RelationRow> of(EntityRef ref) {
        return of(List.of(ref.toString())).getOrDefault(ref.toString(), Set.of());
    }

    /// The relations of entities in both directions, by ref, distinct and ordered by type and target.
    ///
    /// @param refs at most some thousand
    public Map<String, Set<RelationRow>> of(Collection<String> refs) {
        Map<String, Set<RelationRow>> relations = new HashMap<>();
        String[] all = refs.toArray(String[]::new);
        database.sql("""
                        select r.source, r.type, r.target, e.ref = r.source
                        from catalog_relation r join catalog_entity e on e.id = r.emitter
                        where r.source = any(?)""").param(all).query(row -> {
            RelationRow seen = new RelationRow(row.getString(2), row.getString(3), row.getBoolean(4));
            add(seen, relations.computeIfAbsent(row.getString(1), any -> new TreeSet<>()));
        });
        database.sql("""
                        select r.source, r.type, r.target, e.ref = r.target
                        from catalog_relation r join catalog_entity e on e.id = r.emitter
                        where r.target = any(?)""").param(all).query(row -> {
            String inverse = RelationType.named(row.getString(2)).inverse();
            RelationRow seen = new RelationRow(inverse, row.getString(1), row.getBoolean(4));
            add(seen, relations.computeIfAbsent(row.getString(3), any -> new TreeSet<>()));
        });
        return relations;
    }

    /// Of a relation that both ends state, the entity's own statement stays.
    private static void add(RelationRow seen, Set<RelationRow> relations) {
        if (seen.stated()) {
            relations.remove(seen);
        }
        relations.add(seen);
    }

    /// The groups that a user or group belongs to, with those above them. Above a group that is not there is nothing,
    /// whatever others say of it.
    public List<EntityRef> groupsAbove(EntityRef member) {
        return database.sql("""
                        with recursive above(ref) as (
                            select target from catalog_relation
                            where source = ? and type in ('memberOf', 'childOf')
                            union
                            select r.target from catalog_relation r join above a on r.source = a.ref
                            join catalog_entity e on e.ref = a.ref
                            where r.type = 'childOf')
                        select ref from above where ref like 'group:%'""")
                .param(member.toString())
                .query((row, number) -> EntityRef.parse(row.getString(1)))
                .list();
    }

    /// These groups with all groups below them. A group that is not there is below none, whatever others say of it.
    public Set<EntityRef> groupsBelow(Set<EntityRef> roots) {
        Set<EntityRef> groups = new LinkedHashSet<>(roots);
        database.sql("""
                        with recursive below(ref) as (
                            select unnest(?::text[]) collate "C"
                            union
                            select r.source from catalog_relation r join below b on r.target = b.ref
                            join catalog_entity e on e.ref = r.source
                            where r.type = 'childOf')
                        select ref from below""")
                .param(roots.stream().map(EntityRef::toString).toArray(String[]::new))
                .query(row -> {
                    groups.add(EntityRef.parse(row.getString(1)));
                });
        return groups;
    }

    /// The Users that an account may stand for, best first: those annotated with its name, then the one of that name.
    public List<EntityRef> usersOf(String account) {
        Set<EntityRef> users = new LinkedHashSet<>(annotatedUsers(account));
        database.sql("select ref from catalog_entity where ref = 'user:default/' || lower(?)")
                .param(account)
                .query(row -> {
                    users.add(EntityRef.parse(row.getString(1)));
                });
        return List.copyOf(users);
    }

    /// The database narrows by the text alone. What an entity says may be JSON that its own parser refuses, such as a
    /// character NUL, and one such entity must not keep anybody from signing in.
    private List<EntityRef> annotatedUsers(String account) {
        return database
                .sql("""
                        select ref, json from catalog_revision
                        where valid_to is null and ref like 'user:%' and json like '%"portico.dev/account"%'
                          and strpos(json, ?) > 0
                        order by ref""")
                .param(JSON.writeValueAsString(account))
                .query((row, number) -> names(row.getString(2), account) ? row.getString(1) : "")
                .list()
                .stream()
                .filter(ref -> !ref.isEmpty())
                .map(EntityRef::parse)
                .toList();
    }

    private static boolean names(String json, String account) {
        return JSON.readTree(json)
                .path("metadata")
                .path("annotations")
                .path("portico.dev/account")
                .asString("")
                .equals(account);
    }

    /// One relation as an entity sees it.
    ///
    /// @param stated whether the entity's own descriptor names the other end; else only that of the other end does,
    ///     and whoever may not read that one may not learn of the relation
    public record RelationRow(String type, String target, boolean stated) implements Comparable<RelationRow> {
        @Override
        public int compareTo(RelationRow other) {
            int byType = type.compareTo(other.type);
            return byType != 0 ? byType : target.compareTo(other.target);
        }
    }
}
