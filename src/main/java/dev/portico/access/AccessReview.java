package dev.portico.access;

import dev.portico.kernel.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An access review.
///
/// @param version       counts up with each change of who decides and until when
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
        int version,
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
    /// @param through how many lines without a decision come through another role, so that none is needed here
    public record Progress(int lines, int kept, int removed, int left, int through) {

        public int decided() {
            return kept + removed;
        }

        public int undecided() {
            return lines - decided() - through;
        }
    }

    public boolean open() {
        return closedAt == null;
    }

    /// Whether the line is to be decided about and nobody has. What comes through another role is decided there.
    public static boolean undecided(ReviewLine line) {
        return line.decision() == null && line.way().removable();
    }

    /// Whether the line is about the reader, who leaves it to another reviewer.
    public boolean leftToOthers(Reader reader, ReviewLine line) {
        return line.isOf(reader)
                && reviewers.stream()
                        .map(Reviewer::account)
                        .filter(Objects::nonNull)
                        .anyMatch(account -> !account.equals(reader.account()));
    }

    /// Whether the reader is named as one who decides.
    public boolean reviewedBy(Reader reader) {
        return reader.account() != null
                && reviewers.stream().anyMatch(one -> reader.account().equals(one.account()));
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
