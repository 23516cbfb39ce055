package dev.portico.access.internal;

import dev.portico.access.AccessSettings;
import dev.portico.access.Readers;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/// Makes Portico's own filters. They are no beans, so that they run within the security chains only.
@Component
final class RequestFilters {

    private final AccountReaders accounts;
    private final StoredSessions sessions;
    private final TokenReaders tokens;
    private final SecurityContextHolderStrategy contexts;
    private final AccessSettings settings;
    private final RequestMatcher automatic;
    private final Readers readers;

    RequestFilters(
            AccountReaders accounts,
            StoredSessions sessions,
            TokenReaders tokens,
            SecurityContextHolderStrategy contexts,
            AccessSettings settings,
            @Qualifier("automaticViewRequests") RequestMatcher automatic,
            Readers readers) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.contexts = contexts;
        this.settings = settings;
        this.automatic = automatic;
        this.readers = readers;
    }

    SessionGuard sessionGuard() {
        return new SessionGuard(
                accounts,
                sessions::begun,
                sessions::over,
                contexts,
                settings.session(),
                automatic,
                InstantSource.system());
    }

    AlreadySignedIn alreadySignedIn() {
        return new AlreadySignedIn(readers);
    }

    TokenFilter tokens(AuthenticationEntryPoint refused) {
        return new TokenFilter(tokens, contexts, refused);
    }
}
