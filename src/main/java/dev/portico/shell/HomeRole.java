package dev.portico.shell;

import java.util.List;

/// What somebody is to the portal, as far as it decides which cards they begin with.
enum HomeRole {
    /// Keeps the portal going.
    ADMIN,
    /// Answers for groups.
    LEAD,
    /// Works on components.
    ENGINEER,
    /// Looks around.
    GUEST;

    /// The cards of the wide column.
    List<String> main() {
        return switch (this) {
            case ADMIN -> List.of("sources", "attention", "changes");
            case LEAD -> List.of("attention", "teams", "changes");
            case ENGINEER -> List.of("attention", "components", "changes");
            case GUEST -> List.of("changes");
        };
    }

    /// The cards of the narrow column.
    List<String> side() {
        return switch (this) {
            case ADMIN -> List.of("glance", "starred", "recent");
            case LEAD, ENGINEER -> List.of("starred", "recent", "glance");
            case GUEST -> List.of("glance", "recent");
        };
    }
}
