package dev.portico.access.internal;

import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.NewAccessReview;
import dev.portico.access.Party;
import dev.portico.access.ReviewChoice;
import dev.portico.access.ReviewEdit;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewLine.Decision;
import dev.portico.access.ReviewScope;
import dev.portico.access.Role;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// The reviews in the database. Whoever decides or closes locks the review's row, so that they come one after the
/// other.
@Service
final class StoredAccessReviews implements AccessReviews {

    private final ReviewRows rows;
    private final ReviewLineRows lineRows;
    private final ReviewSight sight;
    private final ReviewCheck check;
    private final ReviewSnapshot snapshot;
    private final ReviewUse use;
    private final ReviewDecisions decisions;
    private final ReviewClosing closing;
    private final ReviewNews news;
    private final Guard guard;
    private final PolicyRows policies;
    private final PolicyInForce inForce;
    private final TransactionOperations transactions;

    StoredAccessReviews(
            ReviewRows rows,
            ReviewLineRows lineRows,
            ReviewSight sight,
            ReviewCheck check,
            ReviewSnapshot snapshot,
            ReviewUse use,
            ReviewDecisions decisions,
            ReviewClosing closing,
            ReviewNews news,
            Guard guard,
            PolicyRows policies,
            PolicyInForce inForce,
            TransactionOperations transactions) {
        this.rows = rows;
        this.lineRows = lineRows;
        this.sight = sight;
        this.check = check;
        this.snapshot = snapshot;
        this.use = use;
        this.decisions = decisions;
        this.closing = closing;
        this.news = news;
        this.guard = guard;
        this.policies = policies;
        this.inForce = inForce;
        this.transactions = transactions;
    }

    @Override
    public boolean mayStart(Reader reader) {
        return sight.opens(reader, AccessPermissions.MANAGE_REVIEW);
    }

    @Override
    public List<ReviewScope> scopes(Reader reader) {
        List<ReviewScope> scopes = new ArrayList<>();
        Set<String> spaces = new TreeSet<>();
        for (Role role : inForce.evaluator().roles().roles()) {
            if (sight.manages(reader, role)) {
                scopes.add(ReviewScope.role(role.name()));
                if (role.space() != null) {
                    spaces.add(role.space());
                }
            }
        }
        spaces.forEach(space -> scopes.add(ReviewScope.space(space)));
        return scopes;
    }

    @Override
    public List<Party> candidates(Reader reader, ReviewScope scope) {
        int policy = policies.inForce().number();
        List<Role> roles = sight.roles(reader, scope, policies.roles(policy));
        sight.require(reader, Deed.START_REVIEW, names(roles), space(roles));
        return check.candidates(policy, roles);
    }

    @Override
    public List<Party> candidates(Reader reader, AccessReview review) {
        sight.require(reader, Deed.CHANGE_REVIEW, review.roles(), review.space());
        return candidates(review);
    }

    private List<Party> candidates(AccessReview review) {
        return check.candidates(
                policies.inForce().number(),
                review.roles().stream()
                        .map(role -> ReviewSight.place(role, review.space()))
                        .toList());
    }

    @Override
    public AccessReview start(Reader reader, NewAccessReview asked) {
        NewAccessReview checked = ReviewCheck.checked(asked);
        int policy = policies.inForce().number();
        List<Role> all = policies.roles(policy);
        List<Role> roles = sight.roles(reader, checked.scope(), all);
        sight.require(reader, Deed.START_REVIEW, names(roles), space(roles));
        List<Party> reviewers = ReviewCheck.named(checked.reviewers(), check.candidates(policy, roles));
        List<ReviewLine> lines = snapshot.whole(reader, policy, all, names(roles));
        return written(() -> {
            UUID id = rows.insert(checked, roles, policy, use.since(reader), reader.subject());
            rows.accounts(checked.reviewers()).forEach(one -> rows.reviewer(id, one));
            lineRows.insert(id, lines);
            AccessReview review = found(id);
            if (review.reviewers().size() < reviewers.size()) {
                throw ReviewCheck.refused("reviewers", "one of them was disabled at this moment; choose again");
            }
            news.started(reader, review);
            return review;
        });
    }

    @Override
    public List<AccessReview> list(Reader reader, @Nullable Boolean open, @Nullable UUID after, int limit) {
        int most = Math.clamp(limit, 1, LONGEST_LIST);
        List<AccessReview> seen = new ArrayList<>();
        @Nullable UUID last = after;
        List<AccessReview> page;
        do {
            page = rows.list(open, last, LONGEST_LIST);
            page.stream()
                    .filter(review -> sight.sees(reader, review))
                    .limit(most - seen.size())
                    .forEach(seen::add);
            last = page.isEmpty() ? last : page.getLast().id();
        } while (seen.size() < most && page.size() == LONGEST_LIST);
        if (seen.isEmpty() && !sight.opens(reader, AccessPermissions.DECIDE_REVIEW)) {
            sight.requireAny(reader);
        }
        return seen;
    }

    @Override
    public AccessReview review(Reader reader, UUID id) {
        return rows.find(id).filter(review -> sight.sees(reader, review)).orElseThrow(() -> ReviewSight.unknown(id));
    }

    @Override
    public List<ReviewLine> lines(Reader reader, UUID id) {
        AccessReview review = review(reader, id);
        List<ReviewLine> lines = lineRows.of(id);
        if (!review.open()) {
            return lines;
        }
        List<Role> roles = policies.roles(policies.inForce().number());
        ReviewDrift drift =
                new ReviewDrift(review.madeAt(), snapshot.now(ReviewSnapshot.EVERYTHING, roles, review.roles()));
        return lines.stream().map(drift::of).toList();
    }

    @Override
    public boolean mayDecide(Reader reader, AccessReview review) {
        return review.open() && sight.mayDecide(reader, review);
    }

    @Override
    public boolean mayClose(Reader reader, AccessReview review) {
        return review.open() && sight.holds(reader, AccessPermissions.MANAGE_REVIEW, review);
    }

    @Override
    public AccessReview decide(
            Reader reader, UUID id, Collection<ReviewChoice> lines, @Nullable Decision decision, String reason) {
        String why = ReviewCheck.reason(decision, reason);
        AccessReview seen = rows.find(id).orElseThrow(() -> ReviewSight.unknown(id));
        if (!sight.sees(reader, seen)) {
            sight.refused(reader, seen);
            throw ReviewSight.unknown(id);
        }
        sight.requireDeciding(reader, seen);
        try {
            return written(() -> {
                AccessReview review = locked(id);
                decisions.decide(reader, review, lines, decision, why);
                return found(id);
            });
        } catch (Refusal.Forbidden refused) {
            sight.refused(reader, seen);
            throw refused;
        }
    }

    @Override
    public AccessReview change(Reader reader, UUID id, int version, ReviewEdit asked) {
        AccessReview seen = review(reader, id);
        sight.require(reader, Deed.CHANGE_REVIEW, seen.roles(), seen.space());
        ReviewEdit edit = ReviewCheck.checked(asked);
        return written(() -> {
            AccessReview before = locked(id);
            requireSeen(before, version);
            if (edit.due() != null && !edit.due().equals(before.dueAt())) {
                ReviewCheck.due(edit.due());
                rows.due(id, edit.due());
            }
            if (edit.reviewers() != null) {
                replaceReviewers(before, edit.reviewers());
            }
            AccessReview after = found(id);
            if (after.equals(before)) {
                return before;
            }
            rows.count(id);
            news.changed(reader, before, after);
            return found(id);
        });
    }

    private static void requireSeen(AccessReview review, int version) {
        if (review.version() != version) {
            throw new Refusal.Conflict(
                    "review-changed",
                    "The review \"" + review.title() + "\" was changed meanwhile: you saw version " + version
                            + ", and it has " + review.version() + ". Look at it again and repeat your change");
        }
    }

    /// Who decides already may stay, whatever they hold by now.
    private void replaceReviewers(AccessReview review, Set<String> wanted) {
        Set<String> present =
                review.reviewers().stream().map(AccessReview.Reviewer::name).collect(Collectors.toSet());
        Set<String> added =
                wanted.stream().filter(name -> !present.contains(name)).collect(Collectors.toSet());
        if (!added.isEmpty()) {
            ReviewCheck.named(added, candidates(review));
        }
        present.stream().filter(name -> !wanted.contains(name)).forEach(name -> rows.removeReviewer(review.id(), name));
        rows.accounts(added).forEach(one -> rows.reviewer(review.id(), one));
        if (found(review.id()).reviewers().size() < wanted.size()) {
            throw ReviewCheck.refused("reviewers", "one of them was disabled at this moment; choose again");
        }
    }

    @Override
    public AccessReview close(Reader reader, UUID id) {
        AccessReview seen = review(reader, id);
        sight.require(reader, Deed.CLOSE_REVIEW, seen.roles(), seen.space());
        try {
            return guard.keeping(() -> written(() -> {
                int policy = policies.lock();
                AccessReview review = locked(id);
                List<ReviewLine> ended = closing.close(reader, review, policy, policies.roles(policy), lineRows.of(id));
                ended.forEach(
                        line -> lineRows.end(id, line.number(), Objects.requireNonNull(line.outcome()), line.remark()));
                rows.close(id, reader.subject());
                news.closed(reader, review, ended);
                return found(id);
            }));
        } finally {
            inForce.forget();
        }
    }

    @Override
    public List<ReviewLine> today(Reader reader, ReviewScope scope) {
        sight.requireAny(reader);
        int policy = policies.inForce().number();
        List<Role> all = policies.roles(policy);
        List<Role> roles = sight.roles(reader, scope, all);
        sight.requireReading(reader, names(roles), space(roles));
        return snapshot.whole(reader, policy, all, names(roles));
    }

    @Override
    public void withdraw(Reader job) {
        if (!job.subject().startsWith("system:")) {
            throw new Refusal.Forbidden(
                    AccessPermissions.MANAGE_REVIEW.name(),
                    "A review is evidence and is not taken away; it ends by its age alone");
        }
        transactions.executeWithoutResult(
                status -> rows.removeOf(job.subject()).forEach(review -> news.withdrawn(job, review)));
    }

    private AccessReview locked(UUID id) {
        AccessReview review = rows.lock(id).orElseThrow(() -> ReviewSight.unknown(id));
        if (!review.open()) {
            throw new Refusal.Conflict(
                    "review-closed",
                    "This review was closed by " + review.closedBy() + " already and stays as it is. Begin another");
        }
        return review;
    }

    private AccessReview found(UUID id) {
        return rows.find(id).orElseThrow(() -> ReviewSight.unknown(id));
    }

    private AccessReview written(Supplier<AccessReview> change) {
        return Objects.requireNonNull(transactions.execute(status -> change.get()));
    }

    private static Set<String> names(List<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.toSet());
    }

    private static @Nullable String space(List<Role> roles) {
        return roles.getFirst().space();
    }
}
