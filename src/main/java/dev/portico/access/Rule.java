package dev.portico.access;

import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Thing;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One question about a thing. Kinds, namespaces and refs are compared whatever their case, everything else as written;
/// where a thing has several values, one that fits will do.
public sealed interface Rule extends Condition {

    String KIND = "kind";
    String NAMESPACE = "metadata.namespace";
    String TAGS = "metadata.tags";
    String LABELS = "metadata.labels.";
    String ANNOTATIONS = "metadata.annotations.";
    String SPEC = "spec.";
    String OWNERS = "relations.ownedBy";

    /// What is asked of a thing in the name of this reader.
    Wanted wanted(Reader reader);

    /// What it says where it has to be false, in words that fit behind "where".
    String negated();

    @Override
    default boolean holds(Reader reader, Thing thing) {
        return wanted(reader).in(thing);
    }

    /// The reader, or one of the reader's groups, owns the thing.
    record OwnerIsMine() implements Rule {
        @Override
        public Wanted wanted(Reader reader) {
            Set<String> mine = new HashSet<>();
            EntityRef user = reader.user();
            if (user != null) {
                mine.add(user.toString());
            }
            reader.groups().forEach(group -> mine.add(group.toString()));
            return Wanted.exact(OWNERS, mine);
        }

        @Override
        public String words() {
            return "its owner is you or one of your groups";
        }

        @Override
        public String negated() {
            return "its owner is neither you nor one of your groups";
        }
    }

    /// The thing's kind is one of these.
    record KindIn(Set<String> kinds) implements Rule {
        public KindIn {
            kinds = folded(kinds);
        }

        @Override
        public Wanted wanted(Reader reader) {
            return Wanted.folded(KIND, kinds);
        }

        @Override
        public String words() {
            return "its kind is " + oneOf(kinds);
        }

        @Override
        public String negated() {
            return "its kind is " + noneOf(kinds);
        }
    }

    /// The thing's namespace is one of these.
    record NamespaceIn(Set<String> namespaces) implements Rule {
        public NamespaceIn {
            namespaces = folded(namespaces);
        }

        @Override
        public Wanted wanted(Reader reader) {
            return Wanted.folded(NAMESPACE, namespaces);
        }

        @Override
        public String words() {
            return "its namespace is " + oneOf(namespaces);
        }

        @Override
        public String negated() {
            return "its namespace is " + noneOf(namespaces);
        }
    }

    /// The thing is one of these, by its ref or id.
    record EntityIs(Set<String> ids) implements Rule {
        public EntityIs {
            ids = folded(ids);
        }

        @Override
        public Wanted wanted(Reader reader) {
            return Wanted.id(ids);
        }

        @Override
        public String words() {
            return "it is " + oneOf(ids);
        }

        @Override
        public String negated() {
            return "it is " + noneOf(ids);
        }
    }

    /// The thing's type is one of these.
    record TypeIn(Set<String> types) implements Rule {
        public TypeIn {
            types = Set.copyOf(types);
        }

        @Override
        public Wanted wanted(Reader reader) {
            return Wanted.exact(SPEC + "type", types);
        }

        @Override
        public String words() {
            return "its type is " + oneOf(types);
        }

        @Override
        public String negated() {
            return "its type is " + noneOf(types);
        }
    }

    /// The thing's lifecycle is one of these.
    record LifecycleIn(Set<String> lifecycles) implements Rule {
        public LifecycleIn {
            lifecycles = Set.copyOf(lifecycles);
        }

        @Override
        public Wanted wanted(Reader reader) {
            return Wanted.exact(SPEC + "lifecycle", lifecycles);
        }

        @Override
        public String words() {
            return "its lifecycle is " + oneOf(lifecycles);
        }

        @Override
        public String negated() {
            return "its lifecycle is " + noneOf(lifecycles);
        }
    }

    /// The thing carries the tag.
    record TagHas(String tag) implements Rule {
        @Override
        public Wanted wanted(Reader reader) {
            return Wanted.exact(TAGS, Set.of(tag));
        }

        @Override
        public String words() {
            return "it has the tag " + tag;
        }

        @Override
        public String negated() {
            return "it does not have the tag " + tag;
        }
    }

    /// The thing carries the label, with one of the values; with any where none is named.
    record LabelHas(String label, Set<String> values) implements Rule {
        public LabelHas {
            values = Set.copyOf(values);
        }

        @Override
        public Wanted wanted(Reader reader) {
            return anyOf(LABELS + label, values);
        }

        @Override
        public String words() {
            return values.isEmpty() ? "it has the label " + label : "its label " + label + " is " + oneOf(values);
        }

        @Override
        public String negated() {
            return values.isEmpty()
                    ? "it does not have the label " + label
                    : "its label " + label + " is " + noneOf(values);
        }
    }

    /// The thing carries the annotation, with one of the values; with any where none is named.
    record AnnotationHas(String annotation, Set<String> values) implements Rule {
        public AnnotationHas {
            values = Set.copyOf(values);
        }

        @Override
        public Wanted wanted(Reader reader) {
            return anyOf(ANNOTATIONS + annotation, values);
        }

        @Override
        public String words() {
            return values.isEmpty()
                    ? "it has the annotation " + annotation
                    : "its annotation " + annotation + " is " + oneOf(values);
        }

        @Override
        public String negated() {
            return values.isEmpty()
                    ? "it does not have the annotation " + annotation
                    : "its annotation " + annotation + " is " + noneOf(values);
        }
    }

    /// A field of the thing's spec is that text, or a number or boolean that reads so, or a list that has it.
    ///
    /// @param field below `spec`, the names of inner fields joined by dots
    record SpecEquals(String field, String value) implements Rule {
        @Override
        public Wanted wanted(Reader reader) {
            return Wanted.exact(SPEC + field, Set.of(value));
        }

        @Override
        public String words() {
            return "its " + SPEC + field + " is " + value;
        }

        @Override
        public String negated() {
            return "its " + SPEC + field + " is not " + value;
        }
    }

    /// The thing belongs to the space: a root group of the space owns it, or a group below one.
    ///
    /// A policy names the space alone; who owns what is in it is filled in before the rule is asked.
    ///
    /// @param owners refs of all those groups; null where they are not filled in yet
    record SpaceIs(String space, @Nullable Set<String> owners) implements Rule {

        /// What stands among the owners of a thing that belongs to a space by itself. No entity has such a ref.
        public static final String OF_SPACE = "space:";

        public SpaceIs {
            owners = owners == null ? null : Set.copyOf(owners);
        }

        /// As a policy has it.
        public SpaceIs(String space) {
            this(space, null);
        }

        @Override
        public Wanted wanted(Reader reader) {
            if (owners == null) {
                throw new IllegalStateException("Nobody looked up what belongs to the space " + space);
            }
            Set<String> all = new HashSet<>(owners);
            all.add(OF_SPACE + space);
            return Wanted.exact(OWNERS, all);
        }

        @Override
        public String words() {
            return "it belongs to the space " + space;
        }

        @Override
        public String negated() {
            return "it does not belong to the space " + space;
        }
    }

    private static Wanted anyOf(String path, Set<String> values) {
        return values.isEmpty() ? Wanted.present(path) : Wanted.exact(path, values);
    }

    private static Set<String> folded(Set<String> values) {
        return values.stream().map(Wanted::folded).collect(Collectors.toUnmodifiableSet());
    }

    private static String noneOf(Set<String> values) {
        return switch (values.size()) {
            case 0 -> "anything";
            case 1 -> "not " + values.iterator().next();
            default -> "neither " + String.join(" nor ", new TreeSet<>(values));
        };
    }

    private static String oneOf(Set<String> values) {
        return values.isEmpty() ? "nothing at all" : String.join(" or ", new TreeSet<>(values));
    }
}
