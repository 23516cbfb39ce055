package dev.portico.catalog.internal.find;

import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import dev.portico.search.sources.DocumentText;
import dev.portico.search.sources.DocumentText.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What of an entity is found by words.
final class EntityTexts {

    private final List<DocumentText> texts = new ArrayList<>();

    private EntityTexts() {}

    static List<DocumentText> of(JsonNode whole, EntitySummary summary) {
        EntityTexts all = new EntityTexts();
        JsonNode metadata = whole.path("metadata");
        JsonNode spec = whole.path("spec");
        all.add(Role.NAME, "name", summary.name());
        all.add(Role.TITLE, "title", summary.title());
        all.add(Role.TITLE, "display name", spec.at("/profile/displayName"));
        all.add(Role.KEYWORD, "kind", summary.kind());
        all.add(Role.KEYWORD, "type", summary.type());
        all.add(Role.KEYWORD, "lifecycle", summary.lifecycle());
        summary.tags().forEach(tag -> all.add(Role.KEYWORD, "tag", tag));
        metadata.path("labels").properties().forEach(label -> all.add(Role.KEYWORD, "label", label.getValue()));
        all.add(Role.KEYWORD, "owner", name(summary.owner()));
        all.add(Role.KEYWORD, "system", name(summary.system()));
        all.add(
                Role.KEYWORD,
                "namespace",
                summary.ref().namespace().equals(EntityRef.DEFAULT_NAMESPACE)
                        ? null
                        : summary.ref().namespace());
        all.add(Role.KEYWORD, "e-mail address", spec.at("/profile/email"));
        metadata.path("links").forEach(link -> all.add(Role.KEYWORD, "link", link.path("title")));
        all.add(Role.DESCRIPTION, "description", metadata.path("description"));
        metadata.path("annotations").properties().forEach(annotation -> {
            if (!annotation.getKey().startsWith("backstage.io/")) {
                all.add(Role.BODY, "annotation", annotation.getValue());
            }
        });
        all.add(Role.BODY, "API definition", spec.path("definition"));
        return all.texts;
    }

    private static @Nullable String name(@Nullable EntityRef ref) {
        return ref == null ? null : ref.name();
    }

    private void add(Role role, String label, JsonNode text) {
        add(role, label, text.isString() ? text.asString() : null);
    }

    private void add(Role role, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            texts.add(new DocumentText(role, label, text));
        }
    }
}
