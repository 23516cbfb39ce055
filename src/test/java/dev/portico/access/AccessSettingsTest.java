package dev.portico.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class AccessSettingsTest {

    @Test
    void the_defaults_are_these() {
        AccessSettings settings = bound(Map.of());

        assertThat(settings.session())
                .isEqualTo(new AccessSettings.Session(Duration.ofMinutes(60), Duration.ofHours(12)));
        assertThat(settings.signIn()).isEqualTo(new AccessSettings.SignIn(Duration.ofMinutes(15), 10, 100, 50));
        assertThat(settings.token()).isEqualTo(new AccessSettings.Token(Duration.ofDays(30), Duration.ofDays(90)));
        assertThat(settings.oidc()).isEmpty();
    }

    @Test
    void every_property_binds() {
        AccessSettings settings = bound(Map.of(
                "portico.access.session.idle", "10m",
                "portico.access.session.absolute", "2h",
                "portico.access.sign-in.window", "1m",
                "portico.access.sign-in.account-attempts", "3",
                "portico.access.sign-in.address-attempts", "4",
                "portico.access.sign-in.stranger-attempts", "5",
                "portico.access.token.life", "1d",
                "portico.access.token.longest-life", "2d"));

        assertThat(settings)
                .isEqualTo(new AccessSettings(
                        new AccessSettings.Session(Duration.ofMinutes(10), Duration.ofHours(2)),
                        new AccessSettings.SignIn(Duration.ofMinutes(1), 3, 4, 5),
                        new AccessSettings.Token(Duration.ofDays(1), Duration.ofDays(2)),
                        Map.of()));
    }

    @Test
    void a_provider_needs_an_issuer_and_a_client_and_the_rest_has_defaults() {
        AccessSettings.Oidc provider = bound(Map.of(
                        "portico.access.oidc.company.issuer", "https://id.example.com",
                        "portico.access.oidc.company.client-id", "portico"))
                .oidc()
                .get("company");

        assertThat(provider)
                .isEqualTo(new AccessSettings.Oidc(
                        "https://id.example.com",
                        "portico",
                        "",
                        "",
                        List.of("openid", "profile", "email"),
                        "engineer",
                        "preferred_username",
                        "",
                        "RS256",
                        Map.of()));
    }

    @Test
    void every_property_of_a_provider_binds_and_its_secret_is_in_no_text() {
        String prefix = "portico.access.oidc.company.";
        AccessSettings.Oidc provider = bound(Map.of(
                        prefix + "issuer", "https://id.example.com",
                        prefix + "client-id", "portico",
                        prefix + "client-secret", "canary",
                        prefix + "label", "The company",
                        prefix + "scopes", "openid",
                        prefix + "role", "guest",
                        prefix + "name-claim", "nick",
                        prefix + "name-prefix", "x-",
                        prefix + "algorithm", "ES256",
                        prefix + "required-claims.hd", "example.com"))
                .oidc()
                .get("company");

        assertThat(provider)
                .isEqualTo(new AccessSettings.Oidc(
                        "https://id.example.com",
                        "portico",
                        "canary",
                        "The company",
                        List.of("openid"),
                        "guest",
                        "nick",
                        "x-",
                        "ES256",
                        Map.of("hd", "example.com")));
        assertThat(String.valueOf(provider)).doesNotContain("canary");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> bound(Map.of("portico.access.session.idle", "0s")))
                .rootCause()
                .hasMessageContaining("portico.access.session.idle");
        assertThatThrownBy(() -> bound(Map.of("portico.access.token.longest-life", "1d")))
                .rootCause()
                .hasMessageContaining("longest-life");
    }

    @Test
    void an_admin_token_that_is_too_short_is_refused_and_is_in_no_text() {
        assertThatThrownBy(() -> new AdminSettings("", "x".repeat(31)))
                .hasMessageContaining("31 characters")
                .hasMessageContaining("32 or more");
        assertThat(new AdminSettings("canary-password", "canary-token".repeat(3)).toString())
                .doesNotContain("canary");
        assertThat(admin(Map.of())).isEqualTo(new AdminSettings("", ""));
        assertThat(admin(Map.of("portico.admin.password", "p", "portico.admin.token", "t".repeat(32))))
                .isEqualTo(new AdminSettings("p", "t".repeat(32)));
    }

    private static AccessSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.access", AccessSettings.class);
    }

    private static AdminSettings admin(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("portico.admin", AdminSettings.class);
    }
}
