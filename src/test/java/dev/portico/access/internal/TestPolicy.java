package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Policies for tests without a database.
final class TestPolicy {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private TestPolicy() {}

    static Evaluator of(Role... roles) {
        return of(List.of(roles), Map.of());
    }

    /// @param spaces for each space, the refs of the groups whose things belong to it
    static Evaluator of(Collection<Role> roles, Map<String, Set<String>> spaces) {
        return new Evaluator(7, new RoleSet(roles), NOW, (condition, allows) -> bound(condition, allows, spaces));
    }

    static Role role(String name, Grant... grants) {
        return new Role(name, "For tests.", Set.of(), null, List.of(), List.of(grants));
    }

    static Role including(Role role, String... names) {
        return new Role(role.name(), "For tests.", Set.of(names), role.space(), role.members(), role.grants());
    }

    static Role in(String space, Role role) {
        return new Role(role.name(), "For tests.", role.includes(), space, role.members(), role.grants());
    }

    static RoleMember member(RoleMember.Kind kind, String name) {
        return new RoleMember(kind, name, null);
    }

    /// Jane, who is in the group payments.
    static Reader jane(String... roles) {
        return new Reader(
                "account:jane",
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                "Jane",
                EntityRef.parse("user:default/jane"),
                Set.of(EntityRef.parse("group:default/payments")),
                Set.of(roles),
                null);
    }

    private static Condition bound(Condition condition, boolean allows, Map<String, Set<String>> spaces) {
        return switch (condition) {
            case Condition.AllOf all ->
                new Condition.AllOf(all.parts().stream()
                        .map(part -> bound(part, allows, spaces))
                        .toList());
            case Condition.AnyOf any ->
                new Condition.AnyOf(any.parts().stream()
                        .map(part -> bound(part, allows, spaces))
                        .toList());
            case Condition.Not not -> new Condition.Not(bound(not.part(), !allows, spaces));
            case Rule.SpaceIs space -> {
                Set<String> owners = spaces.get(space.space());
                Condition unknown = allows ? new Condition.AnyOf(List.of()) : Condition.always();
                yield owners == null ? unknown : new Rule.SpaceIs(space.space(), owners);
            }
            case Rule rule -> rule;
        };
    }
}
