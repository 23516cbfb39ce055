package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Grant;

/// A grant as somebody holds it.
///
/// @param role      the role that it stands in
/// @param by        the role that is held, which may include that one
/// @param grant     as it is written
/// @param condition its condition, within the spaces of the roles on the way
record HeldGrant(String role, String by, Grant grant, Condition condition) {

    boolean allows() {
        return grant.allows();
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
