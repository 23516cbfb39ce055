package dev.portico.access.ui.review;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import dev.portico.access.Party;
import dev.portico.look.DayField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// By when a review is due and who decides in it, of a new one and of one that is changed.
final class ReviewFields {

    static final String NO_DAY = "Say by when it is due.";

    static final String DUE = "Due by the end of (UTC)";

    static final String REVIEWERS = "Reviewers";

    private final DayField due = new DayField(DUE);
    private final CheckboxGroup<Party> reviewers = new CheckboxGroup<>(REVIEWERS);

    ReviewFields(LocalDate day) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        due.setMin(day.isBefore(today) ? day : today);
        due.setValue(day);
        reviewers.setItemLabelGenerator(
                one -> one.account().isEmpty() ? one.name() : one.name() + " (" + one.account() + ")");
        reviewers.addClassName("review-candidates");
    }

    DayField due() {
        return due;
    }

    CheckboxGroup<Party> reviewers() {
        return reviewers;
    }

    /// The moment at which the chosen day is over; nothing where none is chosen.
    Optional<Instant> end() {
        @Nullable LocalDate day = due.getValue();
        return Optional.ofNullable(day)
                .map(chosen -> chosen.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /// The last day of a review that is due at a moment.
    static LocalDate day(Instant end) {
        return LocalDate.ofInstant(end.minusNanos(1), ZoneOffset.UTC);
    }

    /// The accounts that are chosen.
    Set<String> names() {
        return reviewers.getValue().stream().map(Party::account).collect(Collectors.toSet());
    }
}
