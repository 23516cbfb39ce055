package dev.portico.specification;

import java.util.List;
import java.util.Set;

/// A condition on an entity, as data: what a grant may be tied to.
///
/// Refs, kinds and namespaces are in lower case. Types, lifecycles, tags, labels, annotations and values of `spec` are
/// compared exactly, since nothing says otherwise.
public sealed interface Condition {

    /// Holds where every part does; no part at all holds.
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// Holds where some part does; no part at all does not.
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    /// An owner is the reader, a group of the reader, or a group above those.
    record OwnerIsMine() implements Condition {}

    /// An owner is one of these, by its own ref: what a group below owns is not meant.
    record OwnerIn(Set<String> refs) implements Condition {
        public OwnerIn {
            refs = Set.copyOf(refs);
        }
    }

    record KindIn(Set<String> kinds) implements Condition {
        public KindIn {
            kinds = Set.copyOf(kinds);
        }
    }

    record NamespaceIn(Set<String> namespaces) implements Condition {
        public NamespaceIn {
            namespaces = Set.copyOf(namespaces);
        }
    }

    record EntityIn(Set<String> refs) implements Condition {
        public EntityIn {
            refs = Set.copyOf(refs);
        }
    }

    record TypeIn(Set<String> types) implements Condition {
        public TypeIn {
            types = Set.copyOf(types);
        }
    }

    record LifecycleIn(Set<String> lifecycles) implements Condition {
        public LifecycleIn {
            lifecycles = Set.copyOf(lifecycles);
        }
    }

    record TagHas(String tag) implements Condition {}

    /// @param values those allowed; none at all allows any
    record LabelHas(String label, Set<String> values) implements Condition {
        public LabelHas {
            values = Set.copyOf(values);
        }
    }

    /// @param values those allowed; none at all allows any
    record AnnotationHas(String annotation, Set<String> values) implements Condition {
        public AnnotationHas {
            values = Set.copyOf(values);
        }
    }

    /// A field below `spec` is that text, or a number or boolean that reads so, or a list that has it. Dots join the
    /// names of inner fields.
    record SpecEquals(String field, String value) implements Condition {}

    /// What the space's root groups own, or groups below them.
    record SpaceIs(String space) implements Condition {}
}
