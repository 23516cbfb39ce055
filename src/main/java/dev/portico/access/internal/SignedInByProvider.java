package dev.portico.access.internal;

import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// A principal that an OIDC provider vouched for. Of the provider's tokens only the ID token is kept.
record SignedInByProvider(SignedIn signedIn, OidcIdToken idToken) implements OidcUser, HoldsAccount {

    @Override
    public String getName() {
        return signedIn.name();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return idToken.getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return idToken.getClaims();
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return new OidcUserInfo(idToken.getClaims());
    }

    @Override
    public OidcIdToken getIdToken() {
        return idToken;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of();
    }
}
