package dev.portico.catalog.internal.descriptor;

import java.util.Set;

/// Takes the sting out of URLs that would run something when clicked: they become `about:blank`, with a warning, and
/// the entity is taken in all the same.
final class UnsafeUrls {

    static final String HARMLESS = "about:blank";

    private static final Set<String> UNSAFE = Set.of("javascript", "vbscript", "data");

    private UnsafeUrls() {}

    static void neutralise(YamlMap metadata, Findings findings) {
        YamlList links = metadata.list("links");
        for (int at = 0; links != null && at < links.size(); at++) {
            if (links.get(at) instanceof YamlMap link) {
                value(link, link.indexOf("url"), "metadata.links[" + at + "].url", findings);
            }
        }
        YamlMap annotations = metadata.map("annotations");
        for (int at = 0; annotations != null && at < annotations.size(); at++) {
            if (annotations.value(at) instanceof String text && text.indexOf(':') >= 0) {
                value(annotations, at, "metadata.annotations." + Excerpt.of(annotations.key(at)), findings);
            }
        }
    }

    private static void value(YamlMap map, int at, String field, Findings findings) {
        if (at < 0 || !(map.value(at) instanceof String url) || !isUnsafe(url)) {
            return;
        }
        map.set(at, HARMLESS);
        findings.warning(
                Stage.POLICY,
                map.valuePlace(at),
                field,
                "The URL of " + field + " would run a script; it was replaced by " + HARMLESS + ".",
                Excerpt.of(url),
                "a URL that opens a page, such as https:",
                "Link to a page instead.");
    }

    /// Annotations may write `url:` before a URL.
    private static boolean isUnsafe(String text) {
        String url = text.regionMatches(true, 0, "url:", 0, 4) ? text.substring(4) : text;
        char first = firstLetter(url);
        if (first != 'j' && first != 'v' && first != 'd') {
            return false;
        }
        String scheme = WebUrl.schemeOf(url);
        return UNSAFE.contains(scheme) && (!scheme.equals("data") || url.indexOf(',') >= 0);
    }

    private static char firstLetter(String url) {
        int at = 0;
        while (at < url.length() && url.charAt(at) <= ' ') {
            at++;
        }
        return at < url.length() ? Character.toLowerCase(url.charAt(at)) : ' ';
    }
}
