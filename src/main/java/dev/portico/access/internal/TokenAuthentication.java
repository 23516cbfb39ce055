package dev.portico.access.internal;

import dev.portico.kernel.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A request that brought a token which counts. Lives as long as the request.
final class TokenAuthentication extends AbstractAuthenticationToken {

    private final transient Reader reader;

    TokenAuthentication(Reader reader) {
        super(List.of());
        this.reader = reader;
        setAuthenticated(true);
    }

    @Override
    public Reader getPrincipal() {
        return reader;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return reader.subject();
    }
}
