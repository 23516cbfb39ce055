package dev.portico.access.internal;

import dev.portico.access.AccessSettings;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts attempts to sign in and refuses what is too many, for all nodes together.
///
/// An attempt is counted by one statement before the password is looked at, so of a thousand at the same moment no more
/// pass than the limit says. Three counters hold: one for the account from this address, one for the address, and one
/// for the account from all addresses that it never signed in from. The last keeps a spread-out guesser out without
/// locking out the person, whose usual addresses it leaves alone.
@Component
final class Attempts {

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final AccessSettings.SignIn limits;

    Attempts(JdbcClient jdbc, AccessSettings settings) {
        this.jdbc = jdbc;
        this.limits = settings.signIn();
    }

    /// Counts an attempt.
    ///
    /// @param name    the account's name as typed, whether there is such an account or not
    /// @param account the account of that name, if there is one
    /// @return how long to wait where there were too many, else empty
    Optional<Duration> count(String name, Optional<UUID> account, String address) {
        return count(buckets(name, account, address));
    }

    /// Counts an attempt of somebody signed in to say their own password. It has one counter for the account and
    /// touches no other.
    Optional<Duration> countOwn(UUID account) {
        return count(List.of(ownPassword(account)));
    }

    /// Counts somebody's use of a link for a new password, whether it is one or not.
    Optional<Duration> countReset(String address) {
        return count(List.of(Bucket.of("reset", network(address), limits.addressAttempts())));
    }

    /// Counts a report of leaked tokens.
    Optional<Duration> countLeak(String address) {
        return count(List.of(Bucket.of("leak", network(address), limits.addressAttempts())));
    }

    /// Counts a message by which a provider says that somebody signed out, before it is looked at.
    Optional<Duration> countLogout(String address) {
        return count(List.of(logout(address)));
    }

    /// Takes back a message that was right: a provider may send as many as it likes.
    void takeBackLogout(String address) {
        lower(logout(address));
    }

    private Bucket logout(String address) {
        return Bucket.of("logout", network(address), limits.addressAttempts());
    }

    private Optional<Duration> count(List<Bucket> buckets) {
        Duration longest = Duration.ZERO;
        for (Bucket bucket : buckets) {
            Duration wait = count(bucket);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest.isPositive() ? Optional.of(longest) : Optional.empty();
    }

    /// Takes back an attempt that was right, before the address is [remembered][#remember]: what counting it did not
    /// raise is not lowered.
    void takeBack(String name, Optional<UUID> account, String address) {
        for (Bucket bucket : buckets(name, account, address)) {
            if (bucket.ofOnePair()) {
                forget(bucket);
            } else {
                lower(bucket);
            }
        }
    }

    /// Takes back an attempt that was not looked at. Those before it keep counting.
    void undo(String name, Optional<UUID> account, String address) {
        buckets(name, account, address).forEach(this::lower);
    }

    /// Takes back one's own attempts, the last of which was right.
    void takeBackOwn(UUID account) {
        forget(ownPassword(account));
    }

    /// Takes back one's own attempt that was not looked at.
    void undoOwn(UUID account) {
        lower(ownPassword(account));
    }

    private void forget(Bucket bucket) {
        jdbc.sql("DELETE FROM access_attempt WHERE bucket = ?")
                .param(bucket.digest)
                .update();
    }

    private void lower(Bucket bucket) {
        jdbc.sql("UPDATE access_attempt SET attempts = greatest(attempts - 1, 0) WHERE bucket = ?")
                .param(bucket.digest)
                .update();
    }

    /// Remembers that the account signed in from the address.
    void remember(UUID account, String address) {
        jdbc.sql("INSERT INTO access_known_address (account, address, last_used) VALUES (?, ?, now())"
                        + " ON CONFLICT (account, address) DO UPDATE SET last_used = now()")
                .param(account)
                .param(Digests.hex(network(address)))
                .update();
    }

    private Duration count(Bucket bucket) {
        return jdbc.sql("""
                        INSERT INTO access_attempt AS held (bucket, attempts, window_ends)
                        VALUES (:bucket, 1, now() + :window * interval '1 second')
                        ON CONFLICT (bucket) DO UPDATE SET
                            attempts = CASE WHEN held.window_ends <= now() THEN 1 ELSE held.attempts + 1 END,
                            window_ends = CASE WHEN held.window_ends <= now()
                                THEN excluded.window_ends ELSE held.window_ends END
                        RETURNING attempts, ceil(extract(epoch FROM window_ends - now()))::bigint AS seconds
                        """)
                .param("bucket", bucket.digest)
                .param("window", limits.window().toSeconds())
                .query((row, number) -> row.getInt("attempts") > bucket.limit
                        ? Duration.ofSeconds(Math.max(1, row.getLong("seconds")))
                        : Duration.ZERO)
                .single();
    }

    private boolean knows(UUID account, String network) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM access_known_address WHERE account = ? AND address = ?)")
                .param(account)
                .param(Digests.hex(network))
                .query(Boolean.class)
                .single();
    }

    /// The counters that an attempt raises, in one order for all who lock their rows.
    private List<Bucket> buckets(String name, Optional<UUID> account, String address) {
        String network = network(address);
        boolean known = knows(account.orElse(NOBODY), network);
        return Stream.of(
                        Bucket.of("account-address", name + '\n' + network, limits.accountAttempts()),
                        Bucket.of("address", network, limits.addressAttempts()),
                        Bucket.of("strangers", name, limits.strangerAttempts()))
                .filter(bucket -> !(known && bucket.ofStrangers()))
                .sorted(Comparator.comparing(Bucket::digest))
                .toList();
    }

    private Bucket ownPassword(UUID account) {
        return Bucket.of("own-password", account.toString(), limits.accountAttempts());
    }

    /// One IPv4 address, or the 64 bits of an IPv6 address that a provider gives to one customer.
    static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? Inet6Address.getByAddress(Arrays.copyOf(Arrays.copyOf(parsed.getAddress(), 8), 16))
                            .getHostAddress()
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return address;
        }
    }

    private record Bucket(String kind, String digest, int limit) {
        static Bucket of(String kind, String key, int limit) {
            return new Bucket(kind, Digests.hex(kind + '\n' + key), limit);
        }

        boolean ofOnePair() {
            return kind.equals("account-address");
        }

        boolean ofStrangers() {
            return kind.equals("strangers");
        }
    }
}
