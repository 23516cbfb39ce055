package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;

/// Allow or deny, with the reasons.
///
/// @param allowed     whether the reader may
/// @param permission  the permission that was asked for
/// @param explanation the roles and grants considered, one sentence each, in the order they were looked at
public record Decision(boolean allowed, Permission permission, List<String> explanation) {
    public Decision {
        explanation = List.copyOf(explanation);
    }

    /// Passes where this is an allowance.
    ///
    /// @throws Refusal.Forbidden where it is a denial; the message names the permission and whom to ask
    public void require(Reader reader) {
        if (!allowed) {
            throw new Refusal.Forbidden(
                    permission.name(),
                    reader.name() + " lacks the permission " + permission.name()
                            + ". Ask an admin for a role that grants it.");
        }
    }
}
