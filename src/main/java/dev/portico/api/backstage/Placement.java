package dev.portico.api.backstage;

import dev.portico.search.Hit;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where an entity was read, and what it points at if it is a Location.
///
/// @param location the file, as `type:target`
/// @param origin   the registered place that led to it, as `type:target`
/// @param targets  the files that it points at, as `type:target`, resolved as far as its own place allows; a `*` in
///                 one stands for any text
record Placement(Hit hit, String location, String origin, List<String> targets) {

    static final String ORIGIN = "backstage.io/managed-by-origin-location";
    private static final String LOCATION = "backstage.io/managed-by-location";

    static Placement of(Hit hit) {
        JsonNode entity = JsonMapper.shared().readTree(hit.json().bytes());
        JsonNode annotations = entity.path("metadata").path("annotations");
        String location = annotations.path(LOCATION).asString("");
        List<String> targets = new ArrayList<>();
        if (entity.path("kind").asString("").equalsIgnoreCase("Location")) {
            JsonNode spec = entity.path("spec");
            String type = spec.path("type").asString(type(location));
            if (spec.path("target").isString()) {
                targets.add(resolved(location, type, spec.path("target").stringValue()));
            }
            spec.path("targets").forEach(target -> targets.add(resolved(location, type, target.asString(""))));
        }
        return new Placement(hit, location, annotations.path(ORIGIN).asString(""), targets);
    }

    /// Whether the other entity was read from a file that this Location points at.
    boolean leadsTo(Placement other) {
        return targets.stream().anyMatch(target -> matches(target, other.location));
    }

    private static String resolved(String base, String type, String target) {
        String place = base.substring(base.indexOf(':') + 1);
        try {
            if (target.contains("://") || place.isEmpty()) {
                return type + ':' + target;
            }
            String escaped = target.replace("*", "%2A").replace(" ", "%20");
            String whole =
                    URI.create(place.replace(" ", "%20")).resolve(escaped).toString();
            return type + ':' + whole.replace("%2A", "*").replace("%20", " ");
        } catch (IllegalArgumentException notAnAddress) {
            return type + ':' + target;
        }
    }

    private static String type(String location) {
        return location.substring(0, Math.max(0, location.indexOf(':')));
    }

    /// Compares piece by piece; each piece between two `*` is taken where it first occurs.
    static boolean matches(String pattern, String text) {
        String[] pieces = pattern.split("\\*", -1);
        if (pieces.length == 1) {
            return pattern.equals(text);
        }
        String last = pieces[pieces.length - 1];
        if (!text.startsWith(pieces[0])) {
            return false;
        }
        int at = pieces[0].length();
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = text.indexOf(pieces[i], at);
            if (found < 0) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return text.length() - last.length() >= at && text.endsWith(last);
    }
}
