package dev.portico.secrets.internal;

import dev.portico.secrets.SecretsSettings;
import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys of this node as texts: the one that is set, else the one kept in the home, else one made now. A key that is
/// kept in the home stays of use beside one that is set, so that setting one later loses nothing.
///
/// @param all its own first, then those of before; none twice
public record KeyTexts(List<String> all) {

    private static final String FILE = "secret.key";

    public KeyTexts {
        all = List.copyOf(all);
    }

    /// The keys, the own one made where there is none yet.
    static KeyTexts foundOrMade(PorticoSettings portal, SecretsSettings settings, PorticoHome home) {
        KeyFile file = new KeyFile(home.file(FILE));
        return of(portal, settings, file.read()).orElseGet(() -> new KeyTexts(List.of(file.make())));
    }

    /// The keys, as far as there are any.
    public static Optional<KeyTexts> found(PorticoSettings portal, SecretsSettings settings, PorticoHome home) {
        return of(portal, settings, new KeyFile(home.file(FILE)).read());
    }

    String own() {
        return all.getFirst();
    }

    /// Bytes made of each of the keys, for one purpose, in their order.
    public List<byte[]> derived(String purpose, int length) {
        return all.stream().map(text -> derived(text, purpose, length)).toList();
    }

    private static byte[] derived(String text, String purpose, int length) {
        try {
            return SecretKey.derive(text, purpose, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC with SHA-256", e);
        }
    }

    private static Optional<KeyTexts> of(PorticoSettings portal, SecretsSettings settings, Optional<String> kept) {
        Optional<String> own =
                Optional.of(portal.secretKey()).filter(text -> !text.isEmpty()).or(() -> kept);
        Optional<String> previous = Optional.of(settings.previousKey()).filter(text -> !text.isEmpty());
        return own.map(first -> new KeyTexts(Stream.of(Optional.of(first), kept, previous)
                .flatMap(Optional::stream)
                .distinct()
                .toList()));
    }

    /// Without the keys.
    @Override
    public String toString() {
        return "KeyTexts[" + all.size() + "]";
    }
}
