package dev.portico.access;

import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Access reviews: a dated snapshot of who holds a role, or the roles of a space, in which reviewers decide line by
/// line
/// who keeps it.
///
/// Beginning and closing one takes `access.review.manage` for each of its roles, and so does being told who holds them
/// today without one, by `access.review.read`. A review is seen by whoever holds `access.review.read` for all its
/// roles,
/// and by its reviewers. Reviewers decide, as long as they hold `access.review.decide` for its roles; nobody decides
/// about their own account while there is another reviewer. What is to be removed is removed when the review is closed,
/// by the policy and the accounts, all of it in one transaction: whoever closes it needs the rights to change those,
/// and
/// what they may not do, or what cannot be done there, is left and told. Every change is audited, and so is every
/// refused attempt at one.
public interface AccessReviews {

    /// How many reviews one call lists at most.
    int LONGEST_LIST = 200;

    /// How many lines a review has at most.
    int MOST_LINES = 5_000;

    /// How many characters a title or a reason has at most.
    int LONGEST_TEXT = 500;

    /// Whether the reader may begin a review of some role at least.
    boolean mayStart(Reader reader);

    /// What the reader may review: roles, and spaces that have roles. In the order of their names, roles first.
    List<ReviewScope> scopes(Reader reader);

    /// The accounts that may review this, in the order of their names.
    ///
    /// @throws Refusal.Forbidden where the reader may not begin a review of it
    List<Party> candidates(Reader reader, ReviewScope scope);

    /// The accounts that may decide in an open review, in the order of their names.
    ///
    /// @throws Refusal.Forbidden where the reader may not change it
    List<Party> candidates(Reader reader, AccessReview review);

    /// Begins a review: takes the snapshot and tells the reviewers.
    ///
    /// @throws Refusal.InvalidInput where the title, the moment, a reviewer or the scope does not fit
    /// @throws Refusal.Forbidden    where the reader may not
    AccessReview start(Reader reader, NewAccessReview asked);

    /// The reviews that the reader may see, newest first.
    ///
    /// @param open  those that are open, or those that are closed; null for both
    /// @param after the review after which to go on; null to begin
    /// @throws Refusal.Forbidden where the reader may see none at all
    List<AccessReview> list(Reader reader, @Nullable Boolean open, @Nullable UUID after, int limit);

    /// One review.
    ///
    /// @throws Refusal.NotFound where there is none that the reader may see
    AccessReview review(Reader reader, UUID id);

    /// Its lines, in the order of roles and holders. Of an open one, each says what has become of it since.
    ///
    /// @throws Refusal.NotFound where there is none that the reader may see
    List<ReviewLine> lines(Reader reader, UUID id);

    /// Whether the reader may decide in this review.
    boolean mayDecide(Reader reader, AccessReview review);

    /// Whether the reader may change and close this review.
    boolean mayClose(Reader reader, AccessReview review);

    /// Decides about lines; all of them or none.
    ///
    /// @param lines    each with the version that the reader saw
    /// @param decision whether the holders keep it; null to take decisions back, where there are any
    /// @param reason   why; needed to remove
    /// @throws Refusal.Conflict     where the review is closed, or another has decided about a line meanwhile
    /// @throws Refusal.InvalidInput where there is no such line, or no reason, or one is to be removed that
    /// cannot be removed by itself
    /// @throws Refusal.Forbidden    where the reader is no reviewer, or a line is about themselves
    AccessReview decide(
            Reader reader,
            UUID id,
            Collection<ReviewChoice> lines,
            ReviewLine.@Nullable Decision decision,
            String reason);

    /// Changes who decides in an open review, and until when. Whoever comes to decide is told, and so is
    /// whoever decides already where the moment changes. What was decided stays.
    ///
    /// @param version the version of the review that the reader saw
    /// @throws Refusal.Conflict     where it is closed, or another has changed it meanwhile
    /// @throws Refusal.InvalidInput where another moment, or a reviewer, does not fit
    /// @throws Refusal.Forbidden    where the reader may not
    AccessReview change(Reader reader, UUID id, int version, ReviewEdit edit);

    /// Closes a review for good and removes what was decided to be removed.
    ///
    /// @throws Refusal.Conflict  where it is closed already, or an account was changed at this moment
    /// @throws Refusal.Forbidden where the reader may not
    AccessReview close(Reader reader, UUID id);

    /// Who holds these roles at this moment, as the lines of a review that nobody has begun.
    ///
    /// @throws Refusal.NotFound  where there is no such role or space that the reader may know of
    /// @throws Refusal.Forbidden where the reader may not review them
    List<ReviewLine> today(Reader reader, ReviewScope scope);

    /// Takes away reviews that a job of Portico's own has begun, such as those of the sample company.
    ///
    /// @throws Refusal.Forbidden for everybody else: a review is evidence, and ends by its age alone
    void withdraw(Reader job);
}
