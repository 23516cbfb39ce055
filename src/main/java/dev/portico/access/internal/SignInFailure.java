package dev.portico.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/// Leads back to the sign-in page with a code for what went wrong; details go to the log only.
final class SignInFailure implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInFailure.class);

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = code(failure);
        if (code.equals(OidcProviders.PROVIDER) || code.equals(OidcProviders.PROVIDER_AWAY)) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            log.warn("A sign-in through a provider failed: {}", cause.getMessage());
        }
        response.sendRedirect(request.getContextPath() + "/login?error=" + code);
    }

    private static String code(AuthenticationException failure) {
        return switch (failure) {
            case TooManyAttempts any -> OidcProviders.THROTTLED;
            case BadCredentialsException any -> OidcProviders.CREDENTIALS;
            case DisabledException any -> OidcProviders.DISABLED;
            case ProviderAway any -> OidcProviders.PROVIDER_AWAY;
            case AuthenticationServiceException any -> OidcProviders.UNAVAILABLE;
            default ->
                failure.getCause() instanceof ProviderAway ? OidcProviders.PROVIDER_AWAY : OidcProviders.PROVIDER;
        };
    }
}
