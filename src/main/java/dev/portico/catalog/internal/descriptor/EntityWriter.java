package dev.portico.catalog.internal.descriptor;

import dev.portico.kernel.EntityRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a good entity as JSON, hashes it and picks the fields that lists need. Made for one file at a time, so that
/// its buffer and digest are used again.
final class EntityWriter {

    private final StringBuilder buffer = new StringBuilder(2048);
    private final MessageDigest sha1;

    EntityWriter() {
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }

    DescriptorEntity write(YamlMap root, EntityRef ref, @Nullable Kind kind, Map<Edge, Reference> edges) {
        YamlMap metadata = Objects.requireNonNull(root.map("metadata"));
        YamlMap spec = Objects.requireNonNullElseGet(root.map("spec"), () -> new YamlMap(0));
        String declared = metadata.text("etag");
        json(root, true);
        String hash = HexFormat.of().formatHex(sha1.digest(buffer.toString().getBytes(StandardCharsets.UTF_8)));
        json(root, false);
        String namespace = Objects.requireNonNull(metadata.text("namespace"));
        return new DescriptorEntity(
                ref,
                Objects.requireNonNull(root.text("kind")),
                Objects.requireNonNull(root.text("apiVersion")),
                Objects.requireNonNull(metadata.text("name")),
                namespace,
                title(metadata, spec),
                metadata.text("description"),
                spec.text("type"),
                spec.text("lifecycle"),
                Relations.reference(spec.get("owner"), "Group", namespace),
                Relations.reference(spec.get("system"), "System", namespace),
                texts(metadata.list("tags")),
                labels(metadata.map("labels")),
                buffer.toString(),
                hash,
                declared == null ? hash : declared,
                List.copyOf(edges.keySet()),
                List.copyOf(edges.values()),
                kind != null && kind.name().equals("Location") ? location(spec) : null);
    }

    /// The title for people; groups and users write it into their profile.
    private static @Nullable String title(YamlMap metadata, YamlMap spec) {
        String title = metadata.text("title");
        YamlMap profile = title == null ? spec.map("profile") : null;
        return profile == null ? title : profile.text("displayName");
    }

    /// Writes the entity without what the catalog itself says of it: uid and etag.
    private void json(YamlMap root, boolean sorted) {
        buffer.setLength(0);
        int[] order = sorted ? KeyOrder.of(root) : null;
        for (int i = 0; i < root.size(); i++) {
            int at = order == null ? i : order[i];
            buffer.append(i == 0 ? '{' : ',');
            JsonText.string(buffer, root.key(at));
            buffer.append(':');
            if (root.key(at).equals("metadata") && root.value(at) instanceof YamlMap metadata) {
                metadata(metadata, sorted);
            } else {
                JsonText.value(buffer, root.value(at), sorted);
            }
        }
        buffer.append('}');
    }

    private void metadata(YamlMap metadata, boolean sorted) {
        int[] order = sorted ? KeyOrder.of(metadata) : null;
        char before = '{';
        for (int i = 0; i < metadata.size(); i++) {
            int at = order == null ? i : order[i];
            String key = metadata.key(at);
            if (!key.equals("uid") && !key.equals("etag")) {
                buffer.append(before);
                JsonText.string(buffer, key);
                buffer.append(':');
                JsonText.value(buffer, metadata.value(at), sorted);
                before = ',';
            }
        }
        buffer.append('}');
    }

    private static List<String> texts(@Nullable YamlList list) {
        List<String> texts = new ArrayList<>(list == null ? 0 : list.size());
        for (int at = 0; list != null && at < list.size(); at++) {
            if (list.get(at) instanceof String text) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    private static Map<String, String> labels(@Nullable YamlMap map) {
        if (map == null || map.size() == 0) {
            return Map.of();
        }
        Map<String, String> labels = LinkedHashMap.newLinkedHashMap(map.size());
        for (int at = 0; at < map.size(); at++) {
            if (map.value(at) instanceof String text) {
                labels.put(map.key(at), text);
            }
        }
        return labels;
    }

    private static LocationTargets location(YamlMap spec) {
        List<String> targets = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        String target = spec.text("target");
        if (target != null) {
            targets.add(target);
            places.add(spec.valuePlace(spec.indexOf("target")));
            fields.add("spec.target");
        }
        YamlList list = spec.list("targets");
        for (int at = 0; list != null && at < list.size(); at++) {
            if (list.get(at) instanceof String text) {
                targets.add(text);
                places.add(list.place(at));
                fields.add("spec.targets[" + at + "]");
            }
        }
        boolean required = !"optional".equals(spec.text("presence"));
        return new LocationTargets(spec.text("type"), targets, required, places, fields);
    }
}
