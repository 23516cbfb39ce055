package dev.portico.access.ui.people;

import dev.portico.access.Access;
import dev.portico.access.Accounts;
import dev.portico.access.PasswordResets;
import dev.portico.access.People;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.Sessions;
import dev.portico.access.Tokens;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.kernel.Reader;
import dev.portico.look.PageTabs;
import org.springframework.stereotype.Component;

/// What the screens of people ask.
@Component
record PeopleParts(
        People people,
        Accounts accounts,
        Sessions sessions,
        PasswordResets resets,
        Tokens tokens,
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

    /// Whether the reader manages tokens at all.
    boolean seesTokens() {
        return permissions
                .named(AccessTab.TOKENS.permission())
                .filter(named -> access.open(reader(), named))
                .isPresent();
    }
}
