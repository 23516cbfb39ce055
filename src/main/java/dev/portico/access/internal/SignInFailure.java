package dev.portico.access.internal;

import dev.portico.access.internal.RefusedAttempts.Kind;
import dev.portico.kernel.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/// Leads back to the sign-in page with a code for what went wrong; details go to the log only, and what was refused
/// leaves a row.
@Component
final class SignInFailure implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInFailure.class);

    private static final Set<String> TOLD =
            Set.of(OidcProviders.PROVIDER, OidcProviders.PROVIDER_AWAY, OidcProviders.NOT_ADMITTED);

    private final AccountRows rows;
    private final RefusedAttempts refused;

    SignInFailure(AccountRows rows, RefusedAttempts refused) {
        this.rows = rows;
        this.refused = refused;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = code(failure);
        if (TOLD.contains(code)) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            log.warn("A sign-in through a provider failed: {}", cause.getMessage());
        }
        record(code, request);
        response.sendRedirect(request.getContextPath() + "/login?error=" + code);
    }

    /// The row names the account where there is one of that name; what else was typed may be a password.
    private void record(String code, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        switch (code) {
            case OidcProviders.CREDENTIALS -> {
                String typed = Names.typed(Objects.requireNonNullElse(request.getParameter("username"), ""));
                refused.add(Kind.PASSWORD, known(typed), typed, address, Reader::anonymous);
            }
            case OidcProviders.THROTTLED -> refused.add(Kind.THROTTLED, address);
            case OidcProviders.DISABLED -> refused.add(Kind.DISABLED, address);
            case OidcProviders.NOT_ADMITTED -> refused.add(Kind.NOT_ADMITTED, address);
            case OidcProviders.PROVIDER -> refused.add(Kind.PROVIDER, address);
            default -> {
                // a fault, and no refusal
            }
        }
    }

    private String known(String typed) {
        try {
            return rows.findByName(typed).map(Account::name).orElse("unknown");
        } catch (DataAccessException away) {
            return "unknown";
        }
    }

    private static String code(AuthenticationException failure) {
        return switch (failure) {
            case TooManyAttempts any -> OidcProviders.THROTTLED;
            case BadCredentialsException any -> OidcProviders.CREDENTIALS;
            case DisabledException any -> OidcProviders.DISABLED;
            case NotAdmitted any -> OidcProviders.NOT_ADMITTED;
            case ProviderAway any -> OidcProviders.PROVIDER_AWAY;
            case AuthenticationServiceException any -> OidcProviders.UNAVAILABLE;
            default ->
                failure.getCause() instanceof ProviderAway ? OidcProviders.PROVIDER_AWAY : OidcProviders.PROVIDER;
        };
    }
}
