package dev.portico.catalog.internal.descriptor;

import dev.portico.kernel.EntityRef;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules for the fields that all kinds share.
final class Policy {

    private static final Set<String> ROOT = Set.of("apiVersion", "kind", "metadata", "spec");
    private static final String NAME = "letters and digits, with - _ . between them, at most 63";
    private static final String KEY = "a name, after an optional DNS subdomain and /";

    private final YamlMap root;
    private final YamlMap metadata;
    private final Findings findings;

    private Policy(YamlMap root, Findings findings) {
        this.root = root;
        this.metadata = Objects.requireNonNull(root.map("metadata"));
        this.findings = findings;
    }

    /// Checks an entity whose envelope is in order, and gives it the default namespace.
    static void check(YamlMap root, Findings findings) {
        Policy policy = new Policy(root, findings);
        policy.fields();
        policy.texts();
        policy.formats();
        policy.labels();
        policy.annotations();
        policy.tags();
        LinkRules.check(policy.metadata, findings);
    }

    private void fields() {
        for (int at = 0; at < root.size(); at++) {
            if (!ROOT.contains(root.key(at))) {
                String key = Excerpt.of(root.key(at));
                findings.error(
                        Stage.POLICY,
                        root.keyPlace(at),
                        key,
                        "The field " + key + " does not belong at the top of an entity.",
                        key,
                        "apiVersion, kind, metadata, spec",
                        "Indent it below metadata or spec if it belongs there, or remove it.");
            }
        }
        int spec = root.indexOf("spec");
        if (spec >= 0 && !isObject(root.value(spec))) {
            findings.wrongType(Stage.POLICY, root.valuePlace(spec), "spec", root.value(spec), "an object");
        }
    }

    private static boolean isObject(@Nullable Object value) {
        return value instanceof YamlMap || value instanceof Opaque;
    }

    private void texts() {
        for (String key : new String[] {"uid", "etag", "title", "description"}) {
            int at = metadata.indexOf(key);
            if (at < 0) {
                continue;
            }
            String field = "metadata." + key;
            if (!(metadata.value(at) instanceof String text)) {
                findings.wrongType(Stage.POLICY, metadata.valuePlace(at), field, metadata.value(at), "a string");
            } else if (text.isEmpty() && !key.equals("description")) {
                findings.error(
                        Stage.POLICY,
                        metadata.valuePlace(at),
                        field,
                        "The field " + field + " is empty.",
                        "\"\"",
                        "a string that is not empty",
                        "Fill it, or remove it.");
            }
        }
    }

    private void formats() {
        String version = Objects.requireNonNull(root.text("apiVersion"));
        if (!Names.isApiVersion(version)) {
            format(
                    root.placeOf("apiVersion"),
                    "apiVersion",
                    version,
                    "a version, after an optional DNS subdomain and /");
        }
        String kind = Objects.requireNonNull(root.text("kind"));
        if (!Names.isKind(kind)) {
            format(root.placeOf("kind"), "kind", kind, "a letter, then letters and digits, at most 63");
        }
        String name = Objects.requireNonNull(metadata.text("name"));
        if (!Names.isName(name)) {
            format(metadata.placeOf("name"), "metadata.name", name, NAME);
        }
        String namespace = metadata.text("namespace");
        if (namespace == null) {
            metadata.put("namespace", metadata.place, EntityRef.DEFAULT_NAMESPACE, metadata.place);
        } else if (!Names.isNamespace(namespace)) {
            format(
                    metadata.placeOf("namespace"),
                    "metadata.namespace",
                    namespace,
                    "lower-case letters and digits, with - between them, at most 63");
        }
    }

    private void labels() {
        YamlMap labels = texts("labels");
        for (int at = 0; labels != null && at < labels.size(); at++) {
            key("labels", labels, at);
            if (labels.value(at) instanceof String value && !value.isEmpty() && !Names.isName(value)) {
                format(
                        labels.valuePlace(at),
                        "metadata.labels." + Excerpt.of(labels.key(at)),
                        value,
                        "empty, or " + NAME);
            }
        }
    }

    private void annotations() {
        YamlMap annotations = texts("annotations");
        for (int at = 0; annotations != null && at < annotations.size(); at++) {
            key("annotations", annotations, at);
        }
    }

    private @Nullable YamlMap texts(String name) {
        int at = metadata.indexOf(name);
        if (at < 0) {
            return null;
        }
        if (!(metadata.value(at) instanceof YamlMap map)) {
            if (!(metadata.value(at) instanceof Opaque)) {
                findings.wrongType(
                        Stage.POLICY,
                        metadata.valuePlace(at),
                        "metadata." + name,
                        metadata.value(at),
                        "an object of strings");
            }
            return null;
        }
        for (int i = 0; i < map.size(); i++) {
            if (!(map.value(i) instanceof String)) {
                String field = "metadata." + name + "." + Excerpt.of(map.key(i));
                findings.wrongType(Stage.POLICY, map.valuePlace(i), field, map.value(i), "a string");
            }
        }
        return map;
    }

    private void key(String name, YamlMap map, int at) {
        if (!Names.isKey(map.key(at))) {
            format(map.keyPlace(at), "metadata." + name + "." + Excerpt.of(map.key(at)), map.key(at), KEY);
        }
    }

    private void tags() {
        int at = metadata.indexOf("tags");
        if (at < 0) {
            return;
        }
        if (!(metadata.value(at) instanceof YamlList tags)) {
            findings.wrongType(
                    Stage.POLICY, metadata.valuePlace(at), "metadata.tags", metadata.value(at), "a list of strings");
            return;
        }
        for (int i = 0; i < tags.size(); i++) {
            String field = "metadata.tags[" + i + "]";
            if (!(tags.get(i) instanceof String tag)) {
                findings.wrongType(Stage.POLICY, tags.place(i), field, tags.get(i), "a string");
            } else if (!Names.isTag(tag)) {
                format(tags.place(i), field, tag, "lower-case letters, digits, : + #, with - between them, at most 63");
            }
        }
    }

    private void format(long place, String field, String value, String allowed) {
        FormatAdvice.report(findings, place, field, value, allowed);
    }
}
