package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Grant;
import dev.portico.access.Permission;
import java.util.Set;

/// A grant as somebody holds it.
///
/// @param role      the role that it stands in
/// @param by        the role that is held, which may include that one
/// @param grant     as it is written
/// @param ofSpace   whether a role on the way is one of a space
/// @param condition its condition, within the spaces of the roles on the way
record HeldGrant(String role, String by, Grant grant, boolean ofSpace, Condition condition) {

    boolean allows() {
        return grant.allows();
    }

    /// Whether it counts for somebody with these roles. Denials spare whoever holds the role `admin` in what
    /// administers the portal, and those of a space spare them everywhere: who was handed a part of the rights can
    /// not keep those out who handed it over, and what an admin publishes by mistake can be undone.
    boolean counts(Set<String> held, Permission permission) {
        return allows()
                || !held.contains(Roles.ADMIN)
                || !(ofSpace || AccessPermissions.administers(permission.name()));
    }

    boolean unconditional() {
        return condition.equals(Condition.always());
    }

    /// The grant with the condition under which it is really held.
    Grant effective() {
        return new Grant(grant.effect(), grant.pattern(), condition);
    }

    /// The grant as a sentence: "The role guest allows catalog.entity.read where its label … is public".
    String sentence(String permission) {
        String sentence = "The role " + role + (role.equals(by) ? "" : ", which " + by + " includes,")
                + (allows() ? " allows " : " denies ") + permission;
        return unconditional() ? sentence : sentence + " where " + condition.words();
    }
}
