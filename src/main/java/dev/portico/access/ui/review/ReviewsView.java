package dev.portico.access.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.Readers;
import dev.portico.access.RequiresSignIn;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.Page;
import dev.portico.look.RelativeTime;
import dev.portico.look.SegmentLinks;
import dev.portico.look.Symbol;
import dev.portico.look.Table;
import dev.portico.look.Table.Column;
import dev.portico.look.Table.Kind;
import dev.portico.look.Text;
import dev.portico.look.Toolbar;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The access reviews that the reader may see, those that they review among them, and the way to begin one.
@Route(ReviewAddress.PATH)
@PageTitle("Access reviews · Portico")
@RequiresSignIn
final class ReviewsView extends Page implements BeforeEnterObserver {

    private final transient AccessReviews reviews;
    private final transient Readers readers;
    private final transient AccessTabs tabs;

    ReviewsView(AccessReviews reviews, Readers readers, AccessTabs tabs) {
        this.reviews = reviews;
        this.readers = readers;
        this.tabs = tabs;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Reader reader = readers.current();
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .orElse("");
        @Nullable Boolean open = asked.equals("open") ? Boolean.TRUE : asked.equals("closed") ? Boolean.FALSE : null;
        List<AccessReview> found = reviews.list(reader, open, null, AccessReviews.LONGEST_LIST);
        long due = found.stream().filter(AccessReview::open).count();
        header().clear()
                .title("Access")
                .count(due == 0 ? "No open review" : Words.count(due, "open review", "open reviews"))
                .tabs(tabs.bar(AccessTab.REVIEWS));
        boolean mayStart = reviews.mayStart(reader);
        if (mayStart) {
            header().actions(List.of(
                    new TodayButton(reviews, readers), Actions.primary("New review", Symbol.PLUS, this::start)));
        }
        SegmentLinks which = new SegmentLinks("Which")
                .form("All", ReviewAddress.PATH, open == null)
                .form("Open", ReviewAddress.PATH + "?state=open", Boolean.TRUE.equals(open))
                .form("Closed", ReviewAddress.PATH + "?state=closed", Boolean.FALSE.equals(open));
        Toolbar toolbar = new Toolbar(which);
        toolbar.addClassName("flush");
        show(toolbar, found.isEmpty() ? none(open, mayStart) : table(found));
    }

    private void start() {
        new ReviewDialog(reviews, readers, review -> UI.getCurrent().navigate(ReviewAddress.PATH + '/' + review.id()))
                .open();
    }

    private static Component table(List<AccessReview> found) {
        Instant now = Instant.now();
        Table table = new Table(
                "Access reviews",
                List.of(
                        new Column("Review", Kind.WORDS),
                        new Column("State", Kind.WORDS),
                        new Column("Progress", Kind.WIDE),
                        new Column("Reviewers", Kind.WIDE),
                        new Column("Due", Kind.WORDS)));
        for (AccessReview review : found) {
            Div what = new Div(
                    new Anchor(ReviewAddress.PATH + '/' + review.id(), review.title()),
                    Text.second(Words.capital(review.scope().words())).styled("small"));
            what.addClassNames("col", "tight", "review-what");
            table.row(
                    what,
                    ReviewWords.state(review, now),
                    new ReviewProgress(review),
                    Text.second(ReviewWords.reviewers(review)).styled("review-names"),
                    review.closedAt() == null
                            ? new RelativeTime(review.dueAt(), now)
                            : new Span(new Span("Closed "), new RelativeTime(review.closedAt(), now)));
        }
        Div card = new Div(table);
        card.addClassNames("card", "review-table");
        return card;
    }

    private EmptyState none(@Nullable Boolean open, boolean mayStart) {
        List<Component> actions = new ArrayList<>();
        if (open != null) {
            actions.add(new Anchor(ReviewAddress.PATH, "Show all"));
            return new EmptyState("No such review", "There is no review in this state that you may see.")
                    .actions(actions.toArray(Component[]::new));
        }
        if (mayStart) {
            actions.add(Actions.primary("New review", Symbol.PLUS, this::start));
        }
        return new EmptyState(
                        "No access reviews yet",
                        "A review lists who holds a role, or the roles of a space, and reviewers decide line by line who"
                                + " keeps it.")
                .actions(actions.toArray(Component[]::new));
    }
}
