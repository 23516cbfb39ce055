package dev.portico.catalog.internal.trace;

import dev.portico.catalog.internal.store.RefPattern;
import dev.portico.kernel.EntityRef;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A name as people write it: with or without kind and namespace, in any case.
///
/// @param kind      the kind; null where none is said
/// @param namespace the namespace; null where none is said
/// @param name      the name; may be empty
record AskedName(@Nullable String kind, @Nullable String namespace, String name) {

    static AskedName of(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        int slash = lower.indexOf('/');
        int colon = lower.indexOf(':');
        if (slash >= 0 && colon > slash) {
            colon = -1;
        }
        String kind = colon > 0 ? lower.substring(0, colon) : null;
        String namespace = slash > colon + 1 ? lower.substring(colon + 1, slash) : null;
        return new AskedName(kind, namespace, lower.substring(Math.max(colon, slash) + 1));
    }

    /// What this means. A reference without a namespace means the usual one; a bare name means any entity
    /// that is called so.
    RefPattern pattern() {
        String usual = kind == null ? "" : EntityRef.DEFAULT_NAMESPACE;
        return new RefPattern(Objects.requireNonNullElse(kind, ""), Objects.requireNonNullElse(namespace, usual), name);
    }
}
