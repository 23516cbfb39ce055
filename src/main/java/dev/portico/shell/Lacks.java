package dev.portico.shell;

import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/// Says what a reader would need for a page, from what the modules declare and the roles grant.
@Component
final class Lacks {

    private static final String ASK = " Ask an admin for a role that grants it.";

    private final Permissions permissions;

    Lacks(Permissions permissions) {
        this.permissions = permissions;
    }

    /// @param name of the permission; may be empty
    Lack of(String name) {
        return permissions
                .named(name)
                .map(this::of)
                .orElseGet(() -> new Lack(name, "None of your roles allows it." + ASK, List.of()));
    }

    private Lack of(Permission permission) {
        String sentence = permission.sentence().strip();
        String allows = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return new Lack(
                permission.name(),
                "None of your roles allows it. What it takes: “" + allows + "”." + ASK,
                permissions.roles(permission));
    }
}
