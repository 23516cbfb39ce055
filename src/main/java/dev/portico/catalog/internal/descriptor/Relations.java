package dev.portico.catalog.internal.descriptor;

import dev.portico.catalog.RelationType;
import dev.portico.kernel.EntityRef;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the references of an entity, and the edges that they make.
final class Relations {

    private final EntityRef self;
    private final Findings findings;
    private final Map<Edge, Reference> edges = new LinkedHashMap<>();

    private Relations(EntityRef self, Findings findings) {
        this.self = self;
        this.findings = findings;
    }

    /// The edges that the fields of the kind make, each once, with where it is first written.
    static Map<Edge, Reference> read(EntityRef self, Kind kind, YamlMap spec, Findings findings) {
        Relations relations = new Relations(self, findings);
        for (RelationField field : kind.relations()) {
            relations.field(field, spec);
        }
        return relations.edges;
    }

    /// The entity that a field names, without complaint; null where it names none.
    static @Nullable EntityRef reference(@Nullable Object value, String defaultKind, String namespace) {
        if (!(value instanceof String text)) {
            return null;
        }
        return fault(text, defaultKind) == null ? EntityRef.parse(text, defaultKind, namespace) : null;
    }

    private void field(RelationField field, YamlMap spec) {
        int at = spec.indexOf(field.name());
        Object value = at < 0 ? null : spec.value(at);
        if (value == null || value.equals("") || value.equals(false) || isZero(value)) {
            return;
        }
        String path = "spec." + field.name();
        if (!(value instanceof YamlList list)) {
            target(field, path, value, spec.valuePlace(at));
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            target(field, path + "[" + list.written(i) + "]", list.get(i), list.place(i));
        }
    }

    private static boolean isZero(Object value) {
        return value instanceof Double number && (number == 0 || number.isNaN());
    }

    private void target(RelationField field, String path, @Nullable Object value, long place) {
        if (value instanceof YamlMap map) {
            compound(field, path, map, place);
            return;
        }
        if (!(value instanceof String text)) {
            refuse(path, place, Excerpt.value(value), "it is no text");
            return;
        }
        String fault = fault(text, field.kind());
        if (fault != null) {
            refuse(path, place, text, fault);
            return;
        }
        add(field, path, place, EntityRef.parse(text, field.kind(), self.namespace()));
    }

    /// A reference written as an object with kind, namespace and name.
    private void compound(RelationField field, String path, YamlMap map, long place) {
        String kind = map.get("kind") == null ? field.kind() : map.text("kind");
        String namespace = map.get("namespace") == null ? self.namespace() : map.text("namespace");
        String name = map.text("name");
        if (kind == null
                || kind.isEmpty()
                || namespace == null
                || namespace.isEmpty()
                || name == null
                || name.isEmpty()) {
            refuse(path, place, "an object", "kind, namespace and name have to be texts");
            return;
        }
        add(field, path, place, new EntityRef(kind, namespace, name));
    }

    private void add(RelationField field, String path, long place, EntityRef other) {
        if (!field.kinds().isEmpty() && !field.kinds().contains(other.kind())) {
            return;
        }
        RelationType type = field.type();
        Edge edge = field.outgoing() ? new Edge(self, type, other) : new Edge(other, type, self);
        String stated = field.outgoing() ? type.forward() : type.inverse();
        edges.putIfAbsent(edge, new Reference(stated, other, path, Place.line(place), Place.column(place)));
    }

    private void refuse(String path, long place, String found, String why) {
        findings.error(
                Stage.RELATIONS,
                place,
                path,
                "The reference " + path + " cannot be read: " + why + ".",
                Excerpt.of(found),
                "[kind:][namespace/]name",
                why.startsWith("it states no kind")
                        ? "State the kind, such as component:" + Excerpt.of(found) + " or resource:" + Excerpt.of(found)
                                + "."
                        : "Write it as kind:namespace/name, leaving out no part that its separator announces.");
    }

    /// Why a text is no reference, or null where it is one.
    private static @Nullable String fault(String text, @Nullable String defaultKind) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        if (slash >= 0 && slash < colon) {
            colon = -1;
        }
        if (text.isEmpty()) {
            return "it is empty";
        }
        if (colon == 0) {
            return "its kind is empty";
        }
        if (slash >= 0 && slash == colon + 1) {
            return "its namespace is empty";
        }
        if (Math.max(colon, slash) == text.length() - 1) {
            return "its name is empty";
        }
        return colon < 0 && defaultKind == null ? "it states no kind, and this field has no kind of its own" : null;
    }
}
