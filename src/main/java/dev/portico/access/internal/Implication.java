package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Rule;

/// Whether one condition is surely no wider than another. Sound and not complete: what it cannot tell is no.
///
/// A rule that speaks of whoever asks, such as `owner is mine`, is taken as what it says: who may act on what is their
/// own may let others act on what is the others' own.
final class Implication {

    private Implication() {}

    /// Whether whatever meets the narrow condition meets the wide one too.
    static boolean holds(Condition narrow, Condition wide) {
        if (narrow.equals(wide)) {
            return true;
        }
        if (wide instanceof Condition.AllOf all) {
            return all.parts().stream().allMatch(part -> holds(narrow, part));
        }
        if (narrow instanceof Condition.AnyOf any) {
            return any.parts().stream().allMatch(part -> holds(part, wide));
        }
        boolean within =
                narrow instanceof Condition.AllOf all && all.parts().stream().anyMatch(part -> holds(part, wide));
        boolean among =
                wide instanceof Condition.AnyOf any && any.parts().stream().anyMatch(part -> holds(narrow, part));
        boolean turned = narrow instanceof Condition.Not(Condition less)
                && wide instanceof Condition.Not(Condition more)
                && holds(more, less);
        return within
                || among
                || turned
                || (narrow instanceof Rule less && wide instanceof Rule more && rule(less, more));
    }

    private static boolean rule(Rule narrow, Rule wide) {
        return switch (narrow) {
            case Rule.KindIn less ->
                wide instanceof Rule.KindIn more && more.kinds().containsAll(less.kinds());
            case Rule.TypeIn less ->
                wide instanceof Rule.TypeIn more && more.types().containsAll(less.types());
            case Rule.LifecycleIn less ->
                wide instanceof Rule.LifecycleIn more && more.lifecycles().containsAll(less.lifecycles());
            case Rule.NamespaceIn less ->
                wide instanceof Rule.NamespaceIn more && more.namespaces().containsAll(less.namespaces());
            case Rule.EntityIs less ->
                wide instanceof Rule.EntityIs more && more.ids().containsAll(less.ids());
            case Rule.LabelHas less ->
                wide instanceof Rule.LabelHas more
                        && more.label().equals(less.label())
                        && (more.values().isEmpty()
                                || (!less.values().isEmpty() && more.values().containsAll(less.values())));
            case Rule.AnnotationHas less ->
                wide instanceof Rule.AnnotationHas more
                        && more.annotation().equals(less.annotation())
                        && (more.values().isEmpty()
                                || (!less.values().isEmpty() && more.values().containsAll(less.values())));
            case Rule.OwnerIsMine same -> false;
            case Rule.TagHas same -> false;
            case Rule.SpecEquals same -> false;
            case Rule.SpaceIs same -> false;
        };
    }
}
