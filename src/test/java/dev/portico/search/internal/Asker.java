package dev.portico.search.internal;

import dev.portico.access.Condition;
import dev.portico.access.Rule;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A reader, and what the reader may read, said once for the portal and once for the oracle.
///
/// @param reader    who asks
/// @param condition what the portal's rights say; null where its built-in roles do
/// @param visible   the refs that the oracle says are visible
record Asker(Reader reader, @Nullable Condition condition, Set<String> visible) {

    private static final List<String> LABELS =
            List.of("tier", "example.com/Region", "a.b.c/x.y", "odd_Key", "portico.dev/visibility", "none", "Tier");
    private static final List<String> VALUES = List.of("", "1", "Gold", "gold", "public", "EU-West_1.a", "true", "x");

    /// A reader who is a user, with the groups that the oracle finds.
    static Reader user(String name, String user, Set<String> identities, Set<String> roles) {
        Set<EntityRef> groups = identities.stream()
                .filter(identity -> !identity.equals(user))
                .map(EntityRef::parse)
                .collect(Collectors.toSet());
        return new Reader(name, null, name, EntityRef.parse(user), groups, roles, null);
    }

    /// A reader whom nobody knows.
    static Reader stranger(String name, Set<String> roles, @Nullable Set<String> scopes) {
        return new Reader(name, null, name, null, Set.of(), roles, scopes);
    }

    /// A tree of conditions, as the oracle knows them.
    static dev.portico.specification.Condition tree(Random random, int depth) {
        if (depth > 0 && random.nextInt(100) < 55) {
            if (random.nextInt(4) == 0) {
                return new dev.portico.specification.Condition.Not(tree(random, depth - 1));
            }
            List<dev.portico.specification.Condition> parts = new ArrayList<>();
            for (int number = random.nextInt(4); number > 0; number--) {
                parts.add(tree(random, depth - 1));
            }
            return random.nextBoolean()
                    ? new dev.portico.specification.Condition.All(parts)
                    : new dev.portico.specification.Condition.Any(parts);
        }
        return random.nextInt(100) < 45
                ? new dev.portico.specification.Condition.OwnerIsMine()
                : new dev.portico.specification.Condition.LabelHas(
                        LABELS.get(random.nextInt(LABELS.size())), Set.of(VALUES.get(random.nextInt(VALUES.size()))));
    }

    /// The same tree, as the portal knows it.
    static Condition portal(dev.portico.specification.Condition condition) {
        return portal(condition, Map.of());
    }

    /// The same tree, as the portal knows it.
    ///
    /// @param owners for each space, the groups whose things belong to it
    static Condition portal(dev.portico.specification.Condition condition, Map<String, Set<String>> owners) {
        return switch (condition) {
            case dev.portico.specification.Condition.All all -> new Condition.AllOf(portal(all.parts(), owners));
            case dev.portico.specification.Condition.Any any -> new Condition.AnyOf(portal(any.parts(), owners));
            case dev.portico.specification.Condition.Not not -> new Condition.Not(portal(not.part(), owners));
            case dev.portico.specification.Condition.OwnerIsMine mine -> new Rule.OwnerIsMine();
            case dev.portico.specification.Condition.OwnerIn owner -> new Rule.SpaceIs("of these", owner.refs());
            case dev.portico.specification.Condition.KindIn kind -> new Rule.KindIn(kind.kinds());
            case dev.portico.specification.Condition.NamespaceIn namespace ->
                new Rule.NamespaceIn(namespace.namespaces());
            case dev.portico.specification.Condition.EntityIn entity -> new Rule.EntityIs(entity.refs());
            case dev.portico.specification.Condition.TypeIn type -> new Rule.TypeIn(type.types());
            case dev.portico.specification.Condition.LifecycleIn lifecycle ->
                new Rule.LifecycleIn(lifecycle.lifecycles());
            case dev.portico.specification.Condition.TagHas tag -> new Rule.TagHas(tag.tag());
            case dev.portico.specification.Condition.LabelHas label -> new Rule.LabelHas(label.label(), label.values());
            case dev.portico.specification.Condition.AnnotationHas annotation ->
                new Rule.AnnotationHas(annotation.annotation(), annotation.values());
            case dev.portico.specification.Condition.SpecEquals spec -> new Rule.SpecEquals(spec.field(), spec.value());
            case dev.portico.specification.Condition.SpaceIs space ->
                new Rule.SpaceIs(space.space(), owners.getOrDefault(space.space(), Set.of()));
        };
    }

    private static List<Condition> portal(
            List<dev.portico.specification.Condition> parts, Map<String, Set<String>> owners) {
        return parts.stream().map(part -> portal(part, owners)).toList();
    }
}
