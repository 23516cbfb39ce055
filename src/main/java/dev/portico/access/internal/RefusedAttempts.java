package dev.portico.access.internal;

import dev.portico.audit.Audit;
import dev.portico.kernel.Addresses;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Rows for what anybody may try without end: passwords, forged requests, tokens that do not count.
///
/// The first attempt of a kind from an address leaves one, and so do the tenth, the hundredth and so on
/// within a quarter of an hour, each with how many there were. So the trail tells of all of them, and nobody
/// fills it. Counted in the memory of each node: refusing costs no statement but for those rows.
@Component
final class RefusedAttempts {

    /// What was tried, and why it was refused.
    enum Kind {
        PASSWORD("access.session.begin", "account", "the name or the password was wrong"),
        THROTTLED("access.session.begin", "account", "there were too many attempts"),
        DISABLED("access.session.begin", "account", "the account is disabled"),
        NOT_ADMITTED("access.session.begin", "account", "the provider's account lacks a required claim"),
        PROVIDER("access.session.begin", "account", "what the provider said was not accepted"),
        CSRF("access.request.send", "request", "the CSRF token was missing or wrong"),
        TOKEN("access.request.send", "request", "the token does not count"),
        LOGOUT_TOKEN("access.account.sign-out", "request", "the logout token was not accepted"),
        MESSAGE("access.request.send", "request", "the signature of the message does not count"),
        RESET_LINK("access.account.use-reset-link", "request", "the link does not count");

        private final String action;
        private final String thing;
        private final String why;

        Kind(String action, String thing, String why) {
            this.action = action;
            this.thing = thing;
            this.why = why;
        }
    }

    /// How many kinds and addresses are told apart at a time; beyond that, all others of a kind count as one.
    static final int MOST = 1_000;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(RefusedAttempts.class);
    private static final String OTHERS = "others";

    private final Audit audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    @Autowired
    RefusedAttempts(Audit audit, TransactionOperations transactions) {
        this(audit, transactions, InstantSource.system());
    }

    RefusedAttempts(Audit audit, TransactionOperations transactions, InstantSource clock) {
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// An attempt of somebody unknown.
    void add(Kind kind, String address) {
        add(kind, "unknown", "", address, Reader::anonymous);
    }

    /// An attempt.
    ///
    /// @param thing   what it was about, as the row names it; no secret, and nothing that was typed
    /// @param apart   what is counted apart, beside the kind and the address
    /// @param address where it came from
    /// @param actor   who it is put down to; asked only where there is a row to write
    void add(Kind kind, String thing, String apart, String address, Supplier<Reader> actor) {
        String counter = counter(kind, kind.name() + '\n' + Digests.hex(apart) + '\n' + Attempts.network(address));
        boolean toldApart = !counter.equals(kind.name());
        long times = counted(counter);
        if (!isPowerOfTen(times)) {
            return;
        }
        String after = JsonMapper.shared()
                .createObjectNode()
                .put("why", kind.why)
                .put("from", toldApart ? Addresses.canonical(address) : OTHERS)
                .put("times", times)
                .toString();
        try {
            Reader who = toldApart ? actor.get() : Reader.anonymous();
            Change change = Change.refused(who, kind.action, kind.thing, toldApart ? thing : OTHERS, after);
            transactions.executeWithoutResult(status -> audit.record(change));
        } catch (DataAccessException | TransactionException away) {
            log.warn("A refused attempt left no row, since the database does not answer: {}", away.getMessage());
        }
    }

    /// Where it is counted: apart, or with all others of its kind.
    private String counter(Kind kind, String key) {
        if (counts.size() < MOST || counts.containsKey(key)) {
            return key;
        }
        Instant now = clock.instant();
        counts.values().removeIf(count -> count.isOver(now));
        return counts.size() < MOST ? key : kind.name();
    }

    private long counted(String counter) {
        Instant now = clock.instant();
        return counts.merge(
                        counter,
                        new Count(1, now.plus(WINDOW)),
                        (held, first) -> held.isOver(now) ? first : new Count(held.times + 1, held.until))
                .times;
    }

    private static boolean isPowerOfTen(long times) {
        long rest = times;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }

    private record Count(long times, Instant until) {

        boolean isOver(Instant now) {
            return !until.isAfter(now);
        }
    }
}
