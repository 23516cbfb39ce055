package dev.portico.access.ui.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccessReviews;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewScope;
import dev.portico.kernel.Reader;
import dev.portico.look.Facts;
import dev.portico.look.RelativeTime;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.List;

/// Who holds a role, or the roles of a space, at this moment, as a report for print.
@Route(value = TodayReportView.PATH, autoLayout = false)
@PageTitle("Who holds what · Portico")
@RequiresPermission("access.review.read")
final class TodayReportView extends Div implements BeforeEnterObserver {

    static final String PATH = "access/reviews/today";

    private final transient AccessReviews reviews;
    private final transient Readers readers;

    TodayReportView(AccessReviews reviews, Readers readers) {
        this.reviews = reviews;
        this.readers = readers;
        addClassName("print-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        ReviewScope scope = new ReviewScope(
                asked.getSingleParameter("role").orElse(null),
                asked.getSingleParameter("space").orElse(null));
        Reader reader = readers.current();
        List<ReviewLine> lines = reviews.today(reader, scope);
        String now = RelativeTime.exact(Instant.now());
        removeAll();
        add(new ReviewReport(
                        "Who holds " + scope.words(),
                        ReviewAddress.PATH,
                        new Facts()
                                .fact("As of", now)
                                .fact("Lines", Words.number(lines.size()))
                                .fact("Asked by", reader.name()))
                .lines(lines, null)
                .foot("Last used: the last day on which they were allowed something that the role allows, as far as"
                        + " decisions are recorded."));
    }
}
