package dev.portico.access.internal;

import dev.portico.kernel.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A request that brought a token which counts. Lives as long as the request.
final class TokenAuthentication extends AbstractAuthenticationToken {

    private final transient Reader reader;
    private final transient Supplier<Optional<Reader>> again;

    /// @param again finds the reader of the token anew; empty where it no longer counts
    TokenAuthentication(Reader reader, Supplier<Optional<Reader>> again) {
        super(List.of());
        this.reader = reader;
        this.again = again;
        setAuthenticated(true);
    }

    /// The reader at this moment, which may be long after the request began.
    Optional<Reader> current() {
        return again.get();
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
