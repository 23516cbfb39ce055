package dev.portico.shell;

import dev.portico.look.AskLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader would need for a page, and who holds it.
///
/// @param permission the permission's name; empty where no single one is known
/// @param sentence   why the page is closed, and who could open it
/// @param roles      the roles that allow it
/// @param asking     leads to where one asks for it; null where nobody could be asked
record Lack(
        String permission,
        String sentence,
        List<String> roles,
        @Nullable AskLink asking) {

    Lack {
        roles = List.copyOf(roles);
    }
}
