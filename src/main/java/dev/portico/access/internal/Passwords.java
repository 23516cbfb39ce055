package dev.portico.access.internal;

import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/// Hashes and checks passwords with Argon2id: 19 MiB, two passes, one lane, as OWASP's cheat sheet on password storage
/// asks at least. A few are hashed at a time, so that a flood of attempts takes neither all memory nor all cores.
@Component
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int MEMORY = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(SALT, HASH, 1, MEMORY, PASSES);
    private final Semaphore places;
    private final Duration patience;
    private final AtomicLong work = new AtomicLong();

    /// Looks like a hash, and is that of no password anybody knows: what a guess at an unknown account is held against.
    private final String nobodys =
            "$argon2id$v=19$m=" + MEMORY + ",t=" + PASSES + ",p=1$" + random(SALT) + "$" + random(HASH);

    @Autowired
    Passwords() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors()), PATIENCE);
    }

    /// @param places   how many are hashed at a time
    /// @param patience how long one waits for a place
    Passwords(int places, Duration patience) {
        this.places = new Semaphore(places);
        this.patience = patience;
    }

    private static String random(int bytes) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(KeyGenerators.secureRandom(bytes).generateKey());
    }

    /// The password, if it may be one for this account.
    ///
    /// @throws Refusal.InvalidInput where it is too short, too long or made of the account's name
    static String checked(String account, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Refusal.InvalidInput(
                    "password-short", "The password is too short; use 12 characters or more, a few words for instance");
        }
        if (password.length() > LONGEST) {
            throw new Refusal.InvalidInput("password-long", "The password is too long; use 256 characters or fewer");
        }
        String rest = password.toLowerCase(Locale.ROOT).replace(account, "");
        if (rest.chars().distinct().count() < 5) {
            throw new Refusal.InvalidInput(
                    "password-plain",
                    "The password is too easy to guess: it repeats few characters, or the name of the account");
        }
        return password;
    }

    /// @throws Refusal.Unavailable where no place came free in time
    String hash(String password) {
        return inTurn(() -> java.util.Objects.requireNonNull(encoder.encode(password)));
    }

    /// Whether the password belongs to the hash. Without a hash the answer is no, after the same work.
    ///
    /// @throws Refusal.Unavailable where no place came free in time
    boolean matches(String password, Optional<String> hash) {
        boolean fits = password.length() <= LONGEST;
        boolean matches = inTurn(() -> encoder.matches(fits ? password : "", hash.orElse(nobodys)));
        return matches && fits && hash.isPresent();
    }

    /// Whether the hash was made with less work than is asked today.
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /// How many times a password was hashed since the start.
    long work() {
        return work.get();
    }

    /// Works on a thread of the operating system, which shares the processors: on a virtual thread it would keep one of
    /// the few that carry all requests to itself until it is done.
    <T> T inTurn(Supplier<T> hashing) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal.Unavailable(
                        "sign-in-busy", "Too many people are signing in at this moment; try again in a few seconds");
            }
            FutureTask<T> task = new FutureTask<>(() -> {
                try {
                    work.incrementAndGet();
                    return hashing.get();
                } finally {
                    places.release();
                }
            });
            Thread.ofPlatform().name("password").daemon().start(task);
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal.Unavailable("sign-in-busy", "Portico is shutting down; try again in a few seconds");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }
}
