package dev.portico.catalog.internal.descriptor;

import dev.portico.kernel.EntityRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What names an entity: apiVersion, kind, metadata.name and metadata.namespace; and the annotations that say where
/// it comes from.
final class Envelope {

    static final String LOCATION = "backstage.io/managed-by-location";
    static final String ORIGIN = "backstage.io/managed-by-origin-location";

    private Envelope() {}

    /// Finds out what the entity is called, as far as the document says, even if it is not in order.
    static @Nullable EntityRef bestEffort(YamlMap root) {
        String kind = root.text("kind");
        YamlMap metadata = root.map("metadata");
        String name = metadata == null ? null : metadata.text("name");
        if (kind == null || kind.isEmpty() || name == null || name.isEmpty()) {
            return null;
        }
        String namespace = Objects.requireNonNull(metadata).text("namespace");
        if (namespace == null || namespace.isEmpty()) {
            namespace = EntityRef.DEFAULT_NAMESPACE;
        }
        return new EntityRef(kind, namespace, name);
    }

    /// Checks the envelope; nothing else can be said of an entity that has none.
    static void check(YamlMap root, Findings findings) {
        required(root, "", "apiVersion", "a string such as backstage.io/v1alpha1", findings);
        required(root, "", "kind", "a string such as Component", findings);
        int at = root.indexOf("metadata");
        if (at < 0) {
            findings.missing(Stage.ENVELOPE, root.place, "metadata", "an object with a name");
        } else if (!(root.value(at) instanceof YamlMap metadata)) {
            Object value = root.value(at);
            if (value instanceof Opaque) {
                findings.missing(Stage.ENVELOPE, root.valuePlace(at), "metadata.name", "a string");
            } else {
                findings.wrongType(Stage.ENVELOPE, root.valuePlace(at), "metadata", value, "an object with a name");
            }
        } else {
            required(metadata, "metadata.", "name", "a string", findings);
            if (metadata.has("namespace")) {
                required(metadata, "metadata.", "namespace", "a string", findings);
            }
        }
    }

    private static void required(YamlMap map, String prefix, String key, String allowed, Findings findings) {
        int at = map.indexOf(key);
        String field = prefix + key;
        if (at < 0) {
            findings.missing(Stage.ENVELOPE, map.place, field, allowed);
        } else if (!(map.value(at) instanceof String text)) {
            findings.wrongType(Stage.ENVELOPE, map.valuePlace(at), field, map.value(at), allowed);
        } else if (text.isEmpty()) {
            findings.error(
                    Stage.ENVELOPE,
                    map.valuePlace(at),
                    field,
                    "The field " + field + " is empty.",
                    "\"\"",
                    allowed,
                    "Fill " + field + ".");
        }
    }

    /// Writes where the entity comes from into its annotations. What a descriptor says of that itself is overruled,
    /// but for the pages to view and edit it at and the source location. Works on copies, as what is written there
    /// may be repeated elsewhere by an alias.
    static void annotate(YamlMap root, DescriptorOrigin origin, Findings findings) {
        YamlMap metadata = Objects.requireNonNull(root.map("metadata")).copy();
        root.set(root.indexOf("metadata"), metadata);
        int at = metadata.indexOf("annotations");
        Object value = at < 0 ? null : metadata.value(at);
        if (!(value instanceof YamlMap) && !nothing(value)) {
            findings.wrongType(
                    Stage.ENVELOPE, metadata.valuePlace(at), "metadata.annotations", value, "an object of strings");
            return;
        }
        YamlMap annotations = value instanceof YamlMap map ? map.copy() : new YamlMap(metadata.place);
        metadata.put("annotations", metadata.place, annotations, at < 0 ? metadata.place : metadata.valuePlace(at));
        put(annotations, LOCATION, origin.location());
        put(annotations, ORIGIN, origin.originLocation());
        putIfAbsent(annotations, "backstage.io/view-url", origin.viewUrl());
        putIfAbsent(annotations, "backstage.io/edit-url", origin.editUrl());
        putIfAbsent(annotations, "backstage.io/source-location", origin.sourceLocation());
    }

    private static boolean nothing(@Nullable Object value) {
        return value == null
                || value.equals(false)
                || value.equals("")
                || (value instanceof Double number && (number == 0 || number.isNaN()));
    }

    private static void putIfAbsent(YamlMap annotations, String key, @Nullable String value) {
        if (value != null && !annotations.has(key)) {
            put(annotations, key, value);
        }
    }

    private static void put(YamlMap annotations, String key, String value) {
        annotations.put(key, annotations.place, value, annotations.place);
    }
}
