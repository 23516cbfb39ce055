package dev.portico.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portico.access.AccessReview;
import dev.portico.access.ReviewChoice;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An access review over REST, and what is asked about one.
///
/// @param version   counts up with each change of who decides and until when
/// @param scope     what it is about, in words
/// @param policy    the number of the policy that was in force at the snapshot
/// @param madeAt    the moment of the snapshot
/// @param reviewers the names of the accounts that decide
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewJson(
        UUID id,
        int version,
        String title,
        String scope,
        List<String> roles,
        @Nullable String space,
        int policy,
        @Nullable LocalDate recordedSince,
        String madeBy,
        Instant madeAt,
        Instant dueAt,
        boolean overdue,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        List<String> reviewers,
        AccessReview.Progress progress) {

    static ReviewJson of(AccessReview review) {
        return new ReviewJson(
                review.id(),
                review.version(),
                review.title(),
                review.scope().words(),
                review.roles(),
                review.space(),
                review.policy(),
                review.recordedSince(),
                review.madeBy(),
                review.madeAt(),
                review.dueAt(),
                review.overdue(Instant.now()),
                review.closedBy(),
                review.closedAt(),
                review.reviewers().stream().map(AccessReview.Reviewer::name).toList(),
                review.progress());
    }

    record ReviewsJson(List<ReviewJson> items) {}

    record DetailJson(ReviewJson review, List<LineJson> lines) {}

    /// @param title     what it is called
    /// @param role      the role to review; left out for all roles of a space
    /// @param space     the space whose roles to review; left out for one role
    /// @param due       when it should be done, such as `2026-12-31T18:00:00Z`
    /// @param reviewers the names of the accounts that decide
    record StartJson(
            @NotNull String title,
            @Nullable String role,
            @Nullable String space,
            @NotNull Instant due,
            @NotNull Set<String> reviewers) {}

    /// @param due       when it should be done from now on; left out to leave it
    /// @param reviewers the names of all accounts that decide from now on; left out to leave them
    record ChangeJson(@Nullable Instant due, @Nullable Set<String> reviewers) {}

    /// @param lines    the lines, each with the version that was seen
    /// @param decision left out to take a decision back
    /// @param reason   why; needed to remove
    record DecisionJson(
            @NotNull List<ReviewChoice> lines,
            @Nullable Decision decision,
            @Nullable String reason) {}

    /// @param way     how the role is held
    /// @param via     the group that it comes through; empty for none
    /// @param unused  whether nothing that the role allows was used within 30 days, as far as that is recorded
    /// @param own     whether whoever decided holds the role by this line
    /// @param outcome what became of it, or what has become of it since the snapshot
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            int line,
            int version,
            String role,
            ReviewLine.Way way,
            String holder,
            String label,
            String via,
            int people,
            @Nullable Instant until,
            @Nullable Instant since,
            @Nullable LocalDate lastUsed,
            boolean unused,
            @Nullable Decision decision,
            String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            boolean own,
            ReviewLine.@Nullable Outcome outcome,
            String remark) {

        static LineJson of(ReviewLine line, boolean unused) {
            return new LineJson(
                    line.number(),
                    line.version(),
                    line.role(),
                    line.way(),
                    line.holder(),
                    line.label(),
                    line.via(),
                    line.people(),
                    line.until(),
                    line.since(),
                    line.lastUsed(),
                    unused,
                    line.decision(),
                    line.reason(),
                    line.decidedBy(),
                    line.decidedAt(),
                    line.own(),
                    line.outcome(),
                    line.remark());
        }
    }
}
