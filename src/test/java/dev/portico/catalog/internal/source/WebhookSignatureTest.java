package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String SECRET = "It's a Secret to Everybody";
    private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    @Test
    void each_host_proves_the_secret_in_its_own_way() {
        assertThat(proves(Map.of("X-Hub-Signature-256", "sha256=" + DIGEST))).isTrue();
        assertThat(proves(Map.of("X-Gitea-Signature", DIGEST))).isTrue();
        assertThat(proves(Map.of("X-Gogs-Signature", DIGEST))).isTrue();
        assertThat(proves(Map.of("X-Gitlab-Token", SECRET))).isTrue();
        assertThat(proves(Map.of(
                        "X-Gitea-Signature",
                        DIGEST,
                        "X-Hub-Signature-256",
                        "sha256=" + DIGEST,
                        "X-Hub-Signature",
                        "sha1=whatever")))
                .isTrue();
    }

    @Test
    void a_wrong_proof_is_none() {
        assertThat(proves(Map.of("X-Hub-Signature-256", "sha256=" + DIGEST.replace('7', '8'))))
                .isFalse();
        assertThat(proves(Map.of("X-Hub-Signature-256", DIGEST))).isFalse();
        assertThat(proves(Map.of("X-Hub-Signature-256", ""))).isFalse();
        assertThat(proves(Map.of("X-Gitlab-Token", SECRET + ' '))).isFalse();
        assertThat(proves(Map.of("X-Hub-Signature", "sha1=" + DIGEST))).isFalse();
    }

    @Test
    void without_a_proof_there_is_none() {
        assertThat(proves(Map.of())).isFalse();
    }

    @Test
    void a_right_proof_does_not_make_up_for_a_wrong_one() {
        assertThat(proves(Map.of("X-Gitlab-Token", SECRET, "X-Hub-Signature-256", "sha256=00")))
                .isFalse();
    }

    @Test
    void a_changed_body_is_not_proven() {
        byte[] changed = "Hello, World?".getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookSignature.proves(Map.of("X-Hub-Signature-256", "sha256=" + DIGEST)::get, changed, SECRET))
                .isFalse();
    }

    @Test
    void a_short_secret_proves_nothing() {
        assertThat(WebhookSignature.proves(Map.of("X-Gitlab-Token", "")::get, BODY, ""))
                .isFalse();
        assertThat(WebhookSignature.proves(Map.of("X-Gitlab-Token", "fifteen letters")::get, BODY, "fifteen letters"))
                .isFalse();
    }

    private static boolean proves(Map<String, String> headers) {
        return WebhookSignature.proves(headers::get, BODY, SECRET);
    }
}
