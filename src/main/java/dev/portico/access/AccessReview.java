package dev.portico.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An access review.
///
/// @param role          the one role that is reviewed; null where it is all roles of the space
/// @param space         the space that it is about; null for a role that holds everywhere
/// @param roles         the roles that are reviewed, in the order of their names
/// @param policy        the number of the policy that was in force at the snapshot
/// @param recordedSince since when decisions were recorded then; null where they were not
/// @param madeBy        the subject of who began it
/// @param madeAt        the moment of the snapshot
/// @param closedBy      the subject of who closed it; null while it is open
public record AccessReview(
        UUID id,
        String title,
        @Nullable String role,
        @Nullable String space,
        List<String> roles,
        int policy,
        @Nullable LocalDate recordedSince,
        String madeBy,
        Instant madeAt,
        Instant dueAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        List<Reviewer> reviewers,
        Progress progress) {

    /// For how many days without use a line counts as unused.
    public static final int UNUSED_DAYS = 30;

    public AccessReview {
        roles = List.copyOf(roles);
        reviewers = List.copyOf(reviewers);
    }

    /// Whoever decides.
    ///
    /// @param account the account; null where it is gone
    public record Reviewer(
            String name, String displayName, @Nullable UUID account) {}

    /// How far it is.
    ///
    /// @param lines   how many lines
    /// @param kept    of how many it was decided to keep them
    /// @param removed of how many it was decided to remove them
    /// @param left    how many of those could not be removed by closing it
    public record Progress(int lines, int kept, int removed, int left) {

        public int decided() {
            return kept + removed;
        }

        public int undecided() {
            return lines - decided();
        }
    }

    public boolean open() {
        return closedAt == null;
    }

    public boolean overdue(Instant now) {
        return open() && now.isAfter(dueAt);
    }

    public ReviewScope scope() {
        return role == null ? new ReviewScope(null, space) : ReviewScope.role(role);
    }

    /// For how many days decisions had been recorded at the snapshot, up to 30; 0 where they were not.
    public int recordedDays() {
        if (recordedSince == null) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(recordedSince, LocalDate.ofInstant(madeAt, ZoneOffset.UTC));
        return (int) Math.clamp(days, 0, UNUSED_DAYS);
    }

    /// Whether nothing that the line's role allows was used within 30 days, as far as that is recorded.
    public boolean unused(ReviewLine line) {
        LocalDate last = line.lastUsed();
        LocalDate month = LocalDate.ofInstant(madeAt, ZoneOffset.UTC).minusDays(UNUSED_DAYS);
        return recordedSince != null && !line.way().ofMany() && (last == null || last.isBefore(month));
    }
}
