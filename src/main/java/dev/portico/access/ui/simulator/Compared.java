package dev.portico.access.ui.simulator;

import dev.portico.access.PolicySummary;
import dev.portico.look.Words;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The policies that are compared: the one in force with another, which the page shows.
///
/// @param inForce the number of the one in force
/// @param other   the number of a draft, or of an old policy; null where the page shows the one in force
/// @param draft   whether the other one is a draft
/// @param version that of the other one, which each change of a draft moves on; 0 where there is none
record Compared(int inForce, @Nullable Integer other, boolean draft, int version) {

    /// Before any is known.
    static final Compared NONE = new Compared(0, null, false, 0);

    static Compared of(PolicySummary inForce, @Nullable PolicySummary other) {
        return other == null
                ? new Compared(inForce.number(), null, false, 0)
                : new Compared(
                        inForce.number(), other.number(), other.state() == PolicySummary.State.DRAFT, other.version());
    }

    /// Whether these are the same policies, be it that the draft has changed.
    boolean sameAs(Compared those) {
        return inForce == those.inForce && Objects.equals(other, those.other);
    }

    /// The number to ask by; null for the policy in force.
    @Nullable
    Integer asked(boolean byOther) {
        return byOther ? other : null;
    }

    /// Where a verdict comes from: `in draft 18`, `in policy 12, retired`, `in force, policy 17`.
    String words(boolean byOther) {
        if (!byOther) {
            return "in force, policy " + inForce;
        }
        return draft ? "in " + name() : "in " + name() + ", retired";
    }

    /// What the other one is called: `draft 18`, `policy 12`.
    String name() {
        return (draft ? "draft " : "policy ") + other;
    }

    /// Which one is asked in place of which: `Draft 18 in place of policy 17`.
    String exchange() {
        return Words.capital(name()) + " in place of policy " + inForce;
    }
}
