package dev.portico.access.ui.review;

import com.vaadin.flow.component.html.Div;
import dev.portico.access.AccessReview;
import dev.portico.access.ReviewLine;
import dev.portico.access.SubjectNames;
import dev.portico.look.KeyFigure;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.List;

/// The figures of a review, who decides and until when, and how far what is said about use can be trusted.
final class ReviewFacts extends Div {

    ReviewFacts(AccessReview review, List<ReviewLine> lines, SubjectNames names) {
        addClassNames("card", "review-head");
        AccessReview.Progress progress = review.progress();
        long unused = lines.stream().filter(review::unused).count();
        add(KeyFigure.line(
                new KeyFigure("Lines", Words.number(progress.lines()), ""),
                new KeyFigure("Keep", Words.number(progress.kept()), ""),
                new KeyFigure("Remove", Words.number(progress.removed()), left(review)),
                new KeyFigure("Undecided", Words.number(progress.undecided()), ""),
                new KeyFigure("Unused", review.recordedSince() == null ? "–" : Words.number(unused), "")));
        Div words = new Div(
                new ReviewProgress(review), Text.second(when(review, names)), Text.hint(ReviewWords.record(review)));
        words.addClassNames("in", "col", "review-words");
        add(words);
    }

    private static String left(AccessReview review) {
        int left = review.progress().left();
        return left == 0 ? "" : Words.number(left) + " not removed";
    }

    static String when(AccessReview review, SubjectNames names) {
        String reviewers = "Reviewed by " + ReviewWords.reviewers(review) + ". ";
        if (review.closedAt() != null && review.closedBy() != null) {
            return reviewers + "Closed on " + ReviewWords.day(review.closedAt()) + " by " + names.of(review.closedBy())
                    + ".";
        }
        return reviewers + (review.overdue(Instant.now()) ? "Was due on " : "Due on ") + ReviewWords.due(review)
                + ". What is to be removed is removed when the review is closed.";
    }
}
