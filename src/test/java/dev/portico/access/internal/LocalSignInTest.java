package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.portico.PorticoTest;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

@PorticoTest
final class LocalSignInTest {

    @Autowired
    private LocalSignIn signIn;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Accounts accounts;

    @Test
    void the_right_password_signs_in_whatever_the_case_of_the_name() {
        AccountSummary made = TestAccounts.make(accounts);

        Authentication result = signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(
                " " + made.name().toUpperCase(java.util.Locale.ROOT), TestAccounts.PASSWORD));

        assertThat(result.isAuthenticated()).isTrue();
        assertThat(result.getPrincipal())
                .isInstanceOfSatisfying(SignedIn.class, signedIn -> assertThat(signedIn.account())
                        .isEqualTo(made.id()));
        assertThat(result.getCredentials()).isNull();
    }

    @Test
    void every_way_to_fail_says_the_same_after_the_same_work() {
        AccountSummary known = TestAccounts.make(accounts);
        AccountSummary disabled = TestAccounts.make(accounts);
        accounts.change(TestAccounts.ADMIN, disabled.id(), AccountEdit.enabled(false));

        List<Attempt> attempts = List.of(
                attempt(known.name(), "wrong"),
                attempt(known.name(), ""),
                attempt(known.name(), "x".repeat(100_000)),
                attempt("nobody-of-this-name", TestAccounts.PASSWORD),
                attempt("", ""),
                attempt(disabled.name(), TestAccounts.PASSWORD));

        assertThat(attempts).containsOnly(new Attempt("Name or password is wrong", 1));
    }

    private Attempt attempt(String name, String password) {
        long before = passwords.work();
        Throwable failure = catchThrowable(
                () -> signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password)));
        assertThat(failure).isInstanceOf(BadCredentialsException.class);
        return new Attempt(String.valueOf(failure.getMessage()), passwords.work() - before);
    }

    private record Attempt(String message, long hashes) {}
}
