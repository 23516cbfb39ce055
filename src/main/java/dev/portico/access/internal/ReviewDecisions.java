package dev.portico.access.internal;

import dev.portico.access.AccessReview;
import dev.portico.access.ReviewChoice;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes decisions down, all of a call or none. Who decided since the reader looked is not overruled unseen.
@Component
final class ReviewDecisions {

    private static final String LINES = "lines";

    private final ReviewLineRows rows;
    private final ReviewNews news;

    ReviewDecisions(ReviewLineRows rows, ReviewNews news) {
        this.rows = rows;
        this.news = news;
    }

    /// @param review which is locked and open
    void decide(
            Reader reader,
            AccessReview review,
            Collection<ReviewChoice> choices,
            @Nullable Decision decision,
            String reason) {
        if (choices.isEmpty()) {
            throw ReviewCheck.refused(LINES, "name the lines that are decided about");
        }
        Map<Integer, ReviewLine> lines = new HashMap<>();
        rows.of(review.id()).forEach(line -> lines.put(line.number(), line));
        List<ReviewLine> decided = new ArrayList<>();
        for (ReviewChoice choice : choices) {
            @Nullable ReviewLine line = lines.get(choice.line());
            if (line == null) {
                throw ReviewCheck.refused(
                        LINES,
                        "the review has no line " + choice.line() + "; it has 1 to "
                                + review.progress().lines());
            }
            require(reader, review, line, choice);
            if (decision == Decision.REMOVE && !line.way().removable()) {
                throw ReviewCheck.refused(
                        LINES,
                        "line " + line.number() + ", whoever holds " + line.holder() + ", cannot be removed by itself. "
                                + ReviewClosing.elsewhere(line));
            }
            if (decision != null || line.decision() != null) {
                decided.add(line);
            }
        }
        if (decided.isEmpty()) {
            return;
        }
        decided.forEach(line -> rows.decide(
                review.id(), line.number(), decision, reason, reader.subject(), ReviewCheck.isAmong(reader, line)));
        news.decided(reader, review, decided, decision, reason);
    }

    private static void require(Reader reader, AccessReview review, ReviewLine line, ReviewChoice choice) {
        if (line.version() != choice.version()) {
            throw new Refusal.Conflict(
                    "review-decided",
                    "Line " + line.number() + ", " + line.label() + ", was decided meanwhile"
                            + (line.decision() == null
                                    ? ""
                                    : " by " + line.decider() + ": "
                                            + line.decision().name().toLowerCase(Locale.ROOT))
                            + ". Look at it again; nothing was changed");
        }
        if (review.leftToOthers(reader, line)) {
            throw new Refusal.Forbidden(
                    AccessPermissions.DECIDE_REVIEW.name(),
                    "Line " + line.number() + " is about " + reader.name()
                            + ", and nobody decides about themselves while there is another reviewer. Leave it out");
        }
    }
}
