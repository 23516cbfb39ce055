package dev.portico.access;

import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Conditions as JSON, for keeping and for REST: an object whose `rule` names it, and its parameters beside that.
///
/// ```json
/// {"rule": "all-of", "parts": [{"rule": "owner-is-mine"}, {"rule": "kind-in", "values": ["component", "api"]}]}
/// ```
///
/// What is unknown is refused with its place, as a JSON pointer: a rule that nobody knows is no condition, and a
/// parameter that nobody reads would be one that nobody asks.
public final class ConditionJson {

    /// How deep trees may be.
    public static final int DEEPEST = 12;

    /// How many rules and joints a tree may have.
    public static final int MOST_PARTS = 200;

    /// How many values a rule may name.
    public static final int MOST_VALUES = 200;

    /// How long a text in a rule may be, in characters.
    public static final int LONGEST = 500;

    private static final String RULE = "rule";
    private static final String PARTS = "parts";
    private static final String PART = "part";
    private static final String VALUES = "values";

    private int parts;

    private ConditionJson() {}

    /// Reads a condition.
    ///
    /// @param place where the JSON stands, as the beginning of a JSON pointer: `/roles/0/grants/2/condition`
    /// @throws Refusal.InvalidInput where it is none; the message names the place
    public static Condition read(JsonNode json, String place) {
        return new ConditionJson().read(json, place, 1);
    }

    /// The condition as JSON. Equal conditions give equal JSON.
    public static ObjectNode write(Condition condition) {
        return switch (condition) {
            case Condition.AllOf all -> joint("all-of", all.parts());
            case Condition.AnyOf any -> joint("any-of", any.parts());
            case Condition.Not not -> {
                ObjectNode json = rule("not");
                json.set(PART, write(not.part()));
                yield json;
            }
            case Rule.OwnerIsMine mine -> rule("owner-is-mine");
            case Rule.KindIn kind -> listed("kind-in", kind.kinds());
            case Rule.TypeIn type -> listed("type-in", type.types());
            case Rule.LifecycleIn lifecycle -> listed("lifecycle-in", lifecycle.lifecycles());
            case Rule.NamespaceIn namespace -> listed("namespace-in", namespace.namespaces());
            case Rule.EntityIs entity -> listed("entity-is", entity.ids());
            case Rule.TagHas tag -> rule("tag-has").put("tag", tag.tag());
            case Rule.LabelHas label -> keyed("label-has", "label", label.label(), label.values());
            case Rule.AnnotationHas annotation ->
                keyed("annotation-has", "annotation", annotation.annotation(), annotation.values());
            case Rule.SpecEquals spec ->
                rule("spec-equals").put("field", spec.field()).put("value", spec.value());
            case Rule.SpaceIs space -> rule("space-is").put("space", space.space());
        };
    }

    private Condition read(JsonNode json, String place, int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw refused(
                    place,
                    "the condition is too large; a tree has at most " + MOST_PARTS + " parts and is at most " + DEEPEST
                            + " deep");
        }
        if (!json.isObject()) {
            throw refused(place, "a condition is an object whose \"rule\" names it");
        }
        String rule = text(json, RULE, place);
        return switch (rule) {
            case "all-of" -> new Condition.AllOf(parts(json, place, depth));
            case "any-of" -> new Condition.AnyOf(parts(json, place, depth));
            case "not" -> {
                only(json, place, Set.of(RULE, PART));
                yield new Condition.Not(read(json.path(PART), place + "/" + PART, depth + 1));
            }
            case "owner-is-mine" -> {
                only(json, place, Set.of(RULE));
                yield new Rule.OwnerIsMine();
            }
            case "kind-in" -> new Rule.KindIn(listed(json, place));
            case "type-in" -> new Rule.TypeIn(listed(json, place));
            case "lifecycle-in" -> new Rule.LifecycleIn(listed(json, place));
            case "namespace-in" -> new Rule.NamespaceIn(listed(json, place));
            case "entity-is" -> new Rule.EntityIs(listed(json, place));
            case "tag-has" -> {
                only(json, place, Set.of(RULE, "tag"));
                yield new Rule.TagHas(name(json, "tag", place));
            }
            case "label-has" -> {
                only(json, place, Set.of(RULE, "label", VALUES));
                yield new Rule.LabelHas(name(json, "label", place), values(json, place, true));
            }
            case "annotation-has" -> {
                only(json, place, Set.of(RULE, "annotation", VALUES));
                yield new Rule.AnnotationHas(name(json, "annotation", place), values(json, place, true));
            }
            case "spec-equals" -> {
                only(json, place, Set.of(RULE, "field", "value"));
                yield new Rule.SpecEquals(name(json, "field", place), text(json, "value", place));
            }
            case "space-is" -> {
                only(json, place, Set.of(RULE, "space"));
                yield new Rule.SpaceIs(name(json, "space", place));
            }
            default ->
                throw refused(
                        place + "/" + RULE,
                        "there is no rule \"" + shortened(rule) + "\"; there are all-of, any-of, not, owner-is-mine,"
                                + " kind-in, type-in, lifecycle-in, tag-has, label-has, annotation-has, namespace-in,"
                                + " space-is, spec-equals and entity-is");
        };
    }

    private List<Condition> parts(JsonNode json, String place, int depth) {
        only(json, place, Set.of(RULE, PARTS));
        JsonNode list = json.path(PARTS);
        if (!list.isArray()) {
            throw refused(place + "/" + PARTS, "the parts of a condition are a list");
        }
        List<Condition> read = new ArrayList<>();
        for (int number = 0; number < list.size(); number++) {
            read.add(read(list.get(number), place + "/" + PARTS + "/" + number, depth + 1));
        }
        return read;
    }

    private static Set<String> listed(JsonNode json, String place) {
        only(json, place, Set.of(RULE, VALUES));
        return values(json, place, false);
    }

    private static Set<String> values(JsonNode json, String place, boolean optional) {
        JsonNode list = json.path(VALUES);
        if (list.isMissingNode() && optional) {
            return Set.of();
        }
        String where = place + "/" + VALUES;
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_VALUES) {
            throw refused(where, "the values are a list of 1 to " + MOST_VALUES + " texts");
        }
        Set<String> values = new HashSet<>();
        for (int number = 0; number < list.size(); number++) {
            values.add(checked(list.get(number), where + "/" + number));
        }
        return values;
    }

    private static String name(JsonNode json, String field, String place) {
        String name = text(json, field, place);
        if (name.isBlank()) {
            throw refused(place + "/" + field, "it is empty; name one");
        }
        return name;
    }

    private static String text(JsonNode json, String field, String place) {
        return checked(json.path(field), place + "/" + field);
    }

    private static String checked(JsonNode json, String place) {
        if (!json.isString()) {
            throw refused(place, "a text has to stand here");
        }
        String text = json.stringValue();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(place, "a text has at most " + LONGEST + " characters, none of them a control character");
        }
        return text;
    }

    private static void only(JsonNode json, String place, Set<String> known) {
        for (String field : json.propertyNames()) {
            if (!known.contains(field)) {
                throw refused(
                        place + "/" + shortened(field),
                        "the rule " + json.path(RULE).asString() + " has no such parameter; it has "
                                + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static Refusal.InvalidInput refused(String place, String message) {
        return new Refusal.InvalidInput("condition", place, message);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static ObjectNode joint(String rule, List<Condition> parts) {
        ObjectNode json = rule(rule);
        ArrayNode list = json.putArray(PARTS);
        parts.forEach(part -> list.add(write(part)));
        return json;
    }

    private static ObjectNode listed(String rule, Collection<String> values) {
        ObjectNode json = rule(rule);
        ArrayNode list = json.putArray(VALUES);
        new TreeSet<>(values).forEach(list::add);
        return json;
    }

    private static ObjectNode keyed(String rule, String key, String name, Collection<String> values) {
        ObjectNode json = rule(rule).put(key, name);
        if (!values.isEmpty()) {
            ArrayNode list = json.putArray(VALUES);
            new TreeSet<>(values).forEach(list::add);
        }
        return json;
    }

    private static ObjectNode rule(String name) {
        return JsonNodeFactory.instance.objectNode().put(RULE, name);
    }
}
