package dev.portico.access.internal;

import dev.portico.access.AccessReview;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewLine.Outcome;
import dev.portico.access.ReviewLine.Way;
import dev.portico.access.Role;
import dev.portico.kernel.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Does what reviewers decided. Lines that changed since the snapshot are left alone: what was decided about is no
/// longer there, and what is there now nobody has looked at.
@Component
final class ReviewClosing {

    private final ReviewSnapshot snapshot;
    private final ReviewRemoval removal;
    private final ReviewMembers members;

    ReviewClosing(ReviewSnapshot snapshot, ReviewRemoval removal, ReviewMembers members) {
        this.snapshot = snapshot;
        this.removal = removal;
        this.members = members;
    }

    /// The lines with what became of each.
    ///
    /// @param inForce the policy in force, which is locked
    /// @param roles   its roles
    List<ReviewLine> close(Reader reader, AccessReview review, int inForce, List<Role> roles, List<ReviewLine> lines) {
        ReviewDrift drift =
                new ReviewDrift(review.madeAt(), snapshot.now(ReviewSnapshot.EVERYTHING, roles, review.roles()));
        Map<Integer, ReviewLine> ended = new TreeMap<>();
        List<ReviewLine> going = new ArrayList<>();
        for (ReviewLine line : lines) {
            ReviewLine now = drift.of(line);
            if (line.decision() == null) {
                ended.put(line.number(), ReviewDrift.ended(line, Outcome.UNDECIDED, now.remark()));
            } else if (now.outcome() != null) {
                ended.put(line.number(), now);
            } else if (line.decision() == Decision.KEEP) {
                ended.put(line.number(), ReviewDrift.ended(line, Outcome.KEPT, ""));
            } else {
                going.add(line);
            }
        }
        remove(reader, review, inForce, roles, going).forEach(line -> ended.put(line.number(), line));
        List<ReviewLine> all = List.copyOf(ended.values());
        all.stream()
                .filter(line -> line.way() == Way.THROUGH_GROUP && wentWith(line, all))
                .forEach(line -> ended.put(line.number(), withGroup(line)));
        return List.copyOf(ended.values());
    }

    private List<ReviewLine> remove(
            Reader reader, AccessReview review, int inForce, List<Role> roles, List<ReviewLine> going) {
        List<ReviewLine> ended = new ArrayList<>();
        Set<UUID> admins = removal.lock(going.stream()
                .filter(line -> line.way() == Way.ACCOUNT)
                .map(line -> Objects.requireNonNull(line.account()))
                .toList());
        for (ReviewLine line : going) {
            switch (line.way()) {
                case ACCOUNT -> ended.add(removal.account(reader, line, admins));
                case TOKEN -> ended.add(removal.token(reader, line));
                case THROUGH_GROUP, THROUGH_ROLE -> ended.add(ReviewRemoval.left(line, elsewhere(line)));
                case MEMBER_ACCOUNT, MEMBER_USER, MEMBER_GROUP, MEMBER_TOKEN, EVERYONE -> {
                    // below, all at once
                }
            }
        }
        ended.addAll(members.remove(
                reader,
                review,
                inForce,
                roles,
                going.stream()
                        .filter(line -> ReviewHistory.kind(line.way()) != null)
                        .toList()));
        return ended;
    }

    /// Why a line cannot be removed by itself, and what can be done instead; empty where it can.
    static String elsewhere(ReviewLine line) {
        return switch (line.way()) {
            case THROUGH_GROUP ->
                "Holds it as one of " + line.via()
                        + ". Take them out of that group where it is kept, or remove the group"
                        + " from the role and give the role to those who need it.";
            case THROUGH_ROLE ->
                "The role " + line.holder() + " includes it. Review that role, or take the inclusion out of it.";
            default -> "";
        };
    }

    private static boolean wentWith(ReviewLine line, List<ReviewLine> all) {
        return line.outcome() != Outcome.GONE
                && all.stream()
                        .anyMatch(group -> group.way() == Way.MEMBER_GROUP
                                && group.outcome() == Outcome.REMOVED
                                && group.role().equals(line.role())
                                && group.holder().equals(line.via()));
    }

    private static ReviewLine withGroup(ReviewLine line) {
        return line.decision() == Decision.REMOVE
                ? ReviewDrift.ended(line, Outcome.REMOVED, "Went with " + line.via() + ".")
                : ReviewDrift.ended(
                        line,
                        Outcome.GONE,
                        "Went with " + line.via() + ", which was removed. Give them the role if they need it.");
    }
}
