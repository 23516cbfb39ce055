package dev.portico.access.internal;

import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What has become of the lines of a snapshot since.
final class ReviewDrift {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private final Map<List<Object>, ReviewLine> now = new HashMap<>();
    private final Instant taken;

    /// @param taken when the snapshot was
    /// @param lines who holds the roles now
    ReviewDrift(Instant taken, List<ReviewLine> lines) {
        this.taken = taken;
        lines.forEach(line -> now.put(key(line), line));
    }

    /// The line with what has become of it; as it is where nothing has.
    ReviewLine of(ReviewLine line) {
        @Nullable ReviewLine held = now.get(key(line));
        if (held == null) {
            return ended(line, Outcome.GONE, "Gone since the snapshot.");
        }
        if (line.way() == ReviewLine.Way.TOKEN) {
            return madeAnew(held) ? ended(line, Outcome.CHANGED, "Made anew since the snapshot.") : line;
        }
        if (!Objects.equals(held.until(), line.until())) {
            return ended(
                    line,
                    Outcome.CHANGED,
                    "Given anew since the snapshot: it ends " + moment(held.until()) + " now, and ended "
                            + moment(line.until()) + " then.");
        }
        return line;
    }

    /// Whether a token is another of the same name. The end of one moves as it is rotated: that gives nothing anew.
    private boolean madeAnew(ReviewLine token) {
        return token.since() != null && token.since().isAfter(taken);
    }

    /// A line with another outcome.
    static ReviewLine ended(ReviewLine line, @Nullable Outcome outcome, String remark) {
        return new ReviewLine(
                line.number(),
                line.version(),
                line.role(),
                line.way(),
                line.holder(),
                line.label(),
                line.account(),
                line.via(),
                line.people(),
                line.until(),
                line.since(),
                line.lastUsed(),
                line.decision(),
                line.reason(),
                line.decidedBy(),
                line.decider(),
                line.decidedAt(),
                line.own(),
                outcome,
                remark);
    }

    private static List<Object> key(ReviewLine line) {
        return List.of(line.role(), line.way(), line.holder(), line.via());
    }

    private static String moment(@Nullable Instant until) {
        return until == null ? "never" : MOMENT.format(until.atOffset(ZoneOffset.UTC));
    }
}
