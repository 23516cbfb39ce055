package dev.portico.catalog.ui;

import dev.portico.catalog.Catalog;
import dev.portico.catalog.Facet;
import dev.portico.catalog.ProblemKind;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.KindWords;
import dev.portico.look.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What facets and their values are called on the list. Titles of owners and systems are asked for once a view.
final class FacetWords {

    private final Catalog catalog;
    private final Map<EntityRef, String> titles = new HashMap<>();
    private final Map<String, String> spaces = new HashMap<>();
    private final Set<EntityRef> asked = new HashSet<>();

    FacetWords(Catalog catalog) {
        this.catalog = catalog;
    }

    /// What a facet is called.
    static String name(Facet facet) {
        return Words.capital(facet.name().toLowerCase(Locale.ROOT));
    }

    /// Learns what these values are called, with one question to the catalog at most.
    void learn(Facet facet, Collection<String> values, Reader reader) {
        if (facet == Facet.SPACE && !values.isEmpty()) {
            spaces.putAll(catalog.spaces(reader));
        }
        if (!isRef(facet)) {
            return;
        }
        Set<EntityRef> unknown = new HashSet<>();
        for (String value : values) {
            ref(facet, value).filter(asked::add).ifPresent(unknown::add);
        }
        titles.putAll(catalog.labels(unknown, reader));
    }

    /// Forgets all titles, because the reader or the entities may have changed.
    void forget() {
        asked.clear();
        titles.clear();
        spaces.clear();
    }

    /// What a value is called.
    String label(Facet facet, String value) {
        return switch (facet) {
            case KIND -> KindWords.kind(value);
            case LIFECYCLE -> Words.capital(value);
            case TYPE -> KindWords.type(value);
            case OWNER, SYSTEM -> ref(facet, value).map(this::title).orElse(value);
            case SPACE -> spaces.getOrDefault(value, value);
            case TAG, NAMESPACE -> value;
            case PROBLEM ->
                switch (value) {
                    case ProblemKind.ANY -> "Any problem";
                    case ProblemKind.ERROR -> "An error";
                    default -> ProblemKind.named(value).map(FacetWords::problem).orElse(value);
                };
        };
    }

    private String title(EntityRef ref) {
        return titles.getOrDefault(ref, ref.shortName());
    }

    private static String problem(ProblemKind kind) {
        return switch (kind) {
            case DESCRIPTOR -> "In the descriptor";
            case UNKNOWN_OWNER -> "Unknown owner";
            case BROKEN_RELATION -> "Broken relation";
            case CYCLE -> "Cycle";
            case ORPHAN -> "Orphan";
        };
    }

    /// Whether the values of a facet are refs.
    static boolean isRef(Facet facet) {
        return facet == Facet.OWNER || facet == Facet.SYSTEM;
    }

    /// A value as a ref; empty where it is none.
    static Optional<EntityRef> ref(Facet facet, String value) {
        String kind = facet == Facet.OWNER ? "group:" : "system:";
        return EntityLabels.ref(value.indexOf(':') < 0 ? kind + value : value);
    }
}
