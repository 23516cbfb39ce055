package dev.portico.access.ui.frame;

import dev.portico.access.Access;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.Permissions;
import dev.portico.kernel.Reader;
import dev.portico.look.MenuExtra;
import dev.portico.look.MenuExtras;
import dev.portico.look.Symbol;
import java.util.List;
import org.springframework.stereotype.Component;

/// The open reviews that somebody decides in. Whoever has no page Access in the menu finds them by an entry of their
/// own. Costs a query for whoever may decide in any review, and nothing for everybody else.
@Component
final class WaitingReviews implements MenuExtras {

    private static final String DECIDE = "access.review.decide";

    /// Behind the place that Access has for others.
    private static final double ORDER = 85;

    private final AccessReviews reviews;
    private final Access access;
    private final Permissions permissions;

    WaitingReviews(AccessReviews reviews, Access access, Permissions permissions) {
        this.reviews = reviews;
        this.access = access;
        this.permissions = permissions;
    }

    /// How many reviews have lines that nobody has decided about yet, of those that the reader decides in.
    long count(Reader reader) {
        return count(mine(reader));
    }

    /// Whether the reader decides in an open review.
    boolean any(Reader reader) {
        return !mine(reader).isEmpty();
    }

    @Override
    public List<MenuExtra> extras(Reader reader) {
        if (open(reader, AccessTab.ROLES.permission())) {
            return List.of();
        }
        List<AccessReview> mine = mine(reader);
        AccessTab tab = AccessTab.REVIEWS;
        return mine.isEmpty()
                ? List.of()
                : List.of(new MenuExtra(tab.word(), tab.address(), Symbol.CIRCLE_CHECK, ORDER, count(mine)));
    }

    private List<AccessReview> mine(Reader reader) {
        return open(reader, DECIDE)
                ? reviews.list(reader, true, null, AccessReviews.LONGEST_LIST).stream()
                        .filter(review -> reviews.mayDecide(reader, review))
                        .toList()
                : List.of();
    }

    private static long count(List<AccessReview> mine) {
        return mine.stream().filter(review -> review.progress().undecided() > 0).count();
    }

    private boolean open(Reader reader, String permission) {
        return permissions
                .named(permission)
                .filter(named -> access.open(reader, named))
                .isPresent();
    }
}
