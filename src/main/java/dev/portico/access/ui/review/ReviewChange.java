package dev.portico.access.ui.review;

import dev.portico.access.AccessReview;
import dev.portico.access.AccessReview.Reviewer;
import dev.portico.access.AccessReviews;
import dev.portico.access.Party;
import dev.portico.access.Readers;
import dev.portico.access.ReviewEdit;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Asks who is to decide in an open review from now on, and until when.
final class ReviewChange {

    private final AccessReviews reviews;
    private final Readers readers;
    private final AccessReview review;
    private final Runnable changed;
    private final ReviewFields fields;
    private final LocalDate day;
    private final Set<String> names;

    /// @param changed told once it has changed
    ReviewChange(AccessReviews reviews, Readers readers, AccessReview review, Runnable changed) {
        this.reviews = reviews;
        this.readers = readers;
        this.review = review;
        this.changed = changed;
        this.day = ReviewFields.day(review.dueAt());
        this.fields = new ReviewFields(day);
        this.names = review.reviewers().stream().map(Reviewer::name).collect(Collectors.toSet());
        List<Party> all = new ArrayList<>(reviews.candidates(readers.current(), review));
        review.reviewers().stream()
                .filter(one -> all.stream().noneMatch(party -> party.account().equals(one.name())))
                .forEach(one -> all.add(new Party("account:" + one.name(), one.displayName(), false)));
        fields.reviewers().setItems(all);
        fields.reviewers()
                .setValue(all.stream()
                        .filter(party -> names.contains(party.account()))
                        .collect(Collectors.toSet()));
        fields.reviewers().setHelperText("Whoever is added is told. What was decided stays.");
    }

    void open() {
        new FormDialog("Change this review", "Change", this::tried)
                .with(fields.due(), fields.reviewers())
                .open();
    }

    /// Only what differs from what was shown is changed; where another has changed it meanwhile, nothing is.
    private Optional<String> tried() {
        Optional<Instant> end = fields.end();
        if (end.isEmpty()) {
            return Optional.of(ReviewFields.NO_DAY);
        }
        boolean moved = !day.equals(fields.due().getValue());
        boolean others = !names.equals(fields.names());
        try {
            if (moved || others) {
                reviews.change(
                        readers.current(),
                        review.id(),
                        review.version(),
                        new ReviewEdit(moved ? end.get() : null, others ? fields.names() : null));
                changed.run();
            }
            return Optional.empty();
        } catch (Refusal.Conflict meanwhile) {
            changed.run();
            return Optional.of(
                    meanwhile.reason() + ". The page behind this shows it as it is now; Cancel leads there.");
        } catch (Refusal.InvalidInput | Refusal.Forbidden refused) {
            return Optional.of(ReviewWords.refused(refused));
        }
    }
}
