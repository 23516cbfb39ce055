package dev.portico.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.access.NewAccount;
import dev.portico.access.NewToken;
import dev.portico.access.TokenSummary;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is logged of a request must not hold what it was trusted with.
final class PasswordsInRequestsTest {

    private static final String SECRET = "s3cret-of-the-test";

    @ParameterizedTest
    @MethodSource
    void what_was_trusted_to_a_request_is_not_in_its_text(Object request) {
        assertThat(request.toString())
                .startsWith(request.getClass().getSimpleName())
                .doesNotContain(SECRET);
    }

    static List<Object> what_was_trusted_to_a_request_is_not_in_its_text() {
        TokenSummary token = new TokenSummary(
                UUID.randomUUID(), "t", null, "hint", Set.of(), null, null, Instant.EPOCH, Instant.EPOCH, null, null);
        GuestController.IdentityJson identity =
                new GuestController.IdentityJson("user", "user:default/guest", List.of());
        return List.of(
                new AccountsController.NewAccountJson("n", "n", null, Set.of(), SECRET),
                new AccountsController.PasswordJson(SECRET),
                new MeController.OwnPasswordJson(SECRET, SECRET),
                new SecretsController.SecretJson(SECRET),
                new TokensController.NewTokenJson(token, SECRET),
                new GuestController.BackstageIdentityJson(SECRET, identity, 1),
                new NewAccount("n", "n", null, Set.of(), SECRET),
                new NewToken(token, SECRET));
    }
}
