package dev.portico.access;

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
}
