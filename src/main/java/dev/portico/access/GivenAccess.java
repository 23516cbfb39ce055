package dev.portico.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An access that was asked for, approved and has not ended, which a policy does not have.
///
/// @param account     the name of the account that has it
/// @param displayName the name to show
/// @param role        the role that it was given
/// @param space       the space that the role holds in; null for everywhere
/// @param until       when it ends by itself
/// @param approvedBy  the name to show of who approved it
/// @param approvedAt  when
/// @param inPolicy    whether the policy has the role; it comes along where the access is kept and it has not
/// @param obstacle    why it cannot be kept; null where it can
public record GivenAccess(
        String account,
        String displayName,
        String role,
        @Nullable String space,
        Instant until,
        String approvedBy,
        Instant approvedAt,
        boolean inPolicy,
        @Nullable String obstacle) {}
