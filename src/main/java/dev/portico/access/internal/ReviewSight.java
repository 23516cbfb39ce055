package dev.portico.access.internal;

import dev.portico.access.Access;
import dev.portico.access.AccessReview;
import dev.portico.access.Permission;
import dev.portico.access.ReviewScope;
import dev.portico.access.Role;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who sees, begins, decides and closes which reviews. A right over a review is one over each of its roles.
@Component
final class ReviewSight {

    private final Access access;
    private final Guard guard;
    private final PolicyRights rights;

    ReviewSight(Access access, Guard guard, PolicyRights rights) {
        this.access = access;
        this.guard = guard;
        this.rights = rights;
    }

    static Refusal unknown(UUID id) {
        return new Refusal.NotFound("review-unknown", "There is no access review " + id + " that you may know of");
    }

    boolean opens(Reader reader, Permission permission) {
        return access.open(reader, permission);
    }

    /// Whether the reader holds the permission for all roles of the review.
    boolean holds(Reader reader, Permission permission, AccessReview review) {
        return review.roles().stream()
                .allMatch(role -> access.decide(reader, permission, new RoleThing(place(role, review.space())))
                        .allowed());
    }

    boolean manages(Reader reader, Role role) {
        return rights.knows(reader, role) && rights.role(reader, AccessPermissions.MANAGE_REVIEW, role);
    }

    boolean sees(Reader reader, AccessReview review) {
        return holds(reader, AccessPermissions.READ_REVIEW, review) || mayDecide(reader, review);
    }

    boolean mayDecide(Reader reader, AccessReview review) {
        return review.reviewedBy(reader) && holds(reader, AccessPermissions.DECIDE_REVIEW, review);
    }

    /// Passes where the reader is a reviewer who may still decide; a refusal is audited.
    void requireDeciding(Reader reader, AccessReview review) {
        if (!review.reviewedBy(reader)) {
            refused(reader, review);
            throw new Refusal.Forbidden(
                    AccessPermissions.DECIDE_REVIEW.name(),
                    reader.name() + " is no reviewer of \"" + review.title() + "\"; its reviewers decide: "
                            + String.join(
                                    ", ",
                                    review.reviewers().stream()
                                            .map(AccessReview.Reviewer::displayName)
                                            .toList()));
        }
        require(reader, Deed.DECIDE_IN_REVIEW, review.roles(), review.space());
    }

    /// Leaves a row of a decision that was refused.
    void refused(Reader reader, AccessReview review) {
        guard.refused(
                reader, Deed.DECIDE_IN_REVIEW, ReviewNews.TYPE, review.id().toString());
    }

    /// Passes where the reader holds the permission for all these roles; a refusal is audited.
    void require(Reader reader, Deed deed, Collection<String> roles, @Nullable String space) {
        roles.forEach(role -> guard.require(reader, deed, new RoleThing(place(role, space))));
    }

    /// As above, for reading, which leaves no row in the trail.
    void requireReading(Reader reader, Collection<String> roles, @Nullable String space) {
        roles.forEach(role -> access.require(reader, AccessPermissions.READ_REVIEW, new RoleThing(place(role, space))));
    }

    void requireAny(Reader reader) {
        access.requireOpen(reader, AccessPermissions.READ_REVIEW);
    }

    /// The roles of a scope, as far as the reader may know of them.
    ///
    /// @throws Refusal.NotFound where there are none
    List<Role> roles(Reader reader, ReviewScope scope, Collection<Role> all) {
        List<Role> found = all.stream()
                .filter(role -> scope.role() == null
                        ? role.space() != null && role.space().equals(scope.space())
                        : role.name().equals(scope.role()))
                .filter(role -> rights.knows(reader, role))
                .toList();
        if (found.isEmpty()) {
            throw new Refusal.NotFound(
                    "review-scope",
                    scope.role() == null
                            ? "There is no space \"" + scope.space() + "\" with roles that you may know of"
                            : "There is no role \"" + scope.role() + "\" that you may know of");
        }
        return found;
    }

    /// A role as decisions see it, whether it is still there or not.
    static Role place(String role, @Nullable String space) {
        return new Role(role, "", Set.of(), space, List.of(), List.of());
    }
}
