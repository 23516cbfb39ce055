package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Allow or deny, with the reasons. The reasons are worked out when they are asked for, from what was decided on.
public final class Decision {

    private final boolean allowed;
    private final boolean depends;
    private final Permission permission;
    private final @Nullable String thing;
    private final Supplier<Explanation> explaining;
    private volatile @Nullable Explanation explained;

    /// @param allowed    whether the reader may
    /// @param permission the permission that was asked for
    /// @param explaining works out the reasons
    public Decision(boolean allowed, Permission permission, Supplier<Explanation> explaining) {
        this(allowed, false, permission, null, explaining);
    }

    /// A decision about no thing in particular.
    ///
    /// @param scope      what of the permission's resource type the reader may act on
    /// @param permission the permission that was asked for
    /// @param explaining works out the reasons
    public static Decision unnamed(Scope scope, Permission permission, Supplier<Explanation> explaining) {
        boolean depends = scope instanceof Scope.Where && !permission.isGeneral();
        return new Decision(scope instanceof Scope.All, depends, permission, null, explaining);
    }

    /// @param allowed    whether the reader may
    /// @param permission the permission that was asked for
    /// @param thing      the id of the thing that it was asked about; null for none
    /// @param explaining works out the reasons
    public Decision(boolean allowed, Permission permission, @Nullable String thing, Supplier<Explanation> explaining) {
        this(allowed, false, permission, thing, explaining);
    }

    private Decision(
            boolean allowed,
            boolean depends,
            Permission permission,
            @Nullable String thing,
            Supplier<Explanation> explaining) {
        this.allowed = allowed;
        this.depends = depends;
        this.permission = permission;
        this.thing = thing;
        this.explaining = explaining;
    }

    /// Whether the reader may.
    public boolean allowed() {
        return allowed;
    }

    /// Whether it hangs on the thing: none was named, and the reader may act on some of them and not on others. Whoever
    /// acts goes by [#allowed], which is no then.
    public boolean depends() {
        return depends;
    }

    /// The permission that was asked for.
    public Permission permission() {
        return permission;
    }

    /// The reasons as data.
    public Explanation reasons() {
        Explanation reasons = explained;
        if (reasons == null) {
            reasons = explaining.get();
            explained = reasons;
        }
        return reasons;
    }

    /// The reasons in sentences: the roles and grants considered, in the order they were looked at.
    public List<String> explanation() {
        return reasons().sentences();
    }

    /// Passes where this is an allowance.
    ///
    /// @throws Refusal.Forbidden where it is a denial; the message names the permission and whom to ask
    public void require(Reader reader) {
        if (!allowed) {
            if (isBeyondScopes(reader)) {
                throw Refusal.Forbidden.beyondScopes(permission.name(), reader.subject());
            }
            throw new Refusal.Forbidden(
                    permission.name(),
                    reader.name() + " lacks the permission " + permission.name()
                            + ". Ask an admin for a role that grants it.",
                    thing);
        }
    }

    /// Whether the scopes of a token leave the permission out, so that no role would help.
    private boolean isBeyondScopes(Reader reader) {
        Set<String> scopes = reader.scopes();
        return scopes != null
                && scopes.stream().noneMatch(scope -> PermissionPattern.matches(scope, permission.name()));
    }

    /// Without the reasons.
    @Override
    public String toString() {
        return "Decision[allowed=" + allowed + ", permission=" + permission.name() + "]";
    }
}
