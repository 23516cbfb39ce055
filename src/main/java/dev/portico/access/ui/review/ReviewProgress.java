package dev.portico.access.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.portico.access.AccessReview;
import dev.portico.look.Text;

/// How much of a review is decided, as a bar and in words.
final class ReviewProgress extends Div {

    ReviewProgress(AccessReview review) {
        addClassName("review-progress");
        int lines = ReviewWords.toDecide(review.progress());
        ProgressBar bar = new ProgressBar(
                0, Math.max(1, lines), lines == 0 ? 1 : review.progress().decided());
        bar.getElement().setAttribute("aria-label", ReviewWords.progress(review));
        add(bar, Text.hint(ReviewWords.progress(review)).styled("small"));
    }
}
