package dev.portico.access;

import dev.portico.kernel.PlainText;
import dev.portico.kernel.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Roles as JSON, for keeping and for REST. What is unknown is refused with its place, as a JSON pointer.
///
/// ```json
/// {"name": "payments-oncall", "description": "…", "includes": ["engineer"], "space": "payments",
///  "members": [{"kind": "group", "name": "group:default/oncall", "until": "2026-12-01T00:00:00Z"}],
///  "grants": [{"effect": "allow", "permission": "catalog.entity.*", "condition": {"rule": "owner-is-mine"}}]}
/// ```
public final class RoleJson {

    private static final Set<String> ROLE = Set.of("name", "description", "includes", "space", "members", "grants");
    private static final Set<String> MEMBER = Set.of("kind", "name", "until");
    private static final Set<String> GRANT = Set.of("effect", "permission", "condition");

    private RoleJson() {}

    /// Reads a role.
    ///
    /// @param place where it stands, as the beginning of a JSON pointer: `/roles/0`
    /// @throws Refusal.InvalidInput where it is none; the message names the place
    public static Role read(JsonNode json, String place) {
        object(json, place, ROLE, "a role");
        Set<String> includes = new LinkedHashSet<>();
        each(json, "includes", place, (item, where) -> includes.add(text(item, where)));
        List<RoleMember> members = new ArrayList<>();
        each(json, "members", place, (item, where) -> members.add(member(item, where)));
        List<Grant> grants = new ArrayList<>();
        each(json, "grants", place, (item, where) -> grants.add(grant(item, where)));
        return new Role(
                text(json.path("name"), place + "/name"),
                json.has("description") ? PlainText.lines(text(json.path("description"), place + "/description")) : "",
                includes,
                optional(json, "space", place),
                members,
                grants);
    }

    /// The role as JSON, to be kept and to be shown.
    public static ObjectNode write(Role role) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("name", role.name()).put("description", role.description());
        ArrayNode includes = json.putArray("includes");
        new TreeSet<>(role.includes()).forEach(includes::add);
        if (role.space() != null) {
            json.put("space", role.space());
        }
        ArrayNode members = json.putArray("members");
        role.members().forEach(member -> members.add(write(member)));
        ArrayNode grants = json.putArray("grants");
        role.grants().forEach(grant -> grants.add(write(grant)));
        return json;
    }

    /// A grant as JSON.
    public static ObjectNode write(Grant grant) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("effect", lower(grant.effect()))
                .put("permission", grant.pattern());
        if (!grant.unconditional()) {
            json.set("condition", ConditionJson.write(grant.condition()));
        }
        return json;
    }

    /// A member as JSON.
    public static ObjectNode write(RoleMember member) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", lower(member.kind()));
        if (!member.name().isEmpty()) {
            json.put("name", member.name());
        }
        if (member.until() != null) {
            json.put("until", member.until().toString());
        }
        return json;
    }

    private static RoleMember member(JsonNode json, String place) {
        object(json, place, MEMBER, "a member");
        RoleMember.Kind kind = named(RoleMember.Kind.values(), json.path("kind"), place + "/kind");
        String name = json.has("name") ? text(json.path("name"), place + "/name") : "";
        if (name.isEmpty() != (kind == RoleMember.Kind.EVERYONE)) {
            throw refused(
                    place + "/name", "a user, a group, an account and a token have a name, and everyone has none");
        }
        return new RoleMember(kind, name, instant(optional(json, "until", place), place + "/until"));
    }

    private static Grant grant(JsonNode json, String place) {
        object(json, place, GRANT, "a grant");
        Condition condition = json.has("condition")
                ? ConditionJson.read(json.path("condition"), place + "/condition")
                : Condition.always();
        return new Grant(
                named(Grant.Effect.values(), json.path("effect"), place + "/effect"),
                text(json.path("permission"), place + "/permission"),
                condition);
    }

    private static @Nullable Instant instant(@Nullable String text, String place) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException noInstant) {
            throw refused(place, "a moment has to stand here, such as 2026-12-31T18:00:00Z");
        }
    }

    private static <E extends Enum<E>> E named(E[] values, JsonNode json, String place) {
        String text = text(json, place);
        List<String> names = new ArrayList<>();
        for (E value : values) {
            if (lower(value).equals(text)) {
                return value;
            }
            names.add(lower(value));
        }
        throw refused(place, "\"" + shortened(text) + "\" is none of " + String.join(", ", names));
    }

    private static void object(JsonNode json, String place, Set<String> known, String what) {
        if (!json.isObject()) {
            throw refused(place, what + " is an object");
        }
        for (String field : json.propertyNames()) {
            if (!known.contains(field)) {
                throw refused(
                        place + "/" + shortened(field),
                        what + " has no such field; it has " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private static void each(JsonNode json, String field, String place, Taker taker) {
        JsonNode list = json.path(field);
        if (list.isMissingNode()) {
            return;
        }
        if (!list.isArray()) {
            throw refused(place + "/" + field, "a list has to stand here");
        }
        for (int number = 0; number < list.size(); number++) {
            taker.take(list.get(number), place + "/" + field + "/" + number);
        }
    }

    private static @Nullable String optional(JsonNode json, String field, String place) {
        JsonNode value = json.path(field);
        return value.isMissingNode() || value.isNull() ? null : text(value, place + "/" + field);
    }

    private static String text(JsonNode json, String place) {
        if (!json.isString()) {
            throw refused(place, "a text has to stand here");
        }
        String text = json.stringValue();
        if (text.length() > ConditionJson.LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(
                    place,
                    "a text has at most " + ConditionJson.LONGEST + " characters, none of them a control character");
        }
        return text;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static Refusal.InvalidInput refused(String place, String message) {
        return new Refusal.InvalidInput("role", place, message);
    }

    private interface Taker {
        void take(JsonNode item, String place);
    }
}
