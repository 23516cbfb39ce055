package dev.portico.access;

import dev.portico.access.Explanation.HeldRole;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.kernel.Thing;
import java.util.List;

/// The one decision point: who may do what. Denies whatever no role of the reader grants, and says why.
///
/// A matching deny beats every allow. Decisions are made by the policy in force, usually cost microseconds and no I/O,
/// and any thread may ask. An exception out of a decision is no allowance: callers let it pass.
public interface Access {

    /// Decides on one thing.
    Decision decide(Reader reader, Permission permission, Thing thing);

    /// Decides on a permission that is not about a single thing; a conditional grant does not suffice.
    Decision decide(Reader reader, Permission permission);

    /// Whether the permission opens anything to the reader: for a general one, that they may; for one about things,
    /// that they may with some of them, known or yet to come. For whatever is offered before a thing is chosen,
    /// such as menus and buttons; [#decide(Reader, Permission, Thing)] has the last word. Where it is a gate, such
    /// as that of a page, ask [#enters].
    default boolean open(Reader reader, Permission permission) {
        return enters(reader, permission);
    }

    /// The same as [#open] for a gate: somebody goes through it, and that is a decision like every other.
    default boolean enters(Reader reader, Permission permission) {
        return permission.isGeneral()
                ? decide(reader, permission).allowed()
                : !(scope(reader, permission) instanceof Scope.None);
    }

    /// What of the permission's resource type the reader may act on, for lists. Holds for exactly the things on which
    /// [#decide(Reader, Permission, Thing)] allows.
    Scope scope(Reader reader, Permission permission);

    /// The roles that the reader holds at this moment, in the order of their names, and how each is held.
    List<HeldRole> roles(Reader reader);

    /// Passes where the reader may, and refuses by naming the permission where not.
    ///
    /// @throws Refusal.Forbidden when the decision is a denial
    default void require(Reader reader, Permission permission, Thing thing) {
        decide(reader, permission, thing).require(reader);
    }

    /// Passes where the reader may, and refuses by naming the permission where not.
    ///
    /// @throws Refusal.Forbidden when the decision is a denial
    default void require(Reader reader, Permission permission) {
        decide(reader, permission).require(reader);
    }

    /// Passes where the permission is [open][#open] to the reader, and refuses by naming it where not.
    ///
    /// @throws Refusal.Forbidden when it is not
    default void requireOpen(Reader reader, Permission permission) {
        if (!enters(reader, permission)) {
            require(reader, permission);
        }
    }
}
