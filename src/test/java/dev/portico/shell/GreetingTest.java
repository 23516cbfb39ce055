package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.AdminSettings;
import dev.portico.access.SignInOptions;
import dev.portico.storage.PorticoSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GreetingTest {

    private static final PorticoSettings PORTAL =
            new PorticoSettings(Path.of("target"), URI.create("https://portal.example.com/"), "", "");

    @Test
    void it_names_the_address_and_the_ways_to_sign_in_but_no_password() {
        SignInOptions options = new Providers(new SignInOptions.Provider("keycloak", "Company account", "/x"));

        String first = new Greeting(PORTAL, new AdminSettings("", ""), options).sentence();
        String given = new Greeting(PORTAL, new AdminSettings("correct horse battery", ""), options).sentence();

        assertThat(first)
                .startsWith("Portico is ready at https://portal.example.com: sign in as admin with the password that")
                .endsWith(", or by Company account.");
        assertThat(given).contains("PORTICO_ADMIN_PASSWORD").doesNotContain("correct horse battery");
    }

    private record Providers(Provider provider) implements SignInOptions {
        @Override
        public List<Provider> providers() {
            return List.of(provider);
        }

        @Override
        public Optional<String> message(String code) {
            return Optional.empty();
        }
    }
}
