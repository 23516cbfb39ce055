package dev.portico.access.internal;

import dev.portico.access.AccessSettings.Oidc;
import java.util.Collection;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.client.RestOperations;

/// Turns what a provider vouched for into an account. The key is issuer and subject and nothing else: an equal name or
/// address at another provider never leads into somebody's account.
@Component
final class OidcSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private final OidcProviders providers;
    private final OidcAccounts accounts;
    private final SignInLog signIns;
    private final OidcUserService claims = new OidcUserService();

    OidcSignIn(
            OidcProviders providers,
            OidcAccounts accounts,
            SignInLog signIns,
            @Qualifier("oidcHttp") RestOperations http) {
        this.providers = providers;
        this.accounts = accounts;
        this.signIns = signIns;
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(http);
        claims.setOauth2UserService(userInfo);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        String id = request.getClientRegistration().getRegistrationId();
        Oidc provider = providers.provider(id).orElseThrow();
        OidcIdToken token = request.getIdToken();
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("invalid_id_token"), "The provider " + id + " names no subject");
        }
        admit(id, provider, token);
        Map<String, Object> all = claims.loadUser(request).getClaims();
        try {
            Account account = accounts.account(provider, subject, all);
            if (!account.enabled()) {
                throw new DisabledException("The account " + account.name() + " is disabled");
            }
            log.info("{} signed in through the provider {}", account.name(), id);
            SignedIn session = SignedIn.now(account);
            signIns.began(session, id, null);
            return new SignedInByProvider(session, token);
        } catch (DataAccessException | TransactionException e) {
            throw new AuthenticationServiceException("The database does not answer", e);
        }
    }

    /// Only what the provider signed counts here, never what is asked for later.
    private static void admit(String id, Oidc provider, OidcIdToken token) {
        provider.requiredClaims().forEach((claim, wanted) -> {
            Object said = token.getClaim(claim);
            boolean holds = said instanceof Collection<?> several
                    ? several.stream().anyMatch(one -> wanted.equals(String.valueOf(one)))
                    : said != null && wanted.equals(said.toString());
            if (!holds) {
                throw new NotAdmitted("The provider " + id + " vouches for " + token.getSubject() + " without " + claim
                        + " = " + wanted + ", which portico.access.oidc." + id + ".required-claims asks for");
            }
        });
    }
}
