package dev.portico.storage.internal.backup;

import dev.portico.storage.PorticoHome;
import dev.portico.storage.PorticoSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The portal's secret key, as far as backups need it: to recognise it, and to authenticate the manifest.
///
/// @param secret empty where the portal has none
record BackupKey(String secret) {

    /// The key in force: the setting's, or the one kept in the home.
    static BackupKey of(PorticoSettings settings, PorticoHome home) throws IOException {
        if (!settings.secretKey().isEmpty()) {
            return new BackupKey(settings.secretKey());
        }
        Path kept = home.folder().resolve("secret.key");
        return new BackupKey(Files.exists(kept) ? Files.readString(kept).strip() : "");
    }

    Manifest.@Nullable KeyCheck check() {
        if (secret.isEmpty()) {
            return null;
        }
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        return new Manifest.KeyCheck(salt, value(salt));
    }

    boolean matches(Manifest.KeyCheck check) {
        return MessageDigest.isEqual(
                check.value().getBytes(StandardCharsets.US_ASCII),
                value(check.salt()).getBytes(StandardCharsets.US_ASCII));
    }

    byte[] authenticate(byte[] manifest) {
        return mac("portico backup manifest", manifest);
    }

    private String value(String salt) {
        return HexFormat.of().formatHex(mac("portico backup key", salt.getBytes(StandardCharsets.US_ASCII)), 0, 16);
    }

    private byte[] mac(String purpose, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("portico:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "BackupKey";
    }
}
