package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Rule;
import dev.portico.access.spaces.SpaceContents;
import dev.portico.kernel.EntityRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Knows who owns what is in a space, at most half a second old, and fills it into conditions.
@Component
final class SpaceOwners implements Evaluator.Spacing {

    private static final Condition EVERYTHING = Condition.always();
    private static final Condition NOTHING = new Condition.AnyOf(List.of());

    private final JdbcClient jdbc;
    private final ObjectProvider<SpaceContents> contents;
    private final FreshCache<String, Optional<Set<String>>> cache = new FreshCache<>(this::read);

    SpaceOwners(JdbcClient jdbc, ObjectProvider<SpaceContents> contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    void forgetAll() {
        cache.forgetAll();
    }

    /// Refs of the groups whose things belong to the space; empty where there is no such space.
    Optional<Set<String>> of(String space) {
        return cache.value(space);
    }

    @Override
    public Condition bound(Condition condition, boolean allows) {
        return switch (condition) {
            case Condition.AllOf all -> new Condition.AllOf(bound(all.parts(), allows));
            case Condition.AnyOf any -> new Condition.AnyOf(bound(any.parts(), allows));
            case Condition.Not not -> new Condition.Not(bound(not.part(), !allows));
            case Rule.SpaceIs space ->
                cache.value(space.space())
                        .<Condition>map(owners -> new Rule.SpaceIs(space.space(), owners))
                        .orElse(allows ? NOTHING : EVERYTHING);
            case Rule rule -> rule;
        };
    }

    private List<Condition> bound(List<Condition> parts, boolean allows) {
        return parts.stream().map(part -> bound(part, allows)).toList();
    }

    private Optional<Set<String>> read(String space) {
        return jdbc.sql("SELECT groups FROM access_space WHERE name = ?")
                .param(space)
                .query((row, number) -> (String[]) row.getArray(1).getArray())
                .optional()
                .map(this::owners);
    }

    private Set<String> owners(String[] groups) {
        Set<EntityRef> roots = Arrays.stream(groups).map(EntityRef::parse).collect(Collectors.toSet());
        SpaceContents below = contents.getIfAvailable();
        return (below == null ? roots : below.withGroupsBelow(roots))
                .stream().map(EntityRef::toString).collect(Collectors.toUnmodifiableSet());
    }
}
