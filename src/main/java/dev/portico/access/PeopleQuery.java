package dev.portico.access;

import org.jspecify.annotations.Nullable;

/// Which accounts are meant.
///
/// @param text    what stands in the account's name, in the name that is shown or in the mail address; empty for any
/// @param enabled whether they may sign in; null for both
/// @param local   whether they sign in with a password of their own; null for both
/// @param role    a role that they hold, by whatever way; empty for any. Disabled accounts hold what they were given
public record PeopleQuery(
        String text, @Nullable Boolean enabled, @Nullable Boolean local, String role) {

    /// All of them.
    public static final PeopleQuery ALL = new PeopleQuery("", null, null, "");
}
