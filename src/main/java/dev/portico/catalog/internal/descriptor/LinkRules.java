package dev.portico.catalog.internal.descriptor;

import org.jspecify.annotations.Nullable;

/// The rules for `metadata.links`.
final class LinkRules {

    private LinkRules() {}

    static void check(YamlMap metadata, Findings findings) {
        int at = metadata.indexOf("links");
        if (at < 0) {
            return;
        }
        if (!(metadata.value(at) instanceof YamlList links)) {
            findings.wrongType(
                    Stage.POLICY, metadata.valuePlace(at), "metadata.links", metadata.value(at), "a list of objects");
            return;
        }
        for (int i = 0; i < links.size(); i++) {
            String field = "metadata.links[" + i + "]";
            if (links.get(i) instanceof YamlMap link) {
                link(field, link, findings);
            } else {
                findings.wrongType(Stage.POLICY, links.place(i), field, links.get(i), "an object with a url");
            }
        }
    }

    private static void link(String field, YamlMap link, Findings findings) {
        String url = text(field, link, "url", findings);
        if (!link.has("url")) {
            findings.missing(Stage.POLICY, link.place, field + ".url", "a URL");
        } else if (url != null && !WebUrl.parses(url)) {
            findings.error(
                    Stage.POLICY,
                    link.placeOf("url"),
                    field + ".url",
                    "The value of " + field + ".url is no URL: \"" + Excerpt.of(url) + "\".",
                    Excerpt.of(url),
                    "a URL with its scheme",
                    "Write it in full, such as https://example.com/page.");
        }
        blank(field, link, "title", findings);
        blank(field, link, "icon", findings);
        text(field, link, "type", findings);
    }

    private static void blank(String field, YamlMap link, String key, Findings findings) {
        String text = text(field, link, key, findings);
        if (text != null && WebUrl.isBlank(text)) {
            empty(field + "." + key, link.placeOf(key), findings);
        }
    }

    /// The text at the key, or null where there is none; reports one that is empty or no text.
    private static @Nullable String text(String field, YamlMap link, String key, Findings findings) {
        int at = link.indexOf(key);
        if (at < 0) {
            return null;
        }
        if (!(link.value(at) instanceof String text)) {
            findings.wrongType(Stage.POLICY, link.valuePlace(at), field + "." + key, link.value(at), "a string");
            return null;
        }
        if (text.isEmpty()) {
            empty(field + "." + key, link.valuePlace(at), findings);
            return null;
        }
        return text;
    }

    private static void empty(String field, long place, Findings findings) {
        findings.error(
                Stage.POLICY,
                place,
                field,
                "The field " + field + " is empty.",
                "\"\"",
                "a string that is not blank",
                "Fill it, or remove it.");
    }
}
