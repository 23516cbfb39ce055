package dev.portico.access.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.AuditLog;
import dev.portico.access.Readers;
import dev.portico.access.RequiresSignIn;
import dev.portico.access.SubjectNames;
import dev.portico.audit.ChainState;
import dev.portico.audit.Verification;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.Facts;
import dev.portico.look.RelativeTime;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/// A review as a report for print: its scope, dates, reviewers and counts, each line with its decision, and the
/// state of the audit trail to hold it against.
@Route(value = ReviewAddress.PATH + "/:review/report", autoLayout = false)
@PageTitle("Report of an access review · Portico")
@RequiresSignIn
final class ReviewReportView extends Div implements BeforeEnterObserver {

    private final transient AccessReviews reviews;
    private final transient Readers readers;
    private final transient AuditLog audit;
    private final transient SubjectNames names;

    ReviewReportView(AccessReviews reviews, Readers readers, AuditLog audit, SubjectNames names) {
        this.reviews = reviews;
        this.readers = readers;
        this.audit = audit;
        this.names = names;
        addClassName("print-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = ReviewIds.of(event);
        Reader reader = readers.current();
        AccessReview review = reviews.review(reader, id);
        removeAll();
        add(new ReviewReport(review.title(), ReviewAddress.PATH + '/' + id, facts(review, chain(reader)))
                .lines(reviews.lines(reader, id), review)
                .foot(ReviewWords.record(review) + " Review " + id + ", made of policy " + review.policy()
                        + "; printed " + RelativeTime.exact(Instant.now()) + " by " + reader.name() + "."));
    }

    private Facts facts(AccessReview review, String chain) {
        AccessReview.Progress progress = review.progress();
        return new Facts()
                .fact("What", what(review))
                .fact("Snapshot", RelativeTime.exact(review.madeAt()) + ", begun by " + names.of(review.madeBy()))
                .fact("Due", ReviewWords.due(review))
                .fact(
                        "State",
                        review.closedAt() == null
                                ? review.overdue(Instant.now()) ? "Open, overdue" : "Open"
                                : "Closed " + RelativeTime.exact(review.closedAt()) + " by "
                                        + names.of(Objects.requireNonNull(review.closedBy())))
                .fact("Reviewers", ReviewWords.reviewers(review))
                .fact(
                        "Lines",
                        Words.number(progress.lines()) + ": " + progress.kept() + " keep, " + progress.removed()
                                + " remove, " + progress.undecided() + " undecided, " + progress.through()
                                + " without need of a decision, " + progress.left()
                                + " to remove and not removed")
                .fact("Audit trail", chain);
    }

    private static String what(AccessReview review) {
        String scope = Words.capital(review.scope().words());
        return review.role() == null ? scope + " (" + String.join(", ", review.roles()) + ")" : scope;
    }

    /// How the trail stands, for whoever may read it.
    private String chain(Reader reader) {
        try {
            ChainState chain = audit.chain(reader);
            Verification verified = chain.verified();
            if (verified == null || chain.verifiedAt() == null) {
                return Words.count(chain.rows(), "row", "rows") + " linked, never verified; last link " + chain.link();
            }
            return (verified.intact() ? "Verified to row " + Words.number(verified.to()) : "Not intact")
                    + " at " + RelativeTime.exact(chain.verifiedAt()) + "; " + Words.number(chain.rows())
                    + " rows linked, last link " + chain.link();
        } catch (Refusal.Forbidden refused) {
            return "";
        }
    }
}
