package dev.portico.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// A secret in the clear, which shows itself to nobody by accident: as text it is masked, and it has no property that
/// a JSON document could take over.
public final class SecretValue {

    private final String text;

    private SecretValue(String text) {
        this.text = text;
    }

    public static SecretValue of(String text) {
        return new SecretValue(text);
    }

    /// The value itself. Ask at the very place that sends it, and keep no copy.
    public String reveal() {
        return text;
    }

    /// A mask, whatever the value.
    @Override
    public String toString() {
        return "••••••";
    }

    /// Compares in a time that does not tell where two values begin to differ.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretValue value && MessageDigest.isEqual(bytes(), value.bytes());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
