package dev.portico.access.internal;

import dev.portico.access.Permission;
import dev.portico.access.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// The permissions that access itself checks.
@Component
final class AccessPermissions implements PermissionSource {

    static final Permission MANAGE_ACCOUNTS =
            Permission.general("access.account.manage", "Make, change and disable accounts and give them roles.");
    static final Permission OWN_ACCOUNT = Permission.general(
            "access.account.own",
            "Read one's own account, change its password and end its sessions. Everybody may; a token with scopes needs"
                    + " it among them.");
    static final String TOKEN = "access-token";
    static final Permission MANAGE_TOKENS = new Permission(
            "access.token.manage",
            TOKEN,
            "See and revoke everybody's tokens, and make tokens for services; in a space, those that are limited to"
                    + " it.");
    static final Permission OWN_TOKENS = new Permission(
            "access.token.own",
            TOKEN,
            "Make personal tokens that act as oneself. Seeing and revoking one's own takes no role; a token with scopes"
                    + " needs it among them.");
    static final Permission MANAGE_SECRETS = Permission.general(
            "secrets.secret.manage", "Store, replace and remove secrets; nobody can read them back.");
    static final Permission READ_METRICS =
            Permission.general("shell.metrics.read", "Read the portal's metrics and technical state.");

    static final String ROLE = "access-role";
    static final String SPACE = "access-space";
    static final Permission READ_POLICY = new Permission(
            "access.policy.read",
            ROLE,
            "See the roles of policies, what differs between them, and why people may what.");
    static final Permission EDIT_ROLE =
            new Permission("access.role.edit", ROLE, "Change roles in a draft of a policy.");
    static final Permission PUBLISH_POLICY =
            new Permission("access.policy.publish", ROLE, "Put changes of roles in force, and old policies again.");
    static final Permission READ_REVIEW = new Permission(
            "access.review.read",
            ROLE,
            "See access reviews of roles, who holds these roles, and the reports of them. Reviewers see their own"
                    + " without it.");
    static final Permission MANAGE_REVIEW = new Permission(
            "access.review.manage",
            ROLE,
            "Begin access reviews of roles and close them; what is removed takes the rights to change it.");
    static final Permission DECIDE_REVIEW = new Permission(
            "access.review.decide", ROLE, "Decide in access reviews of roles that name one as a reviewer.");
    static final Permission CREATE_SPACE = Permission.general("access.space.create", "Make spaces.");
    static final Permission READ_SPACE = new Permission("access.space.read", SPACE, "See a space and its groups.");
    static final Permission MANAGE_SPACE =
            new Permission("access.space.manage", SPACE, "Change a space, its groups and its settings, and delete it.");

    /// Whether it is one by which rights are kept and watched over.
    static boolean administers(String permission) {
        return permission.startsWith("access.") || permission.startsWith("audit.");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                READ_POLICY,
                EDIT_ROLE,
                PUBLISH_POLICY,
                READ_REVIEW,
                MANAGE_REVIEW,
                DECIDE_REVIEW,
                CREATE_SPACE,
                READ_SPACE,
                MANAGE_SPACE,
                MANAGE_ACCOUNTS,
                OWN_ACCOUNT,
                MANAGE_TOKENS,
                OWN_TOKENS,
                MANAGE_SECRETS,
                READ_METRICS);
    }
}
