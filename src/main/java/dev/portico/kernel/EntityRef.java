package dev.portico.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The name of a catalog entity: `kind:namespace/name`, all lower case, so that equal refs are equal strings.
///
/// Format: Backstage's entity references. `[kind:][namespace/]name`; an empty part is an error, and a `/` before the
/// first `:` means that there is no kind. References may name entities that do not exist.
public record EntityRef(String kind, String namespace, String name) implements Comparable<EntityRef> {

    /// The namespace of an entity that names none.
    public static final String DEFAULT_NAMESPACE = "default";

    public EntityRef {
        kind = part("kind", kind);
        namespace = part("namespace", namespace);
        name = part("name", name);
    }

    /// Reads a reference that states its kind; a missing namespace is `default`.
    ///
    /// @throws Refusal.InvalidInput when a part is empty or the kind is missing
    public static EntityRef parse(String text) {
        return parse(text, null, DEFAULT_NAMESPACE);
    }

    /// Reads a reference, filling in what it leaves out.
    ///
    /// @param defaultKind the kind of a reference that states none; null where one has to be stated
    /// @throws Refusal.InvalidInput when a part is empty, or the kind is missing and there is no default
    public static EntityRef parse(String text, @Nullable String defaultKind, String defaultNamespace) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        if (slash >= 0 && colon > slash) {
            colon = -1;
        }
        String kind = colon >= 0 ? text.substring(0, colon) : defaultKind;
        String namespace = slash >= 0 ? text.substring(colon + 1, slash) : defaultNamespace;
        String name = text.substring(Math.max(colon, slash) + 1);
        if (kind == null) {
            throw new Refusal.InvalidInput(
                    "entity-ref", "The reference \"" + text + "\" states no kind; write kind:" + text);
        }
        if (kind.isEmpty() || namespace.isEmpty() || name.isEmpty()) {
            throw new Refusal.InvalidInput(
                    "entity-ref", "The reference \"" + text + "\" has an empty part; write kind:namespace/name");
        }
        return new EntityRef(kind, namespace, name);
    }

    /// The name as readers say it: without the kind, and with the namespace where that is not `default`.
    public String shortName() {
        return namespace.equals(DEFAULT_NAMESPACE) ? name : namespace + '/' + name;
    }

    /// The canonical text, `kind:namespace/name` in lower case.
    @Override
    public String toString() {
        return kind + ':' + namespace + '/' + name;
    }

    @Override
    public int compareTo(EntityRef other) {
        return toString().compareTo(other.toString());
    }

    private static String part(String what, String value) {
        if (value.isEmpty()) {
            throw new Refusal.InvalidInput("entity-ref", "The " + what + " of an entity reference is empty");
        }
        return value.toLowerCase(Locale.ROOT);
    }
}
