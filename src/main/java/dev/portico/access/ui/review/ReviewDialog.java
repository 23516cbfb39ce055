package dev.portico.access.ui.review;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.NewAccessReview;
import dev.portico.access.Readers;
import dev.portico.access.ReviewScope;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.kernel.Refusal;
import dev.portico.look.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks what a new review is about, until when and who decides.
final class ReviewDialog {

    private static final int USUAL_DAYS = 14;

    private final AccessReviews reviews;
    private final Readers readers;
    private final Consumer<AccessReview> started;
    private final ComboBox<ReviewScope> scope = new ComboBox<>("Review");
    private final TextField title = new TextField("Title");
    private final ReviewFields fields =
            new ReviewFields(LocalDate.now(ZoneOffset.UTC).plusDays(USUAL_DAYS));

    /// @param started told of the review once it has begun
    ReviewDialog(AccessReviews reviews, Readers readers, Consumer<AccessReview> started) {
        this.reviews = reviews;
        this.readers = readers;
        this.started = started;
        scope.setItems(reviews.scopes(readers.current()));
        scope.setItemLabelGenerator(one -> Words.capital(one.words()));
        scope.addValueChangeListener(change -> look());
        title.setMaxLength(AccessReviews.LONGEST_TEXT);
        look();
    }

    void open() {
        new FormDialog("New access review", "Start the review", this::tried)
                .with(scope, title, fields.due(), fields.reviewers())
                .open();
    }

    private void look() {
        ReviewScope chosen = scope.getValue();
        fields.reviewers().setEnabled(chosen != null);
        fields.reviewers().setHelperText(chosen == null ? "Choose first what to review" : "");
        if (chosen != null) {
            title.setValue("Review of " + chosen.words());
            fields.reviewers().setItems(reviews.candidates(readers.current(), chosen));
        }
    }

    private Optional<String> tried() {
        if (scope.getValue() == null) {
            return Optional.of("Choose a role or a space to review.");
        }
        if (fields.end().isEmpty()) {
            return Optional.of(ReviewFields.NO_DAY);
        }
        try {
            started.accept(reviews.start(
                    readers.current(),
                    new NewAccessReview(
                            title.getValue(), scope.getValue(), fields.end().get(), fields.names())));
            return Optional.empty();
        } catch (Refusal.InvalidInput | Refusal.Conflict | Refusal.Forbidden refused) {
            return Optional.of(ReviewWords.refused(refused));
        }
    }
}
