package dev.portico.catalog.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an entity's JSON says, for its page.
final class EntityDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private final String json;
    private final JsonNode root;

    EntityDocument(String json) {
        this.json = json;
        this.root = JSON.readTree(json);
    }

    /// A link that the descriptor names.
    record Link(String title, String url) {}

    /// The links, as far as their addresses are of a kind that a browser may follow.
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (JsonNode link : root.path("metadata").path("links")) {
            String url = link.path("url").asString("");
            if (followable(url)) {
                links.add(new Link(link.path("title").asString(url), url));
            }
        }
        return links;
    }

    /// Annotations by their keys, in written order.
    Map<String, String> annotations() {
        return strings("annotations");
    }

    /// Labels by their keys, in written order.
    Map<String, String> labels() {
        return strings("labels");
    }

    /// The entity as YAML, without what other tabs show: relations and status.
    String yaml() {
        return yaml(json);
    }

    /// A descriptor as YAML.
    static String yaml(String json) {
        Map<String, Object> map = JSON.readValue(json, MAP);
        map.remove("relations");
        map.remove("status");
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(160)
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .build();
        return new Dump(settings).dumpToString(map);
    }

    /// The definition of an API; empty where there is none.
    String definition() {
        return root.path("spec").path("definition").asString("");
    }

    /// The words at a field of the spec, such as `profile.email`; empty where there are none.
    String spec(String path) {
        JsonNode found = root.path("spec");
        for (String step : path.split("[.]", -1)) {
            found = found.path(step);
        }
        return found.asString("");
    }

    /// The whole description; empty where there is none.
    String description() {
        return root.path("metadata").path("description").asString("");
    }

    /// The line of [#yaml] that a field stands in, such as `metadata.tags[1]`; of the nearest field above where it is
    /// missing; 0 where there is none.
    int line(String field) {
        return YamlLines.of(yaml()).line(field);
    }

    /// Whether an address may become a link: of the web or of mail.
    static boolean followable(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:");
    }

    private Map<String, String> strings(String field) {
        Map<String, String> strings = new LinkedHashMap<>();
        root.path("metadata")
                .path(field)
                .properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asString("")));
        return strings;
    }
}
