package dev.portico.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portico.access.Grant;
import dev.portico.access.Role;
import dev.portico.access.RoleJson;
import dev.portico.access.RoleMember;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A role over REST. What does not fit is refused with its place, as a JSON pointer.
///
/// @param name     left out in a request, where the address names it
/// @param includes the roles whose grants it has too
/// @param space    the space that it holds in; left out for everywhere
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoleBody(
        @Nullable String name,
        @Nullable String description,
        @Nullable Set<String> includes,
        @Nullable String space,
        @Nullable List<MemberBody> members,
        @Nullable List<GrantBody> grants) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static RoleBody of(Role role) {
        return JSON.treeToValue(RoleJson.write(role), RoleBody.class);
    }

    /// @param named the role's name, as the address has it
    Role role(String named) {
        ObjectNode json = JSON.valueToTree(this);
        return RoleJson.read(json.put("name", named), "");
    }

    /// @param kind  `user`, `group`, `everyone`, `account` or `token`
    /// @param name  a ref or the name of an account or a token; left out for everyone
    /// @param until when the membership ends, such as `2026-12-31T18:00:00Z`; left out where it does not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberBody(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String until) {

        static MemberBody of(RoleMember member) {
            return JSON.treeToValue(RoleJson.write(member), MemberBody.class);
        }
    }

    /// @param effect     `allow` or `deny`
    /// @param permission a permission, or a pattern such as `catalog.*` or `*.*.read`
    /// @param condition  a tree of rules; left out for none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrantBody(
            @Nullable String effect,
            @Nullable String permission,
            @Nullable Map<String, Object> condition) {

        static GrantBody of(Grant grant) {
            return JSON.treeToValue(RoleJson.write(grant), GrantBody.class);
        }
    }
}
