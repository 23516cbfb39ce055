package dev.portico.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who holds a role by the policy, beside the accounts and tokens that it was given to.
///
/// @param kind  who is meant
/// @param name  the ref of a User or Group, or the name of an account or a service token; empty for
///              everyone
/// @param until when it ends; null where it does not
public record RoleMember(Kind kind, String name, @Nullable Instant until) {

    /// Who may be a member.
    public enum Kind {
        /// The account that belongs to this User entity.
        USER,
        /// Everyone in the group or in a group below it.
        GROUP,
        /// Everyone who is signed in with an account.
        EVERYONE,
        /// The service token of this name.
        TOKEN,
        /// The account of this name.
        ACCOUNT
    }

    /// Whether the membership counts at a moment.
    public boolean counts(Instant now) {
        return until == null || now.isBefore(until);
    }

    /// The member in words: `group:default/payments`, `everyone signed in`, `the token ci`, `the account
    /// jane`.
    public String words() {
        return switch (kind) {
            case USER, GROUP -> name;
            case EVERYONE -> "everyone signed in";
            case TOKEN -> "the token " + name;
            case ACCOUNT -> "the account " + name;
        };
    }
}
