package dev.portico.access.ui.policy;

import dev.portico.access.Permission;
import dev.portico.access.PermissionPattern;
import dev.portico.access.Permissions;
import dev.portico.look.Words;
import java.util.List;

/// What a permission or a pattern is about, in words.
final class PermissionWords {

    private static final int MOST = 6;

    private PermissionWords() {}

    /// The permission's sentence, or which permissions a pattern matches.
    static String sentence(String pattern, Permissions permissions) {
        List<Permission> matched = permissions.all().stream()
                .filter(permission -> PermissionPattern.matches(pattern, permission.name()))
                .toList();
        if (PermissionPattern.single(pattern)) {
            return matched.isEmpty()
                    ? "No module has this permission."
                    : matched.getFirst().sentence();
        }
        if (matched.isEmpty()) {
            return "Matches none of today's permissions, and those that modules bring later.";
        }
        String some = String.join(
                ", ", matched.stream().limit(MOST).map(Permission::name).toList());
        return "Matches " + Words.count(matched.size(), "permission", "permissions") + ": " + some
                + (matched.size() > MOST ? " and others." : ".");
    }
}
