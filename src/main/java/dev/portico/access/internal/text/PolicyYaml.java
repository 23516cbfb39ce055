package dev.portico.access.internal.text;

import dev.portico.access.Role;
import dev.portico.access.RoleJson;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import tools.jackson.databind.JsonNode;

/// The roles of a policy as YAML. Roles stand in the order of their names, grants and members in their own, sets in
/// alphabetical order, and what is empty is left out: the same roles give the same bytes, and what was read gives what
/// was written.
///
/// @param roles  what the text says
/// @param source the text with its places
public record PolicyYaml(List<Role> roles, PlacedYaml source) {

    private static final String ROLES = "roles";
    private static final int WIDEST = 4_096;
    private static final String START = "# Roles of a policy. See docs/access.md for what can stand here.\n";

    public PolicyYaml {
        roles = List.copyOf(roles);
    }

    /// The roles as text.
    public static String write(Collection<Role> roles) {
        List<Object> list = new ArrayList<>();
        roles.stream().sorted(Comparator.comparing(Role::name)).forEach(role -> list.add(plain(RoleJson.write(role))));
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setWidth(WIDEST)
                .setSplitLines(false)
                .build();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(ROLES, list);
        return START + new Dump(settings).dumpToString(document);
    }

    /// Reads roles from a text.
    ///
    /// @throws Refusal.InvalidInput where they are none; the message says the line, the column and the field
    public static PolicyYaml read(String text) {
        List<PlacedYaml> documents = PlacedYaml.read(text);
        if (documents.size() != 1) {
            throw new Refusal.InvalidInput(
                    "policy-yaml", "A policy is one YAML document, and here are " + documents.size());
        }
        PlacedYaml source = documents.getFirst();
        JsonNode list = source.value().path(ROLES);
        if (!source.value().isObject() || source.value().size() != 1 || !list.isArray()) {
            throw new Refusal.InvalidInput(
                    "policy-yaml",
                    "At line 1, column 1: a policy has one field, roles, with a list of them; write"
                            + " roles: in the first line and the roles below it");
        }
        List<Role> roles = new ArrayList<>();
        for (int number = 0; number < list.size(); number++) {
            int at = number;
            roles.add(placed(source, "", () -> RoleJson.read(list.get(at), "/roles/" + at)));
        }
        return new PolicyYaml(roles, source);
    }

    /// Passes on what is asked; a refusal says where in the text it belongs.
    ///
    /// @param pointer where to look, if the refusal itself names no place
    public static <T> T placed(PlacedYaml source, String pointer, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (Refusal.InvalidInput wrong) {
            String at = wrong.place().isEmpty() ? pointer : wrong.place();
            String field = at.isEmpty() ? "" : ", " + at.substring(1).replace('/', '.');
            throw new Refusal.InvalidInput(
                    "policy-yaml", "At " + source.place(at).words() + field + ": " + wrong.detail());
        }
    }

    private static Object plain(JsonNode json) {
        if (json.isArray()) {
            List<Object> list = new ArrayList<>();
            json.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (!json.isObject()) {
            return json.stringValue();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            JsonNode value = field.getValue();
            boolean empty = (value.isArray() || value.isObject())
                    ? value.isEmpty()
                    : value.stringValue().isEmpty();
            if (!empty || field.getKey().equals("value")) {
                map.put(field.getKey(), plain(value));
            }
        });
        return map;
    }
}
