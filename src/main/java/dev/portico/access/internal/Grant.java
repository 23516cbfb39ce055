package dev.portico.access.internal;

import dev.portico.access.Condition;
import dev.portico.access.Permission;

/// One line of a role: allows or denies what a pattern matches, under a condition.
///
/// @param pattern a permission's name, a prefix such as `catalog.*`, or `*`
record Grant(String role, String pattern, Effect effect, Condition condition) {

    enum Effect {
        ALLOW,
        DENY
    }

    static Grant allow(String role, String pattern) {
        return allow(role, pattern, Condition.always());
    }

    static Grant allow(String role, String pattern, Condition condition) {
        return new Grant(role, pattern, Effect.ALLOW, condition);
    }

    boolean allows() {
        return effect == Effect.ALLOW;
    }

    boolean unconditional() {
        return condition.equals(Condition.always());
    }

    boolean matches(Permission permission) {
        return matches(pattern, permission.name());
    }

    static boolean matches(String pattern, String permission) {
        return pattern.equals("*")
                || pattern.equals(permission)
                || (pattern.endsWith(".*") && permission.startsWith(pattern.substring(0, pattern.length() - 1)));
    }

    /// The grant as a sentence: "The role guest allows catalog.entity.read where its label … is public".
    String sentence(Permission permission) {
        String sentence = "The role " + role + (allows() ? " allows " : " denies ") + permission.name();
        return unconditional() ? sentence : sentence + " where " + condition.words();
    }
}
