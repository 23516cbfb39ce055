package dev.portico.specification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Invents policies and readers for a list of entities, with conditions about what occurs in them.
public final class RandomRights {

    private static final String READ = "catalog.entity.read";

    private final List<JsonNode> entities;
    private final Chance chance;

    /// @param entities as they are served
    public RandomRights(long seed, List<JsonNode> entities) {
        this.entities = List.copyOf(entities);
        this.chance = new Chance(seed);
    }

    /// Refs of users, each once; fewer where there are not so many.
    public List<String> readers(int count) {
        List<String> users = refs("user:");
        Set<String> readers = new HashSet<>();
        for (int i = 0; i < 20 * count && readers.size() < Math.min(count, users.size()); i++) {
            readers.add(chance.one(users));
        }
        return readers.stream().sorted().toList();
    }

    /// A few roles, for everyone, for groups and for users, some of them in one of two spaces.
    public Policy policy() {
        Map<String, Set<String>> spaces = new LinkedHashMap<>();
        spaces.put("east", new HashSet<>(chance.some(2, refs("group:"))));
        spaces.put("west", new HashSet<>(chance.some(2, refs("group:"))));
        List<Policy.Role> roles = new ArrayList<>();
        for (int i = 2 + chance.below(4); i > 0; i--) {
            Set<String> members = new HashSet<>(chance.some(3, refs("group:")));
            members.addAll(chance.some(3, refs("user:")));
            if (chance.of(0.5)) {
                members.add(Policy.EVERYONE);
            }
            List<Policy.Grant> grants = new ArrayList<>();
            for (int j = 1 + chance.below(3); j > 0; j--) {
                String permission = chance.one(READ, READ, "catalog.*", "*", "catalog.entity.delete");
                grants.add(new Policy.Grant(permission, chance.of(0.75), condition(3)));
            }
            roles.add(new Policy.Role("role-" + i, members, chance.of(0.2) ? chance.one("east", "west") : "", grants));
        }
        return new Policy(roles, spaces);
    }

    /// @param depth how deep the tree may be
    public Condition condition(int depth) {
        if (depth > 0 && chance.of(0.4)) {
            if (chance.of(0.3)) {
                return new Condition.Not(condition(depth - 1));
            }
            List<Condition> parts = new ArrayList<>();
            for (int i = chance.of(0.1) ? 0 : 1 + chance.below(3); i > 0; i--) {
                parts.add(condition(depth - 1));
            }
            return chance.of(0.5) ? new Condition.All(parts) : new Condition.Any(parts);
        }
        return rule();
    }

    private Condition rule() {
        JsonNode metadata = chance.one(entities).path("metadata");
        return switch (chance.below(13)) {
            case 0, 1 -> new Condition.OwnerIsMine();
            case 2 -> new Condition.OwnerIn(Set.copyOf(chance.some(3, refs("group:"))));
            case 3 ->
                new Condition.KindIn(
                        several(entity -> Json.lower(entity.path("kind").asString(""))));
            case 4 -> new Condition.NamespaceIn(several(RandomRights::namespace));
            case 5 -> new Condition.EntityIn(several(Json::ref));
            case 6 ->
                new Condition.TypeIn(
                        several(entity -> entity.path("spec").path("type").asString("none")));
            case 7 ->
                new Condition.LifecycleIn(
                        several(entity -> entity.path("spec").path("lifecycle").asString("none")));
            case 8 -> new Condition.TagHas(metadata.path("tags").path(0).asString("none"));
            case 9 -> {
                String label = key(metadata.path("labels"));
                yield new Condition.LabelHas(
                        label, values(metadata.path("labels").path(label)));
            }
            case 10 -> {
                String annotation = key(metadata.path("annotations"));
                yield new Condition.AnnotationHas(
                        annotation, values(metadata.path("annotations").path(annotation)));
            }
            case 11 -> {
                JsonNode spec = chance.one(entities).path("spec");
                String field = chance.one("type", "owner", "replicas", "public", "dependsOn", "runtime.Language");
                int dot = field.indexOf('.');
                JsonNode value = dot < 0
                        ? spec.path(field)
                        : spec.path(field.substring(0, dot)).path(field.substring(dot + 1));
                JsonNode said = value.isArray() ? value.path(0) : value;
                yield new Condition.SpecEquals(field, said.isMissingNode() ? "none" : Json.text(said));
            }
            default -> new Condition.SpaceIs(chance.one("east", "west"));
        };
    }

    private Set<String> several(Function<JsonNode, String> value) {
        Set<String> several = new HashSet<>();
        for (int i = 1 + chance.below(3); i > 0; i--) {
            several.add(value.apply(chance.one(entities)));
        }
        return several;
    }

    private String key(JsonNode keyed) {
        return keyed.isEmpty() ? "none" : chance.one(List.copyOf(keyed.propertyNames()));
    }

    private Set<String> values(JsonNode value) {
        return value.isMissingNode() || chance.of(0.3) ? Set.of() : Set.of(Json.text(value));
    }

    private List<String> refs(String prefix) {
        List<String> refs = entities.stream()
                .map(Json::ref)
                .filter(ref -> ref.startsWith(prefix))
                .toList();
        return refs.isEmpty() ? List.of(prefix + "default/nobody") : refs;
    }

    private static String namespace(JsonNode entity) {
        return Json.lower(entity.path("metadata").path("namespace").asString("default"));
    }
}
