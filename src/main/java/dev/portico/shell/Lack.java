package dev.portico.shell;

import java.util.List;

/// What a reader would need for a page, and who holds it.
///
/// @param permission the permission's name; empty where no single one is known
/// @param sentence   why the page is closed, and who could open it
/// @param roles      the roles that allow it
record Lack(String permission, String sentence, List<String> roles) {

    Lack {
        roles = List.copyOf(roles);
    }
}
