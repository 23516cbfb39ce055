package dev.portico.access.internal;

import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// Signs people in by name and password.
///
/// An unknown name, a wrong password, a disabled account and one that has no password get the same answer after the
/// same work: one hash, and the same statements.
@Component
final class LocalSignIn implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(LocalSignIn.class);

    private final AccountRows rows;
    private final Passwords passwords;
    private final Attempts attempts;
    private final SignInLog signIns;
    private final TransactionOperations transactions;

    LocalSignIn(
            AccountRows rows,
            Passwords passwords,
            Attempts attempts,
            SignInLog signIns,
            TransactionOperations transactions) {
        this.rows = rows;
        this.passwords = passwords;
        this.attempts = attempts;
        this.signIns = signIns;
        this.transactions = transactions;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = Names.typed(attempt.getName());
        String password = attempt.getCredentials() instanceof String text ? text : "";
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        try {
            return signIn(name, password, address, attempt.getDetails());
        } catch (DataAccessException | TransactionException e) {
            log.warn("Nobody can sign in, since the database does not answer: {}", e.getMessage());
            throw new AuthenticationServiceException("The database does not answer", e);
        }
    }

    private Authentication signIn(String name, String password, String address, @Nullable Object details) {
        Optional<Account> account = rows.findByName(name);
        Optional<Duration> wait = attempts.count(name, account.map(Account::id), address);
        if (wait.isPresent()) {
            log.warn(
                    "Too many attempts to sign in from {}; refused for {} s",
                    address,
                    wait.get().toSeconds());
            throw new TooManyAttempts(wait.get());
        }
        boolean matches = matches(name, password, account, address);
        if (!matches || account.isEmpty() || !account.get().enabled()) {
            log.info("An attempt to sign in from {} failed", address);
            throw new BadCredentialsException("Name or password is wrong");
        }
        Account signedIn = account.get();
        attempts.takeBack(name, account.map(Account::id), address);
        attempts.remember(signedIn.id(), address);
        rehashIfOutdated(signedIn, password);
        log.info("{} signed in with a password from {}", signedIn.name(), address);
        SignedIn session = SignedIn.now(signedIn);
        signIns.began(session, "password", address);
        UsernamePasswordAuthenticationToken result =
                UsernamePasswordAuthenticationToken.authenticated(session, null, List.of());
        result.setDetails(details);
        return result;
    }

    /// Looks at the password. Where there is no place for that, the attempt is not one.
    private boolean matches(String name, String password, Optional<Account> account, String address) {
        try {
            return passwords.matches(password, account.flatMap(Account::passwordHash));
        } catch (Refusal.Unavailable busy) {
            log.warn("An attempt to sign in from {} was not looked at: {}", address, busy.getMessage());
            attempts.undo(name, account.map(Account::id), address);
            throw new AuthenticationServiceException("No password can be looked at in time", busy);
        }
    }

    private void rehashIfOutdated(Account account, String password) {
        if (account.passwordHash().filter(passwords::outdated).isEmpty()) {
            return;
        }
        try {
            String hash = passwords.hash(password);
            transactions.executeWithoutResult(
                    status -> rows.findById(account.id()).ifPresent(held -> held.rehash(hash)));
        } catch (Refusal.Unavailable busy) {
            log.info("The password of {} is hashed anew at its next sign-in: {}", account.name(), busy.getMessage());
        }
    }
}
