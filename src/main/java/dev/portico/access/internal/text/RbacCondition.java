package dev.portico.access.internal.text;

import dev.portico.access.Condition;
import dev.portico.access.PolicyExchange.Finding.Outcome;
import dev.portico.access.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A condition of a conditional policy as one of Portico's. All or nothing: a part that has no counterpart would change
/// what the others mean.
final class RbacCondition {

    private static final String OWN = "$ownerRefs";

    private RbacCondition() {}

    /// @param at the JSON pointer of it in its document
    /// @throws NoCounterpart where something in it has none, with the pointer of the innermost part that has not
    static Condition read(JsonNode json, String at) throws NoCounterpart {
        if (json.has("allOf")) {
            return new Condition.AllOf(parts(json.path("allOf"), at + "/allOf"));
        }
        if (json.has("anyOf")) {
            return new Condition.AnyOf(parts(json.path("anyOf"), at + "/anyOf"));
        }
        if (json.has("not")) {
            return new Condition.Not(read(json.path("not"), at + "/not"));
        }
        try {
            return rule(json);
        } catch (NoCounterpart none) {
            throw none.at(at);
        }
    }

    private static List<Condition> parts(JsonNode list, String at) throws NoCounterpart {
        if (!list.isArray() || list.isEmpty()) {
            throw new NoCounterpart(Outcome.OPEN, "a list of conditions is missing or empty; write one below it")
                    .at(at);
        }
        List<Condition> parts = new ArrayList<>();
        for (JsonNode part : list) {
            parts.add(read(part, at + "/" + parts.size()));
        }
        return parts;
    }

    private static Condition rule(JsonNode json) throws NoCounterpart {
        String rule = json.path("rule").asString("");
        JsonNode values = json.path("params");
        return switch (rule) {
            case "IS_ENTITY_KIND" -> new Rule.KindIn(texts(values.path("kinds"), "kinds"));
            case "IS_ENTITY_OWNER" -> owner(texts(values.path("claims"), "claims"));
            case "HAS_LABEL" -> new Rule.LabelHas(text(values, "label"), Set.of());
            case "HAS_ANNOTATION" ->
                new Rule.AnnotationHas(
                        text(values, "annotation"), values.has("value") ? Set.of(text(values, "value")) : Set.of());
            case "HAS_SPEC" -> spec(text(values, "key"), text(values, "value"));
            case "HAS_METADATA" -> metadata(text(values, "key"), text(values, "value"));
            case "" ->
                throw new NoCounterpart(
                        Outcome.OPEN, "a condition names no rule; write rule: and its name, such as IS_ENTITY_OWNER");
            default ->
                throw new NoCounterpart("the rule " + rule
                        + " has no counterpart; add the grant by hand, with a condition that says what it said");
        };
    }

    /// Only the person together with all their groups is what `owner-is-mine` says.
    private static Condition owner(Set<String> claims) throws NoCounterpart {
        if (claims.equals(Set.of(OWN))) {
            return new Rule.OwnerIsMine();
        }
        throw new NoCounterpart(
                Outcome.OPEN,
                "IS_ENTITY_OWNER is taken with the claim " + OWN
                        + " alone; for groups that are named, make a space of them and use space-is");
    }

    private static Condition spec(String key, String value) {
        return switch (key) {
            case "type" -> new Rule.TypeIn(Set.of(value));
            case "lifecycle" -> new Rule.LifecycleIn(Set.of(value));
            default -> new Rule.SpecEquals(key, value);
        };
    }

    private static Condition metadata(String key, String value) throws NoCounterpart {
        return switch (key) {
            case "tags" -> new Rule.TagHas(value);
            case "namespace" -> new Rule.NamespaceIn(Set.of(value));
            default ->
                throw new NoCounterpart("HAS_METADATA is taken for tags and namespace, and " + key
                        + " is neither; add the grant by hand, with a condition on a tag, label or annotation");
        };
    }

    private static String text(JsonNode values, String name) throws NoCounterpart {
        String text = values.path(name).asString("");
        if (text.isBlank()) {
            throw new NoCounterpart(Outcome.OPEN, "the parameter " + name + " is missing; write it below params");
        }
        return text;
    }

    private static Set<String> texts(JsonNode list, String name) throws NoCounterpart {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString("")));
        if (texts.isEmpty() || texts.contains("")) {
            throw new NoCounterpart(
                    Outcome.OPEN, "the parameter " + name + " is missing or empty; write a list below params");
        }
        return Set.copyOf(new java.util.HashSet<>(texts));
    }

    /// Says why something cannot be taken in.
    static final class NoCounterpart extends Exception {
        private static final long serialVersionUID = 1L;

        private final Outcome outcome;
        private final String pointer;

        NoCounterpart(String why) {
            this(Outcome.LOST, why);
        }

        /// @param outcome whether it is lost, or what else becomes of it
        NoCounterpart(Outcome outcome, String why) {
            this(outcome, why, "");
        }

        private NoCounterpart(Outcome outcome, String why, String pointer) {
            super(why);
            this.outcome = outcome;
            this.pointer = pointer;
        }

        /// The same of the part of a document that this JSON pointer leads to.
        NoCounterpart at(String part) {
            return new NoCounterpart(outcome, why(), part);
        }

        String why() {
            return Objects.requireNonNull(getMessage());
        }

        /// The JSON pointer of the part that has none; empty where it is the whole.
        String pointer() {
            return pointer;
        }

        Outcome outcome() {
            return outcome;
        }
    }
}
