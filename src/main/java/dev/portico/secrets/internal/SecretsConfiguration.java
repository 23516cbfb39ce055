package dev.portico.secrets.internal;

import dev.portico.secrets.DerivedKeys;
import dev.portico.secrets.SecretsSettings;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes ciphers and other keys of the keys of this node.
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {

    @Bean
    KeyTexts secretKeyTexts(PorticoSettings portal, SecretsSettings settings, PorticoHome home) {
        return KeyTexts.foundOrMade(portal, settings, home);
    }

    @Bean
    KeyRing secretKeys(KeyTexts texts) {
        return KeyRing.of(
                SecretKey.of(texts.own()), texts.all().stream().skip(1).map(SecretKey::of));
    }

    @Bean
    DerivedKeys derivedKeys(KeyTexts texts) {
        return new DerivedKeys(texts);
    }
}
