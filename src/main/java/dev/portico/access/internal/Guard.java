package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.ChangeGuard;
import dev.portico.access.Decision;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Explanation.Way;
import dev.portico.access.Permission;
import dev.portico.access.Role;
import dev.portico.audit.Audit;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Stands before changes, those of accounts, tokens and secrets among them. A change that it refuses is audited, in a
/// transaction of its own; a refused question leaves its line in the log of requests only, or whoever repeats it would
/// fill the trail.
@Component
final class Guard implements ChangeGuard {

    private static final ScopedValue<List<Change>> KEPT = ScopedValue.newInstance();

    private final Access access;
    private final Roles roles;
    private final Holdings holdings;
    private final PolicyRights policyRights;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final RefusedAttempts attempts;

    Guard(
            Access access,
            Roles roles,
            Holdings holdings,
            PolicyRights policyRights,
            Audit audit,
            TransactionOperations transactions,
            RefusedAttempts attempts) {
        this.access = access;
        this.roles = roles;
        this.holdings = holdings;
        this.policyRights = policyRights;
        this.audit = audit;
        this.transactions = transactions;
        this.attempts = attempts;
    }

    @Override
    public void require(Reader reader, Permission permission, String thingType, String thingId) {
        require(reader, Deed.of(permission), thingType, thingId);
    }

    /// Passes where the reader holds the permission that the deed takes.
    void require(Reader reader, Deed deed, String thingType, String thingId) {
        Decision decision = access.decide(reader, deed.permission());
        if (!decision.allowed()) {
            refused(reader, deed, thingType, thingId);
            decision.require(reader);
        }
    }

    @Override
    public void require(Reader reader, Permission permission, Thing thing) {
        require(reader, Deed.of(permission), thing);
    }

    /// As above, for a thing.
    void require(Reader reader, Deed deed, Thing thing) {
        Decision decision = access.decide(reader, deed.permission(), thing);
        if (!decision.allowed()) {
            refused(reader, deed, thing.type(), thing.id());
            decision.require(reader);
        }
    }

    /// Passes where the reader holds the permission to read.
    void requireReading(Reader reader, Permission permission) {
        access.decide(reader, permission).require(reader);
    }

    /// Passes where the scopes of the reader's token, if it has any, hold the permission, and no space limits it. For
    /// what everybody may with what is their own, and a token only where it was made for that.
    void requireScope(Reader reader, Deed deed, String thingType, String thingId) {
        if (isBeyond(reader, deed.permission())) {
            refused(reader, deed, thingType, thingId);
            throw beyond(reader, deed.permission());
        }
    }

    /// As [#requireScope], for reading.
    void requireScopeForReading(Reader reader, Permission permission) {
        if (isBeyond(reader, permission)) {
            throw beyond(reader, permission);
        }
    }

    private boolean isBeyond(Reader reader, Permission permission) {
        return reader.spaces() != null || !holdings.coverScope(reader, permission.name());
    }

    /// Why the token of the reader does not reach.
    static Refusal beyond(Reader reader, Permission permission) {
        Set<String> spaces = reader.spaces();
        return spaces == null
                ? Refusal.Forbidden.beyondScopes(permission.name(), reader.subject())
                : Refusal.Forbidden.byToken(
                        permission.name(),
                        "The token of " + reader.subject() + " is limited to " + TokenRights.words(spaces)
                                + " and to its scopes, and this is outside of them; use another, or sign in");
    }

    /// Passes where the roles exist and the reader holds all that they allow.
    void requireHolding(Reader reader, Collection<String> wanted, Deed deed, String thingType, String thingId) {
        requireHolding(reader, wanted, null, deed, thingType, thingId);
    }

    /// As above, for roles that are to count in some spaces alone; null for everywhere.
    void requireHolding(
            Reader reader,
            Collection<String> wanted,
            @Nullable Set<String> spaces,
            Deed deed,
            String thingType,
            String thingId) {
        List<String> known = wanted.isEmpty()
                ? List.of()
                : roles.all().stream()
                        .filter(role -> policyRights.knows(reader, role))
                        .map(Role::name)
                        .toList();
        for (String role : wanted) {
            if (!known.contains(role)) {
                throw new Refusal.InvalidInput(
                        "role-unknown", "There is no role \"" + role + "\"; there are " + String.join(", ", known));
            }
            requireCovered(reader, role, spaces, deed, thingType, thingId);
        }
    }

    /// Passes where the reader holds all that somebody else holds: themselves, by their name or by their groups.
    /// What everyone holds does not count, nor does a role that is no more.
    void requireHoldingAllOf(Reader reader, Reader other, Deed deed, String thingType, String thingId) {
        for (HeldRole role : access.roles(other)) {
            boolean ownRole = role.holdings().stream()
                    .anyMatch(holding -> holding.way() != Way.EVERYONE && holding.way() != Way.INCLUDED);
            if (role.known() && ownRole) {
                requireCovered(reader, role.role(), other.spaces(), deed, thingType, thingId);
            }
        }
    }

    private void requireCovered(
            Reader reader, String role, @Nullable Set<String> spaces, Deed deed, String thingType, String thingId) {
        if (!holdings.cover(reader, role, spaces)) {
            refused(reader, deed, thingType, thingId);
            throw new Refusal.Forbidden(
                    deed.permission().name(),
                    reader.name() + " holds less than the role " + role
                            + " allows, so cannot give it, take it or act on one who has it. Ask an admin.");
        }
    }

    @Override
    public void refused(Reader reader, Permission permission, String thingType, String thingId) {
        refused(reader, Deed.of(permission), thingType, thingId);
    }

    /// Leaves the row of a deed that was refused.
    void refused(Reader reader, Deed deed, String thingType, String thingId) {
        leave(deed.refused(reader, thingType, thingId));
    }

    /// Leaves the row of a deed that was refused though the reader holds the permission, with the reason.
    void refused(Reader reader, Deed deed, String thingType, String thingId, Refusal why) {
        leave(deed.refused(reader, thingType, thingId).because(why.reason()));
    }

    private void leave(Change refused) {
        transactions.executeWithoutResult(status -> audit.record(refused));
        if (KEPT.isBound()) {
            KEPT.get().add(refused);
        }
    }

    /// Does what goes on where a part of it is refused, in one transaction. Where that is undone, the rows of
    /// what was refused within it are written once more, by themselves.
    <T> T keeping(Supplier<T> change) {
        List<Change> left = new ArrayList<>();
        try {
            return ScopedValue.where(KEPT, left).call(change::get);
        } catch (RuntimeException undone) {
            try {
                transactions.executeWithoutResult(status -> left.forEach(audit::record));
            } catch (RuntimeException away) {
                undone.addSuppressed(away);
            }
            throw undone;
        }
    }

    @Override
    public void unproven(String about, String address) {
        attempts.add(
                RefusedAttempts.Kind.MESSAGE, about.isEmpty() ? "unknown" : about, about, address, Reader::anonymous);
    }
}
