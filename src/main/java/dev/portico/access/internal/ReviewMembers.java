package dev.portico.access.internal;

import dev.portico.access.AccessReview;
import dev.portico.access.ReviewLine;
import dev.portico.access.Role;
import dev.portico.access.RoleMember;
import dev.portico.changes.ChangeFeed;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Takes members out of roles, by a policy that differs from the one in force in that. Drafts lose them too, so that
/// publishing one brings nobody back. Roles that the reader may not change, or of which they hold less, are left.
@Component
final class ReviewMembers {

    private final PolicyRows rows;
    private final PolicyRights rights;
    private final PolicyAtOnce atOnce;
    private final PolicyWriting writing;
    private final Guard guard;
    private final ChangeFeed feed;

    ReviewMembers(
            PolicyRows rows,
            PolicyRights rights,
            PolicyAtOnce atOnce,
            PolicyWriting writing,
            Guard guard,
            ChangeFeed feed) {
        this.rows = rows;
        this.rights = rights;
        this.atOnce = atOnce;
        this.writing = writing;
        this.guard = guard;
        this.feed = feed;
    }

    /// The lines with what became of them.
    ///
    /// @param inForce the policy in force, which is locked
    /// @param before  its roles
    /// @param lines   members of roles that are to be removed
    List<ReviewLine> remove(
            Reader reader, AccessReview review, int inForce, List<Role> before, Collection<ReviewLine> lines) {
        Map<String, List<ReviewLine>> byRole = new TreeMap<>();
        lines.forEach(line ->
                byRole.computeIfAbsent(line.role(), any -> new ArrayList<>()).add(line));
        Map<String, Role> after = new HashMap<>();
        List<ReviewLine> ended = new ArrayList<>();
        for (Role role : before) {
            List<ReviewLine> going = byRole.getOrDefault(role.name(), List.of());
            if (!going.isEmpty()) {
                Role without = without(role, going);
                try {
                    require(reader, inForce, new PolicyChange(before, replaced(before, without)));
                    after.put(role.name(), without);
                    going.forEach(line -> ended.add(ReviewRemoval.removed(line)));
                } catch (Refusal.Forbidden refused) {
                    guard.refused(reader, Deed.PUBLISH_POLICY, AccessPermissions.ROLE, role.name());
                    going.forEach(line -> ended.add(ReviewRemoval.left(line, ReviewRemoval.sentence(refused))));
                }
            }
        }
        if (!after.isEmpty()) {
            List<Role> next = before.stream()
                    .map(role -> after.getOrDefault(role.name(), role))
                    .toList();
            atOnce.enforce(reader, inForce, before, next, "Access review: " + shortened(review.title()));
            drafts(
                    reader,
                    ended.stream()
                            .filter(line -> after.containsKey(line.role()))
                            .toList());
        }
        return ended;
    }

    private void require(Reader reader, int inForce, PolicyChange change) {
        rights.requireRoles(reader, AccessPermissions.EDIT_ROLE, change);
        rights.requireRoles(reader, AccessPermissions.PUBLISH_POLICY, change);
        rights.requireHolding(reader, AccessPermissions.PUBLISH_POLICY, inForce, change);
    }

    private void drafts(Reader reader, List<ReviewLine> gone) {
        for (int draft : rows.drafts()) {
            List<Role> before = rows.roles(draft);
            List<Role> after =
                    before.stream().map(role -> without(role, of(role, gone))).toList();
            if (!after.equals(before)) {
                rows.carry(draft, after);
                ObjectNode what = JsonNodeFactory.instance.objectNode();
                gone.forEach(line -> what.withArray("removed").add(line.role() + ", " + line.label()));
                writing.record(reader, Deed.CHANGE_ROLE, draft, null, what);
                feed.publish(PolicyChanges.TOPIC, List.of(Integer.toString(draft)));
            }
        }
    }

    private static List<ReviewLine> of(Role role, List<ReviewLine> lines) {
        return lines.stream().filter(line -> line.role().equals(role.name())).toList();
    }

    private static Role without(Role role, List<ReviewLine> going) {
        return going.isEmpty()
                ? role
                : role.heldBy(role.members().stream()
                        .filter(member -> going.stream().noneMatch(line -> is(line, member)))
                        .toList());
    }

    private static boolean is(ReviewLine line, RoleMember member) {
        return member.kind() == Objects.requireNonNull(ReviewHistory.kind(line.way()))
                && member.name().equals(line.holder());
    }

    private static List<Role> replaced(List<Role> roles, Role with) {
        return roles.stream()
                .map(role -> role.name().equals(with.name()) ? with : role)
                .toList();
    }

    private static String shortened(String title) {
        return title.length() <= 200 ? title : title.substring(0, 200) + "…";
    }
}
