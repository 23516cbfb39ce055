package dev.portico.access;

/// One line of a role: allows or denies what a pattern matches, under a condition.
///
/// @param effect    whether it allows or denies
/// @param pattern   a permission's name, or a [PermissionPattern] such as `catalog.*`
/// @param condition what has to be true of the thing
public record Grant(Effect effect, String pattern, Condition condition) {

    /// What a grant does where it matches.
    public enum Effect {
        ALLOW,
        DENY
    }

    /// Allows what the pattern matches.
    public static Grant allow(String pattern) {
        return allow(pattern, Condition.always());
    }

    /// Allows what the pattern matches, under a condition.
    public static Grant allow(String pattern, Condition condition) {
        return new Grant(Effect.ALLOW, pattern, condition);
    }

    /// Denies what the pattern matches, whatever else allows it, under a condition.
    public static Grant deny(String pattern, Condition condition) {
        return new Grant(Effect.DENY, pattern, condition);
    }

    /// Whether it allows.
    public boolean allows() {
        return effect == Effect.ALLOW;
    }

    /// Whether it holds for every thing.
    public boolean unconditional() {
        return condition.equals(Condition.always());
    }

    /// Whether it is about the permission.
    public boolean matches(Permission permission) {
        return PermissionPattern.matches(pattern, permission.name());
    }
}
