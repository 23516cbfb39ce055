package dev.portico.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to change of an open access review; null leaves a part as it is.
///
/// @param due       when it should be done
/// @param reviewers the names of all accounts that decide from now on
public record ReviewEdit(@Nullable Instant due, @Nullable Set<String> reviewers) {

    public ReviewEdit {
        reviewers = reviewers == null ? null : Set.copyOf(reviewers);
    }
}
