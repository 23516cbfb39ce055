package dev.portico.access.ui.frame;

import dev.portico.kernel.Refusal;
import java.util.Optional;

/// Does what a form asks for, and says why it was refused.
public final class Tried {

    private Tried() {}

    /// @return why it was refused, as a sentence; empty where it was done
    public static Optional<String> of(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (Refusal refused) {
            return Optional.of(refused.reason());
        }
    }
}
