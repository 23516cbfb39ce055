package dev.portico.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a decision came out as it did: the roles considered, each of their grants, and each condition with the values
/// that were seen.
///
/// @param policy    the number of the policy that was asked
/// @param limits    what stood before every role, such as a token that is not scoped for it; empty where nothing did
/// @param roles     the roles held, in the order of their names
/// @param grants    the grants of those roles, in the order they were looked at
/// @param sentences the same for people: the limits, how the roles are held, and the grants that are about the
///                  permission
public record Explanation(
        int policy, List<String> limits, List<HeldRole> roles, List<SeenGrant> grants, List<String> sentences) {

    public Explanation {
        limits = List.copyOf(limits);
        roles = List.copyOf(roles);
        grants = List.copyOf(grants);
        sentences = List.copyOf(sentences);
    }

    /// How somebody comes to hold a role.
    public enum Way {
        /// The account has it.
        ACCOUNT,
        /// The service token has it, or Portico's own job.
        TOKEN,
        /// Their User entity is a member.
        USER,
        /// One of their groups is a member.
        GROUP,
        /// Everyone who is signed in is a member.
        EVERYONE,
        /// A role that they hold includes it.
        INCLUDED
    }

    /// A role that is held.
    ///
    /// @param known whether the policy has such a role; what it does not have grants nothing
    public record HeldRole(String role, boolean known, List<Holding> holdings) {
        public HeldRole {
            holdings = List.copyOf(holdings);
        }
    }

    /// One way in which a role is held.
    ///
    /// @param through the account, token, ref or role that it comes by; empty for everyone
    /// @param until   when that ends; null where it does not
    public record Holding(Way way, String through, @Nullable Instant until) {}

    /// What became of a grant.
    public enum Outcome {
        /// It is about other permissions.
        OTHER_PERMISSION,
        /// It is about the permission, and its condition holds.
        HOLDS,
        /// It is about the permission, and its condition does not hold.
        DOES_NOT_HOLD,
        /// It is about the permission, and its condition can be asked of a thing only, of which none was named.
        NEEDS_THING,
        /// It denies the permission, which does not reach whoever holds the role `admin`.
        SPARES_ADMIN
    }

    /// A grant that was looked at.
    ///
    /// @param role      the role that it stands in
    /// @param condition what its condition saw; null where it has none, or was not asked
    public record SeenGrant(
            String role,
            Grant grant,
            Outcome outcome,
            @Nullable SeenCondition condition) {}

    /// A condition that was looked at, with those inside it.
    ///
    /// @param words  the condition in plain words
    /// @param wanted the values it asks for; empty where any will do, and for all of, any of and not
    /// @param seen   the values that the thing has there, a few of them where it has many
    public record SeenCondition(
            String words, boolean holds, Set<String> wanted, Collection<String> seen, List<SeenCondition> parts) {
        public SeenCondition {
            wanted = Set.copyOf(wanted);
            seen = List.copyOf(seen);
            parts = List.copyOf(parts);
        }
    }
}
