package dev.portico.access.internal;

import dev.portico.access.internal.DecisionRecords.Row;
import dev.portico.storage.DatabaseAway;
import dev.portico.storage.WriteBehind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Writes decisions down in parts, every ten seconds and beside the requests.
@Component
final class DecisionWriting extends WriteBehind {

    private static final Logger log = LoggerFactory.getLogger(DecisionWriting.class);
    private static final int PART = 1_000;

    private final DecisionRecords records;
    private final DecisionRows rows;

    DecisionWriting(DecisionRecords records, DecisionRows rows) {
        super("access-decisions", Duration.ofSeconds(10));
        this.records = records;
        this.rows = rows;
    }

    /// Writes down what waits. What could not be written since the database is away waits again; what it does not take
    /// is counted as missed, and keeps nothing else back.
    @Override
    protected synchronized void flush() {
        LocalDate day = records.day();
        List<Row> part = records.take(PART);
        while (!part.isEmpty()) {
            write(day, part);
            part = records.take(PART);
        }
        long missed = records.takeMissed();
        if (missed > 0) {
            write(day, missed);
        }
        records.day();
    }

    private void write(LocalDate day, long missed) {
        try {
            rows.miss(day, missed);
        } catch (DataAccessException | TransactionException failure) {
            records.giveBack(List.of(), missed);
            throw failure;
        }
    }

    private void write(LocalDate day, List<Row> part) {
        try {
            rows.insert(day, part);
        } catch (DataAccessException | TransactionException failure) {
            if (DatabaseAway.refusal(failure).isPresent()) {
                records.giveBack(part, 0);
                throw failure;
            }
            if (part.size() == 1) {
                log.warn("The database does not take a decision, which is left out: {}", failure.getMessage());
                records.giveBack(List.of(), 1);
            } else {
                int half = part.size() / 2;
                write(day, part.subList(0, half), part.subList(half, part.size()));
            }
        }
    }

    /// Where the database goes away in between, nothing of the second half is lost.
    private void write(LocalDate day, List<Row> first, List<Row> second) {
        try {
            write(day, first);
        } catch (DataAccessException | TransactionException away) {
            records.giveBack(second, 0);
            throw away;
        }
        write(day, second);
    }
}
