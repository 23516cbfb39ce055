package dev.portico.access.ui.tokens;

import dev.portico.access.Access;
import dev.portico.access.LeakedTokens;
import dev.portico.access.Permission;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.Spaces;
import dev.portico.access.TokenRotation;
import dev.portico.access.Tokens;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.kernel.Reader;
import dev.portico.look.PageTabs;
import java.util.List;
import org.springframework.stereotype.Component;

/// What the screen of tokens asks.
@Component
record TokenParts(
        Tokens tokens,
        TokenRotation rotation,
        LeakedTokens leaked,
        Spaces spaces,
        Access access,
        Permissions permissions,
        Readers readers,
        AccessTabs frame) {

    Reader reader() {
        return readers.current();
    }

    PageTabs tabs(AccessTab shown) {
        return frame.bar(shown);
    }

    /// The names of all permissions, which are what scopes name.
    List<String> scopes() {
        return permissions.all().stream().map(Permission::name).sorted().toList();
    }

    /// Whether the reader may open the pages of people.
    boolean people() {
        return permissions
                .named(AccessTab.PEOPLE.permission())
                .filter(named -> access.open(reader(), named))
                .isPresent();
    }
}
