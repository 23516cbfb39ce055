package dev.portico.access.internal;

import dev.portico.access.Readers;
import dev.portico.kernel.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/// Finds the reader of what is signed in on this thread.
@Component
final class RequestReaders implements Readers {

    private final SecurityContextHolderStrategy contexts;
    private final AccountReaders accounts;

    RequestReaders(SecurityContextHolderStrategy contexts, AccountReaders accounts) {
        this.contexts = contexts;
        this.accounts = accounts;
    }

    @Override
    public Reader current() {
        Authentication authentication = contexts.getContext().getAuthentication();
        if (authentication instanceof TokenAuthentication token) {
            return token.current().orElseGet(Reader::anonymous);
        }
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case HoldsAccount principal -> accounts.reader(principal.signedIn()).orElseGet(Reader::anonymous);
            case Reader known -> known;
            case null, default -> Reader.anonymous();
        };
    }
}
