package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.portico.PorticoTest;
import dev.portico.access.AccountEdit;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.audit.Audit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

@PorticoTest
final class LocalSignInTest {

    @Autowired
    private LocalSignIn signIn;

    @Autowired
    private Passwords passwords;

    @Autowired
    private AccountRows rows;

    @Autowired
    private Attempts attempts;

    @Autowired
    private SignInLog signIns;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionOperations transactions;

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
                attempt("nul\0in-a-name", TestAccounts.PASSWORD),
                attempt(disabled.name(), TestAccounts.PASSWORD));

        assertThat(attempts).containsOnly(new Attempt("Name or password is wrong", 1));
    }

    @Test
    void where_no_password_can_be_looked_at_nobody_signs_in_and_no_attempt_is_counted() {
        AccountSummary made = TestAccounts.make(accounts);
        LocalSignIn busy =
                new LocalSignIn(rows, new Passwords(0, Duration.ofMillis(1)), attempts, signIns, transactions);
        Authentication typed = UsernamePasswordAuthenticationToken.unauthenticated(made.name(), TestAccounts.PASSWORD);

        for (int i = 0; i < 15; i++) {
            assertThat(catchThrowable(() -> busy.authenticate(typed)))
                    .isInstanceOf(AuthenticationServiceException.class);
        }
        assertThat(signIn.authenticate(typed).isAuthenticated()).isTrue();
    }

    @Test
    void what_was_not_looked_at_forgives_no_wrong_password() {
        AccountSummary made = TestAccounts.make(accounts);
        for (int i = 0; i < 10; i++) {
            attempt(made.name(), "wrong");
        }
        attempts.undo(made.name(), Optional.of(made.id()), "");
        attempts.count(made.name(), Optional.of(made.id()), "");

        assertThat(catchThrowable(() -> signIn.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(made.name(), TestAccounts.PASSWORD))))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void whoever_cannot_be_written_down_is_not_signed_in() {
        AccountSummary made = TestAccounts.make(accounts);
        TransactionOperations away = new TransactionOperations() {
            @Override
            public <R extends @Nullable Object> R execute(TransactionCallback<R> action) {
                throw new CannotCreateTransactionException("The database is away");
            }
        };
        LocalSignIn unwritten = new LocalSignIn(rows, passwords, attempts, new SignInLog(audit, away), transactions);

        assertThat(catchThrowable(() -> unwritten.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(made.name(), TestAccounts.PASSWORD))))
                .isInstanceOf(AuthenticationServiceException.class);
    }

    @Test
    void of_a_thousand_guesses_at_the_same_moment_ten_are_looked_at_at_most() {
        AccountSummary made = TestAccounts.make(accounts);
        Authentication guess = UsernamePasswordAuthenticationToken.unauthenticated(made.name(), "a wrong guess");
        AtomicInteger looked = new AtomicInteger();
        AtomicInteger throttled = new AtomicInteger();

        try (ExecutorService threads = Executors.newFixedThreadPool(14)) {
            IntStream.range(0, 1_000)
                    .forEach(number -> threads.execute(() -> {
                        switch (catchThrowable(() -> signIn.authenticate(guess))) {
                            case BadCredentialsException wrong -> looked.incrementAndGet();
                            case TooManyAttempts many -> throttled.incrementAndGet();
                            case null, default -> {
                                // no place to look at it, which is not a guess
                            }
                        }
                    }));
        }

        assertThat(looked.get()).isBetween(1, 10);
        assertThat(throttled.get()).isGreaterThan(900);
        assertThat(catchThrowable(() -> signIn.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(made.name(), TestAccounts.PASSWORD))))
                .as("the right one, too late")
                .isInstanceOf(TooManyAttempts.class);
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
