package dev.portico.access;

import java.time.Instant;
import java.util.Set;

/// A review that somebody begins.
///
/// @param title     what it is called, in 1 to 500 characters
/// @param scope     what it is about
/// @param due       when it should be done, in the future
/// @param reviewers the names of the accounts that decide
public record NewAccessReview(String title, ReviewScope scope, Instant due, Set<String> reviewers) {
    public NewAccessReview {
        reviewers = Set.copyOf(reviewers);
    }
}
