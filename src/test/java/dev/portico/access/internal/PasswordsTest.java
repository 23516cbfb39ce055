package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_hash_is_argon2id_with_the_parameters_that_are_asked_for_today() {
        assertThat(passwords.hash("correct horse battery")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_password_belongs_to_its_hash_alone() {
        String hash = passwords.hash("correct horse battery");

        assertThat(passwords.matches("correct horse battery", Optional.of(hash)))
                .isTrue();
        assertThat(passwords.matches("correct horse batterY", Optional.of(hash)))
                .isFalse();
        assertThat(passwords.matches("", Optional.of(hash))).isFalse();
    }

    @Test
    void without_a_hash_the_answer_is_no_after_the_same_work() {
        String hash = passwords.hash("correct horse battery");
        long before = passwords.work();

        passwords.matches("wrong", Optional.of(hash));
        long wrong = passwords.work() - before;
        assertThat(passwords.matches("wrong", Optional.empty())).isFalse();

        assertThat(passwords.work() - before - wrong).isEqualTo(wrong).isEqualTo(1);
    }

    @Test
    void the_work_is_done_beside_the_threads_that_carry_requests() throws Exception {
        AtomicReference<Boolean> virtual = new AtomicReference<>();

        Thread.startVirtualThread(() -> virtual.set(
                        passwords.inTurn(() -> Thread.currentThread().isVirtual())))
                .join();

        assertThat(virtual.get()).isFalse();
    }

    @Test
    void a_hash_of_less_work_is_outdated() {
        assertThat(passwords.outdated("$argon2id$v=19$m=4096,t=1,p=1$c29tZXNhbHRzYWx0$"
                        + "c29tZWhhc2hzb21laGFzaHNvbWVoYXNoc29tZWhhc2g"))
                .isTrue();
        assertThat(passwords.outdated(passwords.hash("correct horse battery"))).isFalse();
    }

    @Test
    void a_weak_password_is_refused_with_what_would_do() {
        assertThatThrownBy(() -> Passwords.checked("jane", "eleven char"))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageContaining("12 characters");
        assertThatThrownBy(() -> Passwords.checked("jane", "x".repeat(257))).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> Passwords.checked("jane", "aaaaaaaaaaaaaaa")).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> Passwords.checked("jane", "JaneJaneJane123"))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageNotContaining("JaneJane");
        assertThat(Passwords.checked("jane", "four plain words here")).isNotEmpty();
    }
}
