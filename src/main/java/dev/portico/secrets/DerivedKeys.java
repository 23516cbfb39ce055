package dev.portico.secrets;

import dev.portico.secrets.internal.KeyTexts;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import java.util.List;
import java.util.Optional;

/// Keys for other purposes than secrets, made of the same key: HKDF with SHA-256, the purpose as its info. Equal on all
/// nodes, since they share the key; of one nothing can be told about another.
public final class DerivedKeys {

    private final KeyTexts texts;

    public DerivedKeys(KeyTexts texts) {
        this.texts = texts;
    }

    /// For a command that runs beside the portal; makes no key.
    ///
    /// @return empty where this portal has no key yet
    public static Optional<DerivedKeys> found(PorticoSettings portal, SecretsSettings settings, PorticoHome home) {
        return KeyTexts.found(portal, settings, home).map(DerivedKeys::new);
    }

    /// As many bytes for the purpose: of this node's own key first, then of those of before that it still has.
    public List<byte[]> of(String purpose, int length) {
        return texts.derived(purpose, length);
    }
}
