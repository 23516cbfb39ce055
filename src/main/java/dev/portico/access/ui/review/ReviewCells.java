package dev.portico.access.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.portico.access.AccessReview;
import dev.portico.access.ReviewLine;
import dev.portico.look.Badge;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;

/// What stands in a line of a review.
final class ReviewCells {

    private ReviewCells() {}

    static Component who(ReviewLine line) {
        Div who = lines(Text.second(ReviewWords.holder(line)).styled("strong"));
        if (!ReviewWords.below(line).isEmpty()) {
            who.add(Text.hint(ReviewWords.below(line)).styled("small"));
        }
        who.add(Text.hint(line.role() + ", " + ReviewWords.way(line)).styled("small", "on-phone"));
        return who;
    }

    static Component span(ReviewLine line) {
        Div span = lines(Text.second(ReviewWords.until(line)));
        span.addClassName("review-span");
        if (line.since() != null) {
            span.add(Text.hint("Since " + ReviewWords.day(line.since())).styled("small"));
        }
        return span;
    }

    static Component used(ReviewLine line, AccessReview review) {
        return review.unused(line)
                ? lines(
                        new Badge(
                                review.recordedDays() < AccessReview.UNUSED_DAYS ? State.NA : State.WARNING,
                                Symbol.CLOCK,
                                "Unused"),
                        Text.hint(ReviewWords.used(line, review)).styled("small"))
                : Text.second(ReviewWords.used(line, review));
    }

    /// @param leftToOthers whether the reader leaves it to another reviewer, since it is about themselves
    static Component decision(ReviewLine line, AccessReview review, boolean leftToOthers) {
        Div all = lines();
        Div badges = new Div();
        badges.addClassNames("row", "wrap");
        if (!ReviewWords.doneAsDecided(line)) {
            badges.add(ReviewWords.badge(line));
        }
        if (line.own()) {
            badges.add(new Badge(State.WARNING, "About oneself"));
        }
        if (line.outcome() != null) {
            badges.add(ReviewWords.outcomeBadge(line));
        }
        all.add(badges);
        if (line.decidedAt() != null) {
            String reason = line.reason().isEmpty() ? "" : "“" + line.reason() + "” ";
            all.add(Text.hint(reason + line.decider() + ", " + ReviewWords.day(line.decidedAt()))
                    .styled("small"));
        }
        if (leftToOthers) {
            all.add(Text.second("About yourself: another reviewer decides.").styled("small"));
        }
        if (!line.remark().isEmpty()) {
            all.add(Text.second(line.remark()).styled("small"));
        } else if (review.open()
                && (line.decision() == ReviewLine.Decision.REMOVE || !line.way().removable())) {
            String elsewhere = ReviewWords.elsewhere(line);
            if (!elsewhere.isEmpty()) {
                all.add(Text.second(elsewhere).styled("small"));
            }
        }
        return all;
    }

    private static Div lines(Component... parts) {
        Div all = new Div(parts);
        all.addClassNames("col", "tight", "review-cell");
        return all;
    }
}
