package dev.portico.access.ui.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccessNews;
import dev.portico.access.AccessNews.Topic;
import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.Readers;
import dev.portico.access.RequiresSignIn;
import dev.portico.access.ReviewLine;
import dev.portico.access.SubjectNames;
import dev.portico.access.ui.frame.AccessTab;
import dev.portico.access.ui.frame.AccessTabs;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.DangerDialog;
import dev.portico.look.EmptyState;
import dev.portico.look.Icon;
import dev.portico.look.LivePart;
import dev.portico.look.Page;
import dev.portico.look.SegmentLinks;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One access review: how far it is, and its lines, of which reviewers decide one or many at once; what narrows them
/// stands in the address.
@Route(ReviewAddress.PATH + "/:review")
@PageTitle("Access review · Portico")
@RequiresSignIn
final class ReviewView extends Page implements BeforeEnterObserver {

    private final transient AccessReviews reviews;
    private final transient Readers readers;
    private final transient AccessTabs tabs;
    private final transient SubjectNames names;
    private final TextField who = new TextField();
    private transient ReviewAddress address = new ReviewAddress(new UUID(0, 0), ReviewAddress.Which.ALL, "", 1);

    private transient @Nullable Shown shown;

    /// What is on the page.
    private record Shown(
            AccessReview review,
            List<ReviewLine> lines,
            @Nullable ReviewLines table) {}

    ReviewView(AccessReviews reviews, Readers readers, AccessTabs tabs, SubjectNames names, AccessNews news) {
        this.reviews = reviews;
        this.readers = readers;
        this.tabs = tabs;
        this.names = names;
        who.setPlaceholder("Who holds it");
        who.setAriaLabel("Who holds it");
        who.setPrefixComponent(new Icon(Symbol.SEARCH));
        who.setClearButtonVisible(true);
        who.setValueChangeMode(ValueChangeMode.LAZY);
        who.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ReviewAddress next = address.with(change.getValue());
                getUI().ifPresent(ui -> ui.navigate(next.path(), next.parameters()));
            }
        });
        LivePart.of(this, changed -> news.watch(Set.of(Topic.REVIEWS, Topic.POLICIES), changed), this::follow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID review = ReviewIds.of(event);
        address = ReviewAddress.of(review, event.getLocation().getQueryParameters());
        who.setValue(address.who());
        renew();
    }

    /// What others decided and changed meanwhile. Whoever has lines ticked is told, and not disturbed.
    private void follow() {
        Reader reader = readers.current();
        try {
            AccessReview review = reviews.review(reader, address.review());
            List<ReviewLine> lines = reviews.lines(reader, review.id());
            if (shown == null || (review.equals(shown.review) && lines.equals(shown.lines))) {
                return;
            }
            if (shown.table != null && shown.table.ticks()) {
                shown.table.behind(this::renew);
            } else {
                show(reader, review, lines);
            }
        } catch (Refusal.NotFound gone) {
            header().clear().title("Access reviews").tabs(tabs.bar(AccessTab.REVIEWS));
            show(ReviewWords.gone());
        }
    }

    private void renew() {
        Reader reader = readers.current();
        AccessReview review = reviews.review(reader, address.review());
        show(reader, review, reviews.lines(reader, review.id()));
    }

    private void show(Reader reader, AccessReview review, List<ReviewLine> lines) {
        head(reader, review);
        List<ReviewLine> fitting =
                lines.stream().filter(line -> address.fits(line, review)).toList();
        @Nullable
        ReviewLines table =
                fitting.isEmpty() ? null : new ReviewLines(reviews, readers, review, fitting, address, this::renew);
        shown = new Shown(review, lines, table);
        Div facts = new Div(new ReviewFacts(review, lines, names));
        facts.addClassName("review-facts");
        show(facts, toolbar(review, lines), table == null ? none(lines.isEmpty()) : table);
    }

    private void head(Reader reader, AccessReview review) {
        header().clear()
                .title(review.title())
                .badges(ReviewWords.state(review, Instant.now()))
                .sub(Words.capital(review.scope().words()) + " as of " + ReviewWords.day(review.madeAt()) + ", policy "
                        + review.policy())
                .crumbs(review.title(), new Anchor(ReviewAddress.PATH, "Access reviews"))
                .tabs(tabs.bar(AccessTab.REVIEWS));
        List<Component> actions = new ArrayList<>(ReviewPapers.of(address));
        if (reviews.mayClose(reader, review)) {
            actions.add(Actions.plain(
                    "Change…", Symbol.PENCIL, () -> new ReviewChange(reviews, readers, review, this::renew).open()));
            actions.add(Actions.primary("Close review…", Symbol.CHECK, () -> closing(review)));
        }
        header().actions(actions);
    }

    private void closing(AccessReview review) {
        AccessReview.Progress progress =
                reviews.review(readers.current(), review.id()).progress();
        String undecided = progress.undecided() == 0
                ? ""
                : " " + Words.count(progress.undecided(), "line is", "lines are")
                        + " undecided and will stay as they are.";
        DangerDialog.ask(
                "Close this review?",
                Words.count(progress.removed(), "line is", "lines are") + " removed from who holds the roles, at once."
                        + (progress.removed() == 0
                                ? ""
                                : " That puts a policy of its own in force; drafts keep what is in them.")
                        + undecided + " A closed review cannot be opened again.",
                "Close and remove",
                () -> {
                    try {
                        reviews.close(readers.current(), review.id());
                    } finally {
                        renew();
                    }
                });
    }

    private Toolbar toolbar(AccessReview review, List<ReviewLine> lines) {
        SegmentLinks which = new SegmentLinks("Which lines");
        for (ReviewAddress.Which one : ReviewAddress.Which.values()) {
            long count = lines.stream().filter(line -> one.fits(line, review)).count();
            if (one == ReviewAddress.Which.ALL || one == address.which() || count > 0) {
                which.form(
                        one.words() + " " + Words.number(count),
                        address.with(one).address(),
                        one == address.which());
            }
        }
        Toolbar toolbar = new Toolbar(which, who);
        toolbar.addClassName("flush");
        return toolbar;
    }

    private EmptyState none(boolean empty) {
        return empty
                ? new EmptyState("Nobody held it", "At the snapshot nobody held what this review is about.")
                : new EmptyState("Nothing fits", "No line of this review has all that the filters ask for.")
                        .actions(new Anchor(address.path(), "Clear filters"));
    }
}
