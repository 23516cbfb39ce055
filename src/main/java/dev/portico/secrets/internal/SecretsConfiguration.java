package dev.portico.secrets.internal;

import dev.portico.secrets.SecretsSettings;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Finds the keys of this node: the one that is set, else the one kept in the home, else one made now. A key that is
/// kept in the home stays readable beside one that is set, so that setting one later loses nothing.
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    @Bean
    KeyRing secretKeys(PorticoSettings portal, SecretsSettings settings, PorticoHome home) {
        KeyFile file = new KeyFile(home.file("secret.key"));
        Optional<String> kept = file.read();
        String own = portal.secretKey().isEmpty() ? kept.orElseGet(file::make) : portal.secretKey();
        return KeyRing.of(
                SecretKey.of(own),
                Stream.of(kept, Optional.of(settings.previousKey()).filter(text -> !text.isEmpty()))
                        .flatMap(Optional::stream)
                        .map(SecretKey::of));
    }
}
