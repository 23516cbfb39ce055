package dev.portico.shell;

import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.kernel.Refusal;
import dev.portico.look.AskLink;
import java.util.List;
import org.springframework.stereotype.Component;

/// Says what a reader would need for a page, from what the modules declare and the roles grant.
@Component
final class Lacks {

    private static final String NONE = "None of your roles allows it.";
    private static final String ADMIN = " Ask an admin for a role that grants it.";

    private final Permissions permissions;
    private final Readers readers;

    Lacks(Permissions permissions, Readers readers) {
        this.permissions = permissions;
        this.readers = readers;
    }

    /// @param name of the permission; may be empty
    Lack of(String name) {
        return permissions
                .named(name)
                .map(permission -> of(permission, new AskLink(name)))
                .orElseGet(() -> new Lack(name, NONE + ADMIN, List.of(), null));
    }

    Lack of(Refusal.Forbidden refusal) {
        return permissions
                .named(refusal.permission())
                .map(permission -> of(permission, new AskLink(refusal)))
                .orElseGet(() -> of(refusal.permission()));
    }

    /// Whoever comes without an account cannot ask.
    private Lack of(Permission permission, AskLink asking) {
        String sentence = permission.sentence().strip();
        String allows = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean account = readers.current().account() != null;
        return new Lack(
                permission.name(),
                NONE + " What it takes: “" + allows + "”." + (account ? "" : ADMIN),
                permissions.roles(permission),
                account ? asking : null);
    }
}
