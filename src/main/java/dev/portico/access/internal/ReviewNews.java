package dev.portico.access.internal;

import dev.portico.access.AccessReview;
import dev.portico.access.AccessReview.Reviewer;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Outcome;
import dev.portico.access.notices.Notice;
import dev.portico.access.notices.Notices;
import dev.portico.audit.Audit;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Change;
import dev.portico.kernel.Reader;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What becomes of reviews, for the audit trail, for open pages and for those whom it concerns; all in the
/// transaction of the change.
@Component
final class ReviewNews {

    static final String TYPE = "access-review";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Audit audit;
    private final ChangeFeed feed;
    private final ObjectProvider<Notices> notices;

    ReviewNews(Audit audit, ChangeFeed feed, ObjectProvider<Notices> notices) {
        this.audit = audit;
        this.feed = feed;
        this.notices = notices;
    }

    void started(Reader reader, AccessReview review) {
        ObjectNode after = json().put("title", review.title())
                .put("scope", review.scope().words())
                .put("policy", review.policy())
                .put("lines", review.progress().lines())
                .put("due", review.dueAt().toString());
        review.reviewers().forEach(one -> after.withArray("reviewers").add(one.name()));
        record(reader, Deed.START_REVIEW, review, null, after);
        tell(accounts(review.reviewers()), asks(reader, review));
    }

    /// Other reviewers, or another moment: those who come to decide are told, and all where the moment changes.
    void changed(Reader reader, AccessReview before, AccessReview after) {
        ObjectNode was = json();
        ObjectNode is = json();
        boolean moved = !before.dueAt().equals(after.dueAt());
        if (moved) {
            was.put("due", before.dueAt().toString());
            is.put("due", after.dueAt().toString());
        }
        if (!before.reviewers().equals(after.reviewers())) {
            before.reviewers().forEach(one -> was.withArray("reviewers").add(one.name()));
            after.reviewers().forEach(one -> is.withArray("reviewers").add(one.name()));
        }
        if (is.isEmpty()) {
            return;
        }
        record(reader, Deed.CHANGE_REVIEW, after, was, is);
        List<UUID> present = accounts(before.reviewers());
        List<UUID> all = accounts(after.reviewers());
        tell(all.stream().filter(one -> !present.contains(one)).toList(), asks(reader, after));
        if (moved) {
            tell(
                    all.stream().filter(present::contains).toList(),
                    new Notice(
                            "access.review",
                            "Due on another day: the review of " + after.scope().words(),
                            "“" + after.title() + "” is due " + due(after) + " and no longer " + due(before) + ". "
                                    + reader.name() + " changed it.",
                            link(after)));
        }
    }

    private static Notice asks(Reader reader, AccessReview review) {
        return new Notice(
                "access.review",
                "You review who holds " + review.scope().words(),
                "“" + review.title() + "”, " + count(review.progress().lines(), "line") + ", due " + due(review) + ". "
                        + reader.name() + " asks for it.",
                link(review));
    }

    void decided(
            Reader reader,
            AccessReview review,
            Collection<ReviewLine> lines,
            @Nullable Decision decision,
            String reason) {
        ObjectNode before = json();
        ObjectNode after = json().put("decision", decision == null ? "none" : word(decision))
                .put("reason", reason);
        for (ReviewLine line : lines) {
            if (line.decision() != null) {
                before.put(Integer.toString(line.number()), word(line.decision()));
            }
            after.withArray("lines")
                    .add(line.number() + ": " + line.role() + ", "
                            + (line.label().isEmpty() ? "everyone" : line.holder()));
        }
        record(reader, Deed.DECIDE_IN_REVIEW, review, before.isEmpty() ? null : before, after);
    }

    /// Closed: a row with what became of each line to be removed, and a word to those who lost a role.
    void closed(Reader reader, AccessReview review, Collection<ReviewLine> lines) {
        ObjectNode after = json().put("title", review.title());
        for (Outcome outcome : Outcome.values()) {
            after.put(
                    outcome.name().toLowerCase(Locale.ROOT),
                    lines.stream().filter(line -> line.outcome() == outcome).count());
        }
        lines.stream().filter(line -> line.decision() == Decision.REMOVE).forEach(line -> after.withArray("remove")
                .add(line.role() + ", " + line.holder() + ": " + line.outcome() + " " + line.remark()));
        record(reader, Deed.CLOSE_REVIEW, review, json().put("open", true), after);
        settled(review);
        lines.stream()
                .filter(line -> line.outcome() == Outcome.REMOVED && line.account() != null)
                .forEach(line -> tell(
                        List.of(Objects.requireNonNull(line.account())),
                        new Notice(
                                "access.review",
                                "You no longer hold the role " + line.role(),
                                "Removed by the access review “" + review.title() + "”: “" + line.reason()
                                        + "”. Ask again if you need it.",
                                "me/access")));
    }

    void overdue(AccessReview review) {
        tell(
                review,
                "access.review",
                "Overdue: the review of " + review.scope().words(),
                "“" + review.title() + "” was due " + due(review) + "; "
                        + count(review.progress().undecided(), "line") + " without a decision.");
    }

    /// Taken away with the sample company.
    void withdrawn(Reader reader, UUID review) {
        record(Change.done(reader, "access.review.withdraw", TYPE, review.toString(), null, null), review);
    }

    private void record(Reader reader, Deed deed, AccessReview review, @Nullable ObjectNode before, ObjectNode after) {
        record(
                deed.done(
                        reader,
                        TYPE,
                        review.id().toString(),
                        before == null ? null : before.toString(),
                        after.toString()),
                review.id());
    }

    private void record(Change change, UUID review) {
        audit.record(change);
        feed.publish(ReviewChanges.TOPIC, List.of(review.toString()));
    }

    private static String link(AccessReview review) {
        return "access/reviews/" + review.id();
    }

    /// Nobody has to decide in it any more.
    private void settled(AccessReview review) {
        @Nullable Notices teller = notices.getIfAvailable();
        if (teller != null) {
            teller.settled(link(review));
        }
    }

    private void tell(AccessReview review, String kind, String title, String text) {
        tell(accounts(review.reviewers()), new Notice(kind, title, text, link(review)));
    }

    private static List<UUID> accounts(Collection<Reviewer> reviewers) {
        return reviewers.stream()
                .map(Reviewer::account)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private void tell(Collection<UUID> accounts, Notice notice) {
        @Nullable Notices teller = notices.getIfAvailable();
        if (teller != null && !accounts.isEmpty()) {
            teller.tell(accounts, notice);
        }
    }

    private static String word(Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /// The last day of it: what is due at midnight is due on the day before.
    private static String due(AccessReview review) {
        return DAY.format(review.dueAt().minusNanos(1).atOffset(ZoneOffset.UTC));
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
