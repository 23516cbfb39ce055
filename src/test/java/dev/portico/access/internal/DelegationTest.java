package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.access.Rule;
import dev.portico.access.Scope;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Promise: whatever delegated admins do with roles, one after the other, nobody may something afterwards that the one
/// who did it could not have done in the same place. Whether rights were gained is asked of decisions, and never of
/// what guards the changes.
final class DelegationTest {

    private static final int SEQUENCES = Boolean.getBoolean("portico.long") ? 100_000 : 1_000;
    private static final int STEPS = 8;
    private static final long SEED = Long.getLong("portico.delegation.seed", 20261122);
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
    private static final List<String> PATTERNS = List.of(
            "catalog.entity.read",
            "catalog.entity.delete",
            "catalog.entity.*",
            "catalog.*",
            "secrets.secret.manage",
            "*.*.read",
            "*");
    private static final List<Permission> PERMISSIONS = List.of(
            permission("catalog.entity.read"),
            permission("catalog.entity.delete"),
            permission("secrets.secret.manage"),
            permission("audit.entry.read"));
    private static final Map<String, Set<String>> SPACES =
            Map.of("east", Set.of("group:default/rail"), "west", Set.of("group:default/bus", "group:default/tram"));
    private static final List<Thing> THINGS = List.of(
            new Entity("component", "group:default/rail", "public"),
            new Entity("component", "group:default/bus", ""),
            new Entity("api", "group:default/tram", "public"),
            new Entity("api", "user:default/ann", ""),
            new Entity("group", "user:default/bo", ""));
    private static final List<Reader> PEOPLE =
            List.of(person("ann", "rail"), person("bo", "bus"), person("cy", "tram"), person("di", "rail"));

    private int done;
    private int refused;
    private int gained;

    @Test
    void nobody_gains_what_whoever_gave_it_did_not_hold() {
        Random random = new Random(SEED);
        for (int number = 0; number < SEQUENCES; number++) {
            sequence(random, number);
        }
        assertThat(done).as("changes that were allowed").isGreaterThan(SEQUENCES / 2);
        assertThat(refused).as("changes that were refused").isGreaterThan(SEQUENCES);
        assertThat(gained).as("rights that were gained").isGreaterThan(SEQUENCES / 10);
    }

    private void sequence(Random random, int number) {
        Map<String, Role> roles = new TreeMap<>();
        NAMES.forEach(name -> roles.put(name, role(random, name, List.of())));
        Map<String, Set<String>> own = new TreeMap<>();
        PEOPLE.forEach(
                person -> own.put(person.subject(), Set.copyOf(List.of(one(random, NAMES), one(random, NAMES)))));
        for (int step = 0; step < STEPS; step++) {
            Reader actor = one(random, PEOPLE);
            Map<String, Role> next = new TreeMap<>(roles);
            Map<String, Set<String>> nextOwn = new TreeMap<>(own);
            Evaluator before = TestPolicy.of(roles.values(), SPACES);
            boolean allowed;
            if (random.nextInt(4) == 0) {
                Reader other = one(random, PEOPLE);
                String given = one(random, NAMES);
                nextOwn.put(other.subject(), random.nextBoolean() ? Set.of(given) : Set.of());
                allowed = List.of(nextOwn, own).stream()
                        .flatMap(all -> all.getOrDefault(other.subject(), Set.of()).stream())
                        .allMatch(role -> covers(before, with(actor, own), role));
            } else {
                edit(random, next);
                allowed = Holdings.uncovered(
                                before, with(actor, own), new PolicyChange(roles.values(), next.values()).touched())
                        .isEmpty();
            }
            if (!allowed) {
                refused++;
                continue;
            }
            done++;
            Evaluator after = TestPolicy.of(next.values(), SPACES);
            for (Reader person : PEOPLE) {
                compare(before, with(person, own), after, with(person, nextOwn), with(actor, own), number);
            }
            roles.clear();
            roles.putAll(next);
            own.putAll(nextOwn);
        }
    }

    private void compare(Evaluator before, Reader was, Evaluator after, Reader is, Reader actor, int number) {
        for (Permission permission : PERMISSIONS) {
            for (Thing thing : THINGS) {
                if (after.decide(is, permission, thing).allowed()
                        && !before.decide(was, permission, thing).allowed()) {
                    gained++;
                    assertThat(held(before, actor, was, permission, thing))
                            .as("sequence %s: %s gained %s on %s by %s", number, is, permission.name(), thing, actor)
                            .isTrue();
                }
            }
        }
    }

    /// Whether the rights of one would allow it in the place of another, whose things are then the own ones.
    private static boolean held(Evaluator policy, Reader one, Reader place, Permission permission, Thing thing) {
        Set<String> roles = policy.roles().held(one, policy.now());
        return switch (policy.roles().rights(roles, permission).scope()) {
            case Scope.All all -> true;
            case Scope.None none -> false;
            case Scope.Where where ->
                policy.spaces().bound(where.condition(), true).holds(place, thing);
        };
    }

    private static boolean covers(Evaluator policy, Reader reader, String role) {
        return Holdings.uncovered(
                        policy,
                        reader,
                        policy.roles().grants(role).stream()
                                .map(HeldGrant::effective)
                                .toList())
                .isEmpty();
    }

    private static void edit(Random random, Map<String, Role> roles) {
        String name = one(random, NAMES);
        Role role = roles.get(name);
        switch (random.nextInt(5)) {
            case 0 -> roles.put(name, role(random, name, role == null ? List.of() : role.grants()));
            case 1 -> roles.remove(name);
            case 2 -> {
                if (role != null && !role.grants().isEmpty()) {
                    List<Grant> fewer = new ArrayList<>(role.grants());
                    fewer.remove(random.nextInt(fewer.size()));
                    roles.put(name, role.granting(fewer));
                }
            }
            case 3 -> {
                if (role != null) {
                    roles.put(name, role.heldBy(random.nextBoolean() ? List.of() : members(random)));
                }
            }
            default -> {
                if (role != null) {
                    List<Grant> more = new ArrayList<>(role.grants());
                    more.add(grant(random));
                    roles.put(name, role.granting(more));
                }
            }
        }
    }

    /// Inclusion goes from earlier names to later ones, so that it never goes in a circle.
    private static Role role(Random random, String name, List<Grant> grants) {
        List<Grant> all = new ArrayList<>(grants);
        for (int more = random.nextInt(3); more > 0; more--) {
            all.add(grant(random));
        }
        List<String> later = NAMES.subList(NAMES.indexOf(name) + 1, NAMES.size());
        Set<String> includes = !later.isEmpty() && random.nextInt(3) == 0 ? Set.of(one(random, later)) : Set.of();
        @Nullable String space = random.nextInt(4) == 0 ? one(random, List.of("east", "west", "gone")) : null;
        return new Role(name, "", includes, space, random.nextBoolean() ? members(random) : List.of(), all);
    }

    private static List<RoleMember> members(Random random) {
        return List.of(one(
                random,
                List.of(
                        new RoleMember(RoleMember.Kind.EVERYONE, "", null),
                        new RoleMember(RoleMember.Kind.USER, "user:default/ann", null),
                        new RoleMember(RoleMember.Kind.GROUP, "group:default/bus", null),
                        new RoleMember(RoleMember.Kind.GROUP, "group:default/rail", TestPolicy.NOW.plusSeconds(9)))));
    }

    private static Grant grant(Random random) {
        Grant.Effect effect = random.nextInt(4) == 0 ? Grant.Effect.DENY : Grant.Effect.ALLOW;
        Condition condition = random.nextBoolean() ? Condition.always() : condition(random, 2);
        return new Grant(effect, one(random, PATTERNS), condition);
    }

    private static Condition condition(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            List<Condition> parts = List.of(condition(random, depth - 1), condition(random, depth - 1));
            return switch (random.nextInt(3)) {
                case 0 -> new Condition.AllOf(parts);
                case 1 -> new Condition.AnyOf(parts);
                default -> new Condition.Not(parts.getFirst());
            };
        }
        return one(
                random,
                List.of(
                        new Rule.OwnerIsMine(),
                        new Rule.KindIn(Set.of("api")),
                        new Rule.KindIn(Set.of("api", "component")),
                        new Rule.LabelHas("visibility", Set.of()),
                        new Rule.LabelHas("visibility", Set.of("public")),
                        new Rule.SpaceIs("east"),
                        new Rule.SpaceIs("gone")));
    }

    private static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Permission permission(String name) {
        return new Permission(name, "thing", "Does something.");
    }

    private static Reader person(String name, String group) {
        return new Reader(
                "account:" + name,
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                EntityRef.parse("user:default/" + name),
                Set.of(EntityRef.parse("group:default/" + group)),
                Set.of(),
                null);
    }

    private static Reader with(Reader person, Map<String, Set<String>> roles) {
        return new Reader(
                person.subject(),
                person.account(),
                person.name(),
                person.user(),
                person.groups(),
                roles.getOrDefault(person.subject(), Set.of()),
                null);
    }

    private record Entity(String kind, String owner, String visibility) implements Thing {
        @Override
        public String type() {
            return "thing";
        }

        @Override
        public String id() {
            return kind + " of " + owner;
        }

        @Override
        public Collection<String> values(String path) {
            return switch (path) {
                case Rule.KIND -> List.of(kind);
                case Rule.OWNERS -> List.of(owner);
                case "metadata.labels.visibility" -> visibility.isEmpty() ? List.of() : List.of(visibility);
                default -> List.of();
            };
        }
    }
}
