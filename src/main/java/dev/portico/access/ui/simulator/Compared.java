package dev.portico.access.ui.simulator;

import dev.portico.access.PolicySummary;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The policies that are compared.
///
/// @param inForce the number of the one in force
/// @param draft   the number of the draft; null where there is none
/// @param version the draft's version, which each change moves on; 0 where there is none
record Compared(int inForce, @Nullable Integer draft, int version) {

    /// Before any is known.
    static final Compared NONE = new Compared(0, null, 0);

    static Compared of(PolicySummary inForce, @Nullable PolicySummary draft) {
        return draft == null
                ? new Compared(inForce.number(), null, 0)
                : new Compared(inForce.number(), draft.number(), draft.version());
    }

    /// Whether these are the same policies, be it that the draft has changed.
    boolean sameAs(Compared other) {
        return inForce == other.inForce && Objects.equals(draft, other.draft);
    }

    /// The number to ask by; null for the policy in force.
    @Nullable
    Integer asked(boolean byDraft) {
        return byDraft ? draft : null;
    }

    /// Where a verdict comes from: `in draft 18`, `in force, policy 17`.
    String words(boolean byDraft) {
        return byDraft ? "in draft " + draft : "in force, policy " + inForce;
    }
}
