package dev.portico.catalog.internal.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Checks that a webhook comes from whoever shares its secret. Understands what GitHub (`X-Hub-Signature-256`), Gitea,
/// Forgejo and Gogs (`X-Gitea-Signature`, `X-Gogs-Signature`) and GitLab (`X-Gitlab-Token`) send.
///
/// The first three sign the body by HMAC-SHA-256; GitLab sends the secret itself, which says nothing about the body.
/// SHA-1 signatures are not looked at. Comparing takes the same time wherever two values differ.
public final class WebhookSignature {

    private static final int SHORTEST_SECRET = 16;

    private WebhookSignature() {}

    /// Whether the headers prove the secret. Every header that is there has to be right, and one has to be there.
    ///
    /// @param header the value of a header by its name, null where it is missing
    /// @param body   the body exactly as it came
    /// @param secret the shared secret; one of fewer than 16 characters proves nothing
    public static boolean proves(UnaryOperator<@Nullable String> header, byte[] body, String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            return false;
        }
        String digest = hmac(body, secret);
        int right = 0;
        int wrong = 0;
        for (Claim claim : Claim.values()) {
            String value = header.apply(claim.header);
            if (value != null) {
                boolean holds = claim.signsBody
                        ? same(claim.prefix + digest, value.strip().toLowerCase(Locale.ROOT))
                        : same(secret, value);
                right += holds ? 1 : 0;
                wrong += holds ? 0 : 1;
            }
        }
        return right > 0 && wrong == 0;
    }

    private static String hmac(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /// Compares digests of the values, so that not even their lengths show.
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                Fingerprints.sha256(expected.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                Fingerprints.sha256(given.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    private enum Claim {
        GITHUB("X-Hub-Signature-256", "sha256=", true),
        GITEA("X-Gitea-Signature", "", true),
        GOGS("X-Gogs-Signature", "", true),
        GITLAB("X-Gitlab-Token", "", false);

        private final String header;
        private final String prefix;
        private final boolean signsBody;

        Claim(String header, String prefix, boolean signsBody) {
            this.header = header;
            this.prefix = prefix;
            this.signsBody = signsBody;
        }
    }
}
