package dev.portico.secrets.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.secrets.SecretSummary;
import dev.portico.secrets.SecretValue;
import dev.portico.secrets.Secrets;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PorticoTest
@ExtendWith(OutputCaptureExtension.class)
final class EncryptedSecretsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Reader ACTOR = Reader.system("test");

    @Autowired
    private Secrets secrets;

    @Autowired
    private KeyRing keys;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationContext context;

    private final String name = "secret-" + NUMBER.incrementAndGet();

    @Test
    void a_secret_is_replaced_revealed_and_removed() {
        secrets.put(ACTOR, name, SecretValue.of("first"));
        secrets.put(ACTOR, name, SecretValue.of("second"));

        assertThat(secrets.reveal(name)).contains(SecretValue.of("second"));
        assertThat(secrets.list()).extracting(SecretSummary::name).contains(name);
        assertThat(secrets.remove(name)).isTrue();
        assertThat(secrets.remove(name)).isFalse();
        assertThat(secrets.reveal(name)).isEmpty();
    }

    @Test
    void a_value_shows_itself_in_no_text_and_its_row_holds_none_of_it() {
        SecretValue value = SecretValue.of("canary in the mine");
        secrets.put(ACTOR, name, value);

        assertThat(value.toString() + value.hashCode()).doesNotContain("canary");
        byte[] row = jdbc.sql("SELECT ciphertext FROM secrets_secret WHERE name = ?")
                .param(name)
                .query(byte[].class)
                .single();
        assertThat(new String(row, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
    }

    @Test
    void swapped_rows_are_noticed() {
        String other = name + "-other";
        secrets.put(ACTOR, name, SecretValue.of("one"));
        secrets.put(ACTOR, other, SecretValue.of("two"));

        jdbc.sql("UPDATE secrets_secret AS a SET ciphertext = b.ciphertext FROM secrets_secret AS b"
                        + " WHERE a.name = :name AND b.name = :other")
                .param("name", name)
                .param("other", other)
                .update();

        assertThatThrownBy(() -> secrets.reveal(name)).isInstanceOfSatisfying(Refusal.Unavailable.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("secret-damaged");
            assertThat(refusal.reason()).contains(name).doesNotContain("two");
        });
        assertThat(secrets.reveal(other)).contains(SecretValue.of("two"));
        secrets.remove(name);
        secrets.remove(other);
    }

    @Test
    void a_renamed_row_and_a_flipped_bit_are_noticed() {
        secrets.put(ACTOR, name, SecretValue.of("one"));
        jdbc.sql("UPDATE secrets_secret SET name = ? WHERE name = ?")
                .param(name + "-renamed")
                .param(name)
                .update();
        assertThatThrownBy(() -> secrets.reveal(name + "-renamed")).isInstanceOf(Refusal.Unavailable.class);

        secrets.put(ACTOR, name, SecretValue.of("one"));
        jdbc.sql("UPDATE secrets_secret SET ciphertext = set_bit(ciphertext, 100, 1 - get_bit(ciphertext, 100))"
                        + " WHERE name = ?")
                .param(name)
                .update();
        assertThatThrownBy(() -> secrets.reveal(name)).isInstanceOf(Refusal.Unavailable.class);
        secrets.remove(name + "-renamed");
        secrets.remove(name);
    }

    @Test
    void a_portal_with_another_key_says_so_and_writes_nothing(CapturedOutput log) {
        secrets.put(ACTOR, name, SecretValue.of("one"));
        KeyRing foreign = KeyRing.of(SecretKey.of("a key of some other portal, 32+"), Stream.of());
        KeyInUse keyInUse = new KeyInUse(jdbc, foreign);
        EncryptedSecrets elsewhere = new EncryptedSecrets(jdbc, foreign, keyInUse);

        assertThatThrownBy(() -> elsewhere.reveal(name)).isInstanceOfSatisfying(Refusal.Unavailable.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("secret-key-missing");
            assertThat(refusal.reason())
                    .contains(name, keys.own().id(), foreign.own().id(), "PORTICO_SECRET_KEY");
        });
        assertThatThrownBy(() ->
                        transactions.executeWithoutResult(status -> elsewhere.put(ACTOR, name, SecretValue.of("two"))))
                .isInstanceOf(Refusal.Unavailable.class);
        keyInUse.run(new DefaultApplicationArguments());

        assertThat(log.getAll()).contains("encrypted with the key " + keys.own().id());
        assertThat(secrets.reveal(name)).contains(SecretValue.of("one"));
    }

    @Test
    void a_rotation_takes_every_secret_to_the_new_key() {
        secrets.put(ACTOR, name, SecretValue.of("one"));
        SecretKey next = SecretKey.of("the next key, which is long enough");
        KeyRing both = KeyRing.of(next, Stream.of(keys.own()));
        EncryptedSecrets rotating = new EncryptedSecrets(jdbc, both, new KeyInUse(jdbc, both));

        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            rotating.put(ACTOR, name + "-new", SecretValue.of("still with the old key"));
            assertThat(secrets.reveal(name + "-new")).isPresent();
            assertThat(rotating.rotate()).isPositive();
            assertThat(rotating.list()).allMatch(secret -> secret.key().equals(next.id()));
            assertThat(rotating.reveal(name)).contains(SecretValue.of("one"));
            assertThatThrownBy(() -> secrets.reveal(name)).isInstanceOf(Refusal.Unavailable.class);
        });
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> secrets.put(ACTOR, "No Name", SecretValue.of("x")))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> secrets.put(ACTOR, name, SecretValue.of(""))).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> secrets.put(ACTOR, name, SecretValue.of("x".repeat(Secrets.LONGEST + 1))))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void over_rest_a_secret_is_written_and_appears_in_no_answer_and_no_log(CapturedOutput log) throws Exception {
        TestPortal portal = TestPortal.of(context);
        String path = "/api/portico/secrets/" + name;
        StringBuilder answers = new StringBuilder();
        for (String body : new String[] {
            "{\"value\":\"canary-4711\"}",
            "{\"value\":\"canary-4711\",\"canary-4711\":1}",
            "{\"value\":{\"x\":\"canary-4711\"}}",
            "{\"value\":\"canary-4711\"",
            "canary-4711"
        }) {
            HttpResponse<String> answer = portal.call(TestPortal.ADMIN_TOKEN, "PUT", path, body);
            answers.append(answer.statusCode()).append(' ').append(answer.body());
        }
        answers.append(portal.call(TestPortal.ADMIN_TOKEN, "GET", "/api/portico/secrets", "")
                .body());

        assertThat(answers).startsWith("204 400").contains("\"" + name + "\"");
        assertThat(answers.toString()
                        .replace("\"field\":\"canary-4711\"", "")
                        .replace("\\\"canary-4711\\\" in the body", ""))
                .doesNotContain("canary");
        assertThat(log.getAll()).doesNotContain("canary");
        assertThat(secrets.reveal(name)).contains(SecretValue.of("canary-4711"));
        assertThat(jdbc.sql("SELECT string_agg(row_to_json(audit_entry)::text, '') FROM audit_entry")
                        .query(String.class)
                        .single())
                .contains(name)
                .doesNotContain("canary-4711");
        assertThat(portal.call(TestPortal.ADMIN_TOKEN, "DELETE", path, "").statusCode())
                .isEqualTo(204);
        assertThat(portal.call(TestPortal.ADMIN_TOKEN, "DELETE", path, "").statusCode())
                .isEqualTo(404);
    }
}
