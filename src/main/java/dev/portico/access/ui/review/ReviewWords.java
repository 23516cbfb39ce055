package dev.portico.access.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.AccessReview;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Way;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.Badge;
import dev.portico.look.EmptyState;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reviews and their lines in words, the same on the page and in print.
final class ReviewWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /// Why a review is shown no more to whoever saw it.
    static final String GONE = "You are no reviewer of it any more, or it was taken away with the sample data.";

    private ReviewWords() {}

    static String day(Instant moment) {
        return DAY.format(moment.atOffset(ZoneOffset.UTC));
    }

    /// The last day of it: what is due at midnight is due on the day before.
    static String due(AccessReview review) {
        return DAY.format(review.dueAt().minusNanos(1).atOffset(ZoneOffset.UTC));
    }

    static String day(@Nullable LocalDate day, String none) {
        return day == null ? none : DAY.format(day);
    }

    static Badge state(AccessReview review, Instant now) {
        if (!review.open()) {
            return new Badge(State.PASSED, "Closed");
        }
        return review.overdue(now)
                ? new Badge(State.FAILED, Symbol.CLOCK, "Overdue")
                : new Badge(State.INFO, Symbol.CLOCK, "Open");
    }

    static String progress(AccessReview review) {
        AccessReview.Progress progress = review.progress();
        String decided = Words.number(progress.decided()) + " of " + Words.count(toDecide(progress), "line", "lines")
                + " decided";
        return progress.through() == 0
                ? decided
                : decided + "; " + Words.count(progress.through(), "more needs", "more need") + " no decision";
    }

    /// How many lines are decided or to be decided.
    static int toDecide(AccessReview.Progress progress) {
        return progress.lines() - progress.through();
    }

    static String reviewers(AccessReview review) {
        return review.reviewers().stream()
                .map(AccessReview.Reviewer::displayName)
                .collect(Collectors.joining(", "));
    }

    /// How long there has been a record by which a role could be found unused, or that there is none.
    static String record(AccessReview review) {
        return recorded(review)
                + (review.madeBy().equals("system:seeds")
                        ? " This is a review of the sample company: what it tells of use is made up."
                        : "");
    }

    private static String recorded(AccessReview review) {
        if (review.recordedSince() == null) {
            return "No decisions had been recorded at the snapshot, so nothing can be said about use.";
        }
        int days = review.recordedDays();
        if (days == 0) {
            return "Decisions are recorded since the day of the snapshot alone, " + day(review.recordedSince(), "")
                    + ". Unused means not used on that day; 30 days have not been seen yet.";
        }
        return days >= AccessReview.UNUSED_DAYS
                ? "Unused: nothing that the role allows was asked for and allowed in the 30 days before the snapshot."
                : "Decisions had been recorded for " + Words.count(days, "day", "days")
                        + " at the snapshot, since " + day(review.recordedSince(), "")
                        + ". Unused means not used since then; 30 days have not been seen yet.";
    }

    /// How a role is held.
    static String way(ReviewLine line) {
        return switch (line.way()) {
            case THROUGH_GROUP -> "Through " + group(line);
            case THROUGH_ROLE -> "Through the role " + line.holder();
            default -> line.way().words();
        };
    }

    /// The group that a role is held through, as readers say it.
    private static String group(ReviewLine line) {
        return "the group " + EntityRef.parse(line.via()).shortName();
    }

    /// How long it is held.
    static String until(ReviewLine line) {
        if (line.until() != null) {
            return day(line.until());
        }
        return switch (line.way()) {
            case THROUGH_ROLE -> "With that role";
            case TOKEN, MEMBER_TOKEN -> "With the token";
            default -> "For good";
        };
    }

    static String since(ReviewLine line) {
        return line.since() == null ? "Not recorded" : day(line.since());
    }

    /// Who holds it.
    static String holder(ReviewLine line) {
        return line.way() == Way.THROUGH_ROLE ? "Whoever holds " + line.holder() : line.label();
    }

    /// What stands below the name; empty where it would say the same.
    static String below(ReviewLine line) {
        return switch (line.way()) {
            case MEMBER_GROUP, EVERYONE -> Words.count(line.people(), "account", "accounts");
            case THROUGH_ROLE -> line.people() == 0 ? "" : Words.count(line.people(), "account", "accounts");
            default -> line.holder().equals(line.label()) ? "" : line.holder();
        };
    }

    static String used(ReviewLine line, @Nullable AccessReview review) {
        if (line.lastUsed() != null) {
            return day(line.lastUsed(), "") + (line.way().ofMany() ? ", by one of them" : "");
        }
        return line.way().ofMany()
                ? "By none that is recorded"
                : review != null && review.recordedSince() == null ? "Not recorded" : "Not seen";
    }

    /// What closing will not do by itself, and what to do instead; empty where it will.
    static String elsewhere(ReviewLine line) {
        return switch (line.way()) {
            case THROUGH_GROUP ->
                "Stays as long as " + group(line) + " has the role: take them out of the group, or remove the group.";
            case THROUGH_ROLE ->
                "Cannot be removed by itself: review the role " + line.holder() + ", or take the inclusion out of it.";
            default -> "";
        };
    }

    static String decision(ReviewLine line) {
        return line.decision() == null ? open(line) : line.decision() == ReviewLine.Decision.KEEP ? "Keep" : "Remove";
    }

    private static String open(ReviewLine line) {
        return AccessReview.undecided(line) ? "Undecided" : "Needs no decision";
    }

    static Component badge(ReviewLine line) {
        if (line.decision() == null) {
            return new Badge(AccessReview.undecided(line) ? State.UNREPORTED : State.NA, open(line));
        }
        return line.decision() == ReviewLine.Decision.KEEP
                ? new Badge(State.PASSED, "Keep")
                : new Badge(State.FAILED, Symbol.TRASH_2, "Remove");
    }

    /// Where a review is shown no more to whoever saw it.
    static EmptyState gone() {
        return new EmptyState("This review is not shown to you any more", GONE)
                .actions(new Anchor(ReviewAddress.PATH, "Access reviews"));
    }

    /// Why something was refused, in the words of the fields that were filled in.
    static String refused(Refusal refusal) {
        if (!(refusal instanceof Refusal.InvalidInput misfit)) {
            return refusal.reason();
        }
        return switch (misfit.place()) {
                    case "/title" -> "Title: " + misfit.detail();
                    case "/due" -> ReviewFields.DUE + ": " + misfit.detail();
                    case "/reviewers" -> ReviewFields.REVIEWERS + ": " + misfit.detail();
                    case "/reason" -> "Reason: " + misfit.detail();
                    default -> Words.capital(misfit.detail());
                }
                + (misfit.detail().endsWith(".") ? "" : ".");
    }

    /// Says why the reader does not decide in an open review, and what can be done.
    ///
    /// @param mayChange whether they may say who decides
    static Note lookingOn(AccessReview review, Reader reader, boolean mayChange) {
        if (review.reviewedBy(reader)) {
            return new Note(State.INFO, "You are a reviewer and may not decide")
                    .say("No role of yours allows access.review.decide for "
                            + review.scope().words() + ". Ask an admin for one that does.");
        }
        return new Note(State.INFO, "You are not a reviewer of this review")
                .say("Its reviewers decide: " + reviewers(review) + ". "
                        + (mayChange
                                ? "Change… names others, yourself too where you may decide."
                                : "Whoever looks after it can name you."));
    }

    /// What became of it in a word.
    static String outcome(ReviewLine line) {
        return line.outcome() == null
                ? ""
                : switch (line.outcome()) {
                    case KEPT -> "Kept";
                    case UNDECIDED -> line.way().removable() ? "Stays, undecided" : "Stays";
                    case REMOVED -> "Removed";
                    case GONE -> "Gone already";
                    case CHANGED -> "Changed since";
                    case LEFT -> "Not removed";
                };
    }

    /// Whether closing did what was decided, which then says it all.
    static boolean doneAsDecided(ReviewLine line) {
        return line.outcome() == ReviewLine.Outcome.KEPT || line.outcome() == ReviewLine.Outcome.REMOVED;
    }

    static Component outcomeBadge(ReviewLine line) {
        if (line.outcome() == null) {
            return new Span();
        }
        return switch (line.outcome()) {
            case KEPT, REMOVED -> new Badge(State.PASSED, outcome(line));
            case UNDECIDED, GONE -> new Badge(State.NA, outcome(line));
            case CHANGED -> new Badge(State.WARNING, outcome(line));
            case LEFT -> new Badge(State.FAILED, outcome(line));
        };
    }
}
