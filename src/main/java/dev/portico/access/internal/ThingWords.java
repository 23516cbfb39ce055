package dev.portico.access.internal;

import dev.portico.audit.AuditEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people call the thing of a row of the trail by what the row itself says, so that it is called so when it is
/// gone too.
final class ThingWords {

    private static final String POLICY = "policy";
    private static final String ACCESS = "access-";
    private static final String CATALOG = "catalog-";

    /// Things that are no one of many.
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("catalog all", "The links of the catalog"),
            Map.entry("audit chain", "The trail"),
            Map.entry("audit csv", "The trail, as CSV"),
            Map.entry("audit jsonl", "The trail, as JSON Lines"),
            Map.entry("secret *", "All secrets"),
            Map.entry("policy new", "A new policy"),
            Map.entry("access-request new", "A new request for access"),
            Map.entry("account unknown", "An unknown account"),
            Map.entry("account others", "Further accounts"),
            Map.entry("request unknown", "A request from outside"),
            Map.entry("request others", "Further requests from outside"));

    /// Types that people call by another word than the trail.
    private static final Map<String, String> TYPES = Map.of(
            "access-request",
            "Request for access",
            "access-review",
            "Access review",
            "catalog-source-run",
            "Source",
            "catalog-star",
            "Star of",
            "catalog-view",
            "Saved view");

    private ThingWords() {}

    /// The thing: `Role engineer, in policy 7`; `Space technology`.
    static String of(AuditEntry row, JsonMapper json) {
        String id = row.thingId();
        @Nullable String whole = whole(row);
        if (whole != null) {
            return whole;
        }
        String type = type(row.thingType());
        if (row.thingType().equals(POLICY) && row.action().startsWith("access.role.")) {
            List<String> roles = roles(row, json);
            String policy = ", in policy " + id;
            return switch (roles.size()) {
                case 0 -> type + " " + id;
                case 1 -> "Role " + roles.getFirst() + policy;
                default -> "Roles " + String.join(", ", roles) + policy;
            };
        }
        return id.isEmpty() ? type : type + " " + id;
    }

    /// The words for a thing that is no one of many; null where it is one.
    static @Nullable String whole(AuditEntry row) {
        return WHOLE.get(row.thingType() + " " + row.thingId());
    }

    /// The type: `access-space` is a `Space`.
    static String type(String type) {
        @Nullable String known = TYPES.get(type);
        if (known != null) {
            return known;
        }
        String said = without(without(type, ACCESS), CATALOG).replace('-', ' ');
        return said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    /// What the row itself calls the thing.
    static @Nullable String said(AuditEntry row, JsonMapper json) {
        return states(row, json)
                .flatMap(state -> Stream.of("title", "displayName", "name").map(state::path))
                .filter(name -> name.isString() && !name.asString().isBlank())
                .map(JsonNode::asString)
                .findFirst()
                .orElse(null);
    }

    /// The roles of a change to a policy: the one that was changed by hand, that somebody was given by a
    /// request, or those that a review took from somebody.
    private static List<String> roles(AuditEntry row, JsonMapper json) {
        return states(row, json)
                .flatMap(state -> Stream.concat(
                        Stream.of(state.path("name"), state.path("role"))
                                .filter(JsonNode::isString)
                                .map(JsonNode::asString),
                        state.path("removed")
                                .valueStream()
                                .map(JsonNode::asString)
                                .map(line -> line.substring(0, Math.max(0, line.indexOf(','))))))
                .filter(role -> !role.isBlank())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> states(AuditEntry row, JsonMapper json) {
        return Stream.of(row.after(), row.before())
                .map(state -> state == null ? "{}" : state)
                .map(json::readTree);
    }

    private static String without(String type, String beginning) {
        return type.startsWith(beginning) ? type.substring(beginning.length()) : type;
    }
}
