package dev.portico.access.internal;

import dev.portico.access.Role;
import dev.portico.access.RoleJson;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The roles of a policy as the one document that is kept.
final class PolicyDocument {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROLES = "roles";

    private PolicyDocument() {}

    /// @throws Refusal.InvalidInput where it is none; the message names the place
    static List<Role> read(String document) {
        JsonNode json;
        try {
            json = JSON.readTree(document);
        } catch (JacksonException broken) {
            throw new Refusal.InvalidInput("policy", "At /: it is no JSON");
        }
        if (!json.isObject() || json.size() != 1 || !json.path(ROLES).isArray()) {
            throw new Refusal.InvalidInput("policy", "At /: a policy is an object with a list of roles and no more");
        }
        List<Role> roles = new ArrayList<>();
        for (int number = 0; number < json.path(ROLES).size(); number++) {
            roles.add(RoleJson.read(json.path(ROLES).get(number), "/roles/" + number));
        }
        return roles;
    }

    static String write(Collection<Role> roles) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode list = json.putArray(ROLES);
        roles.forEach(role -> list.add(RoleJson.write(role)));
        return json.toString();
    }
}
