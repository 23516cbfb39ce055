package dev.portico.access.internal;

import dev.portico.access.LeakedTokens;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Ends leaked tokens, for whoever knows their text.
@Service
final class StoredLeakedTokens implements LeakedTokens {

    private static final Logger log = LoggerFactory.getLogger(StoredLeakedTokens.class);
    private static final Reader FINDER =
            new Reader("leak-report", null, "A report of a leak", null, Set.of(), Set.of(), null);

    private final TokenRows rows;
    private final TokenReaders readers;
    private final Attempts attempts;
    private final Audit audit;
    private final ChangeFeed feed;
    private final TransactionOperations transactions;

    StoredLeakedTokens(
            TokenRows rows,
            TokenReaders readers,
            Attempts attempts,
            Audit audit,
            ChangeFeed feed,
            TransactionOperations transactions) {
        this.rows = rows;
        this.readers = readers;
        this.attempts = attempts;
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
    }

    @Override
    public void report(Collection<String> texts, String address) {
        Optional<Duration> wait = attempts.countLeak(address);
        if (wait.isPresent()) {
            throw new Refusal.TooMany("leak-reports", "Too many reports; try again later", wait.get());
        }
        for (String text : texts.stream().distinct().limit(MOST).toList()) {
            if (readers.isAdminToken(text)) {
                log.error("The token of PORTICO_ADMIN_TOKEN has leaked, from {}: set another and restart", address);
            } else if (TokenText.wellFormed(text)) {
                transactions.executeWithoutResult(status -> end(text, address));
            }
        }
        readers.forgetAll();
    }

    private void end(String text, String address) {
        Optional<UUID> found = rows.ofText(text);
        if (found.isEmpty()) {
            return;
        }
        List<UUID> ended = rows.revoke(found.get());
        for (UUID id : ended) {
            audit.record(Deed.REPORT_LEAK.byItself(
                    FINDER, "token", id.toString(), null, "{\"revoked\":\"its text was reported as leaked\"}"));
        }
        if (!ended.isEmpty()) {
            log.warn("{} tokens were ended, since the text of one was reported from {}", ended.size(), address);
            feed.publish(TokenChanges.TOPIC, ended.stream().map(UUID::toString).toList());
        }
    }
}
