package dev.portico.specification;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Says which entities a reader may see: data in, refs out. Deny by default; a denial that holds beats every allowance.
///
/// Entities are as they are served: owners are their relations `ownedBy`; who is in which group, and which group below
/// which, are the relations `memberOf` and `childOf`, that each end of a membership makes on both.
///
/// What else a reader may be told follows from that: [#seenBy] is the catalog of the visible entities alone.
public final class RightsOracle {

    private final List<JsonNode> entities;
    private final Policy policy;
    private final Map<String, JsonNode> byRef = new HashMap<>();

    public RightsOracle(List<JsonNode> entities, Policy policy) {
        this.entities = List.copyOf(entities);
        this.policy = policy;
        this.entities.forEach(entity -> byRef.put(Json.ref(entity), entity));
    }

    /// Refs of the entities for which a user has a permission, such as `catalog.entity.read`.
    public Set<String> visible(String user, String permission) {
        Set<String> identities = identities(user);
        return entities.stream()
                .filter(entity -> allowed(entity, identities, permission))
                .map(Json::ref)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The catalog as a user sees it: what counts, facets and pages may tell.
    public CatalogModel seenBy(String user, String permission, LongValues longValues) {
        Set<String> visible = visible(user, permission);
        return new CatalogModel(
                entities.stream()
                        .filter(entity -> visible.contains(Json.ref(entity)))
                        .map(entity -> Statements.seen(entity, visible))
                        .toList(),
                longValues);
    }

    /// Refs of the entities that meet a condition, seen by a user.
    public Set<String> matching(String user, Condition condition) {
        Set<String> identities = identities(user);
        return entities.stream()
                .filter(entity -> holds(condition, entity, identities))
                .map(Json::ref)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The user, the user's groups, and all groups above those; a group that is its own ancestor does no harm.
    public Set<String> identities(String user) {
        Set<String> identities = new LinkedHashSet<>(Set.of(user));
        if (byRef.containsKey(user)) {
            identities.addAll(withAncestors(targets(user, "memberOf")));
        }
        return identities;
    }

    private Set<String> withAncestors(Collection<String> groups) {
        Set<String> all = new LinkedHashSet<>(groups);
        Deque<String> left = new ArrayDeque<>(all);
        while (!left.isEmpty()) {
            targets(left.removeFirst(), "childOf").stream().filter(all::add).forEach(left::addLast);
        }
        return all;
    }

    private Set<String> targets(String ref, String type) {
        JsonNode entity = byRef.get(ref);
        return entity == null ? Set.of() : targets(entity, type);
    }

    private static Set<String> targets(JsonNode entity, String type) {
        Set<String> targets = new LinkedHashSet<>();
        for (JsonNode relation : entity.path("relations")) {
            if (relation.path("type").asString("").equals(type)) {
                targets.add(relation.path("targetRef").asString(""));
            }
        }
        return targets;
    }

    private boolean allowed(JsonNode entity, Set<String> identities, String permission) {
        boolean allowed = false;
        for (Policy.Role role : policy.roles()) {
            boolean member = role.members().contains(Policy.EVERYONE)
                    || role.members().stream().anyMatch(identities::contains);
            boolean here = role.space().isEmpty() || inSpace(entity, role.space());
            for (Policy.Grant grant : role.grants()) {
                if (member && here && covers(grant, permission) && holds(grant.where(), entity, identities)) {
                    if (!grant.allow()) {
                        return false;
                    }
                    allowed = true;
                }
            }
        }
        return allowed;
    }

    private static boolean covers(Policy.Grant grant, String permission) {
        String pattern = grant.permission();
        return pattern.endsWith("*")
                ? permission.startsWith(pattern.substring(0, pattern.length() - 1))
                : permission.equals(pattern);
    }

    private boolean holds(Condition condition, JsonNode entity, Set<String> identities) {
        JsonNode metadata = entity.path("metadata");
        JsonNode spec = entity.path("spec");
        return switch (condition) {
            case Condition.All(List<Condition> parts) ->
                parts.stream().allMatch(part -> holds(part, entity, identities));
            case Condition.Any(List<Condition> parts) ->
                parts.stream().anyMatch(part -> holds(part, entity, identities));
            case Condition.Not(Condition part) -> !holds(part, entity, identities);
            case Condition.OwnerIsMine() -> targets(entity, "ownedBy").stream().anyMatch(identities::contains);
            case Condition.OwnerIn(Set<String> refs) ->
                targets(entity, "ownedBy").stream().anyMatch(refs::contains);
            case Condition.KindIn(Set<String> kinds) ->
                kinds.contains(Json.lower(entity.path("kind").asString("")));
            case Condition.NamespaceIn(Set<String> namespaces) ->
                namespaces.contains(Json.lower(metadata.path("namespace").asString("default")));
            case Condition.EntityIn(Set<String> refs) -> refs.contains(Json.ref(entity));
            case Condition.TypeIn(Set<String> types) -> isOne(spec.path("type"), types);
            case Condition.LifecycleIn(Set<String> lifecycles) -> isOne(spec.path("lifecycle"), lifecycles);
            case Condition.TagHas(String tag) ->
                Json.stringList(metadata.path("tags"), "tags").contains(tag);
            case Condition.LabelHas(String label, Set<String> values) ->
                has(metadata.path("labels").path(label), values);
            case Condition.AnnotationHas(String annotation, Set<String> values) ->
                has(metadata.path("annotations").path(annotation), values);
            case Condition.SpecEquals(String field, String value) ->
                texts(spec, field).contains(value);
            case Condition.SpaceIs(String space) -> inSpace(entity, space);
        };
    }

    private static boolean isOne(JsonNode value, Set<String> values) {
        return value.isValueNode() && !value.isNull() && values.contains(Json.text(value));
    }

    /// What a field says, and what is said in the lists in it; of inner fields where dots join their names.
    private static Set<String> texts(JsonNode node, String field) {
        Set<String> texts = new TreeSet<>();
        if (node.isArray()) {
            node.forEach(item -> texts.addAll(texts(item, field)));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> {
                if (field.equals(entry.getKey())) {
                    said(entry.getValue(), texts);
                } else if (field.startsWith(entry.getKey() + ".")) {
                    texts.addAll(texts(
                            entry.getValue(), field.substring(entry.getKey().length() + 1)));
                }
            });
        }
        return texts;
    }

    private static void said(JsonNode value, Set<String> texts) {
        if (value.isArray()) {
            value.forEach(item -> said(item, texts));
        } else if (value.isValueNode() && !value.isNull()) {
            texts.add(Json.text(value));
        }
    }

    private static boolean has(JsonNode value, Set<String> values) {
        return !value.isMissingNode() && (values.isEmpty() || isOne(value, values));
    }

    /// Whether an owner is a root group of the space, or a group below one.
    private boolean inSpace(JsonNode entity, String space) {
        Set<String> roots = policy.spaces().getOrDefault(space, Set.of());
        return withAncestors(targets(entity, "ownedBy")).stream().anyMatch(roots::contains);
    }
}
