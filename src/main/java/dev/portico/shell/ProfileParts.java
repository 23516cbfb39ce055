package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.portico.access.Access;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.Sessions;
import dev.portico.access.Spaces;
import dev.portico.access.Tokens;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Stars;
import dev.portico.kernel.Reader;

/// Makes the cards of a profile.
@org.springframework.stereotype.Component
final class ProfileParts {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Access access;
    private final Permissions permissions;
    private final Tokens tokens;
    private final Spaces spaces;
    private final Readers readers;
    private final Catalog catalog;
    private final Stars stars;
    private final Captions captions;

    ProfileParts(
            Accounts accounts,
            Sessions sessions,
            Access access,
            Permissions permissions,
            Tokens tokens,
            Spaces spaces,
            Readers readers,
            Catalog catalog,
            Stars stars,
            Captions captions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.access = access;
        this.permissions = permissions;
        this.tokens = tokens;
        this.spaces = spaces;
        this.readers = readers;
        this.catalog = catalog;
        this.stars = stars;
        this.captions = captions;
    }

    Component account(AccountSummary account, Reader reader) {
        return ProfileAccount.of(account, reader, catalog);
    }

    Component roles(Reader reader) {
        return new ProfileRoles(access, permissions).card(reader);
    }

    Component tokens(Reader reader) {
        boolean mayMake = permissions
                .named("access.token.own")
                .filter(permission -> access.open(reader, permission))
                .isPresent();
        return new ProfileTokens(tokens, readers, spaces, mayMake);
    }

    Component starred(Reader reader) {
        return new ProfileStars(stars, captions, readers, stars.offered(reader));
    }

    Component preferences() {
        return new ProfilePreferences(Appearance.of(UI.getCurrent()).orElseThrow());
    }

    Component password() {
        return new ProfilePassword(accounts, readers);
    }

    Component sessions(AccountSummary account) {
        return new ProfileSessions(account.id(), accounts, sessions, readers);
    }
}
