package dev.portico.access.internal;

import dev.portico.access.DecisionSettings;
import dev.portico.kernel.Reader;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The decisions of this node's day, each of them once: who asked for which permission on which thing, and what came
/// out. Nothing else is known of them.
///
/// A decision costs a look into a set in memory. What is new waits until [DecisionWriting] writes it down. The set is
/// bounded; what finds no room is counted. What a crash loses is what waited.
///
/// Not recorded: Portico's own jobs, who may everything; requests without credentials, who may nothing; and views that
/// somebody narrowed to a space for themselves, which say less than that person may.
@Component
final class DecisionRecords implements DecisionLog {

    /// How long the id of a thing may be that is recorded.
    static final int LONGEST_ID = 500;

    private final boolean on;
    private final int most;
    private final InstantSource clock;
    private final Set<Row> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger size = new AtomicInteger();
    private final Queue<Row> waiting = new ConcurrentLinkedQueue<>();
    private final LongAdder missed = new LongAdder();
    private volatile LocalDate day;

    @Autowired
    DecisionRecords(DecisionSettings settings) {
        this(settings, InstantSource.system());
    }

    DecisionRecords(DecisionSettings settings, InstantSource clock) {
        this.on = settings.record();
        this.most = settings.most();
        this.clock = clock;
        this.day = today();
    }

    @Override
    public void decided(Reader reader, String permission, Asked asked, String type, String id, Result result) {
        if (!on || !counts(reader)) {
            return;
        }
        Row row = new Row(reader.subject(), permission, asked, type, id, result);
        if (seen.contains(row)) {
            return;
        }
        if (size.get() >= most || !isId(id)) {
            missed.increment();
        } else if (seen.add(row)) {
            size.incrementAndGet();
            waiting.add(row);
        }
    }

    /// The day that what waits belongs to, by UTC. It moves on once nothing waits any more: then everything is new
    /// again.
    LocalDate day() {
        LocalDate today = today();
        if (!today.equals(day) && waiting.isEmpty()) {
            seen.clear();
            size.set(0);
            day = today;
        }
        return day;
    }

    /// Takes some of what waits.
    List<Row> take(int limit) {
        List<Row> taken = new ArrayList<>();
        Row row = waiting.poll();
        while (row != null) {
            taken.add(row);
            row = taken.size() < limit ? waiting.poll() : null;
        }
        return taken;
    }

    /// Lets what was taken wait again.
    void giveBack(List<Row> rows, long notCounted) {
        waiting.addAll(rows);
        missed.add(notCounted);
    }

    /// How many decisions found no room since this was asked for the last time.
    long takeMissed() {
        return missed.sumThenReset();
    }

    /// Whether it is the id of a thing, and not some text that somebody typed in the place of one.
    private static boolean isId(String id) {
        return id.length() <= LONGEST_ID && id.chars().noneMatch(letter -> letter <= ' ');
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static boolean counts(Reader reader) {
        String subject = reader.subject();
        return reader.spaces() == null
                ? !subject.startsWith("system:") && !subject.equals("anonymous")
                : subject.startsWith(TokenReaders.SUBJECT);
    }

    /// One decision.
    record Row(String subject, String permission, Asked asked, String type, String id, Result result) {}
}
