package dev.portico.access.ui.simulator;

import org.jspecify.annotations.Nullable;

/// The policies that are compared.
///
/// @param inForce the number of the one in force
/// @param draft   the number of the draft; null where there is none
record Compared(int inForce, @Nullable Integer draft) {

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
