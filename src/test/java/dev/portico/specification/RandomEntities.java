package dev.portico.specification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Invents descriptors that are valid (§3.1) and otherwise as odd as they may be: mixed case, other scripts, values of
/// more than 200 characters, dots and equals signs in keys, lists with everything in them, values that are absent,
/// null or empty. They refer to each other, and sometimes to what does not exist.
///
/// Keys never differ in case alone, and no object holds both `a.b` and an `a` with a `b`.
public final class RandomEntities {

    private static final List<String> WORDS = List.of(
            "ticket", "Fare", "yard", "crew", "signal", "Depot", "track", "journey", "tech", "team", "Zug", "api");
    private static final List<String> KINDS = List.of(
            "Component",
            "Component",
            "Component",
            "Component",
            "API",
            "API",
            "Resource",
            "System",
            "Domain",
            "Group",
            "User");
    private static final List<String> TEXTS = List.of(
            "Ticket Machine",
            "ticket machine",
            "Łódź Fabryczna",
            "Straße nach Süden",
            "チケット販売",
            "emoji 🚆 train",
            "ΟΔΟΣ",
            "a, b and c",
            "x=y",
            "100 per cent",
            "true",
            "42",
            "",
            "quote \" and \\ slash",
            "Zebra",
            "äpfel");
    private static final List<String> TAGS = List.of("java", "c++", "c#", "go:1", "rail", "tier-1", "data", "java-25");
    private static final List<String> LABELS =
            List.of("tier", "example.com/Region", "a.b.c/x.y", "odd_Key", "portico.dev/visibility");
    private static final List<String> LABEL_VALUES = List.of("", "1", "Gold", "gold", "public", "EU-West_1.a", "true");

    private final Chance chance;
    private final Set<String> taken = new HashSet<>();
    private final List<String> refs = new ArrayList<>();

    private RandomEntities(long seed) {
        this.chance = new Chance(seed);
    }

    /// So many descriptors, all with different refs.
    public static List<JsonNode> descriptors(long seed, int count) {
        RandomEntities random = new RandomEntities(seed);
        List<JsonNode> descriptors = new ArrayList<>();
        while (descriptors.size() < count) {
            JsonNode descriptor = random.descriptor();
            String ref = Json.ref(descriptor);
            if (random.taken.add(ref)) {
                random.refs.add(ref);
                descriptors.add(descriptor);
            }
        }
        return descriptors;
    }

    private ObjectNode descriptor() {
        String kind = chance.one(KINDS);
        ObjectNode descriptor = Json.object()
                .put("apiVersion", chance.one("backstage.io/v1alpha1", "backstage.io/v1beta1"))
                .put("kind", kind);
        metadata(descriptor.putObject("metadata"));
        RandomSpecs.fill(descriptor.putObject("spec"), kind, chance, this::ref);
        return descriptor;
    }

    private void metadata(ObjectNode metadata) {
        metadata.put(
                "name", chance.one(WORDS) + chance.one("-", ".", "_", "") + chance.one(WORDS) + chance.below(1000));
        if (chance.of(0.5)) {
            metadata.put("namespace", chance.one("default", "payments", "team-a"));
        }
        if (chance.of(0.6)) {
            metadata.put("title", chance.one("Title ", "", "the ") + chance.one(WORDS) + " " + chance.one(TEXTS));
        }
        if (chance.of(0.7)) {
            metadata.put("description", text());
        }
        if (chance.of(0.6)) {
            metadata.set("tags", Json.strings(chance.some(4, TAGS)));
        }
        if (chance.of(0.6)) {
            ObjectNode labels = metadata.putObject("labels");
            chance.some(4, LABELS).forEach(label -> labels.put(label, labelValue(label)));
        }
        if (chance.of(0.5)) {
            metadata.putObject("annotations")
                    .put("example.com/note", text())
                    .put("example.org/Some.Key", chance.one(TEXTS));
        }
        if (chance.of(0.3)) {
            ArrayNode links = metadata.putArray("links");
            chance.some(3, WORDS).forEach(word -> links.addObject()
                    .put("url", "https://example.com/" + word + "?a=b")
                    .put("title", word));
        }
        if (chance.of(0.4)) {
            extra(metadata.putObject("extra"));
        }
    }

    /// Half of what says who may see it is public.
    private String labelValue(String label) {
        return label.endsWith("visibility") && chance.of(0.4) ? "public" : chance.one(LABEL_VALUES);
    }

    /// What no schema knows, and every index must take.
    private void extra(ObjectNode extra) {
        extra.put("a=b", chance.one(TEXTS))
                .put("dotted.key", chance.one(TEXTS))
                .put("With Space", chance.of(0.5))
                .put("number", chance.below(12))
                .put("fraction", chance.below(8) / 4.0);
        if (chance.of(0.4)) {
            extra.putNull("nothing");
        }
        if (chance.of(0.1)) {
            extra.put("k".repeat(190), "under a long key");
        }
        ArrayNode list = extra.putArray("list");
        for (String text : chance.some(3, TEXTS)) {
            if (!text.equals("ticket machine")) { // its key would differ from another one in case alone
                list.add(text);
            }
        }
        if (chance.of(0.5)) {
            list.add(chance.below(5))
                    .add(true)
                    .addNull()
                    .addArray()
                    .add("Nested")
                    .add(7);
            list.addObject().put("In.Object", chance.one(TEXTS));
        }
        extra.putObject("deep").putObject("deeper").put("deepest", chance.one(TEXTS));
        extra.putObject("empty");
    }

    private String text() {
        return chance.of(0.2)
                ? chance.one(TEXTS) + " and so on".repeat(chance.one(List.of(18, 19, 20, 30)))
                : chance.one(WORDS) + " " + chance.one(TEXTS);
    }

    /// A ref to an entity invented before, or to nothing; in any case, and perhaps shortened.
    private String ref(String kind) {
        List<String> known = refs.stream()
                .filter(ref -> ref.startsWith(Json.lower(kind) + ":"))
                .toList();
        String ref = known.isEmpty() || chance.of(0.2)
                ? Json.lower(kind) + ":default/" + Json.lower(chance.one(WORDS))
                : chance.one(known);
        return chance.otherCase(chance.of(0.3) ? ref.replace("default/", "") : ref);
    }
}
