package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.portico.access.Readers;
import dev.portico.access.RequiresSignIn;
import dev.portico.catalog.CatalogNews;
import dev.portico.look.Actions;
import dev.portico.look.Page;
import dev.portico.look.Symbol;
import java.util.List;

/// The first page after the sign-in: what needs the reader today, in cards of their own choice.
@Route(HomeView.PATH)
@PageTitle("Home · Portico")
@Menu(title = "Home", order = 0, icon = "HOUSE")
@RequiresSignIn
final class HomeView extends Page implements BeforeEnterObserver {

    static final String PATH = "home";

    /// The address at which cards are added, hidden and moved.
    static final String CUSTOMISED = PATH + "?customise";

    private static final String WHOSE = "whose";
    private static final String TEAMS = "teams";

    private final transient HomeCards cards;
    private final transient Readers readers;
    private final HomeBoard board;

    HomeView(HomeCards cards, CatalogNews news, Readers readers) {
        this.cards = cards;
        this.readers = readers;
        board = new HomeBoard(cards, news, readers, this::offerStartOver);
        HomeGreeting greeting = HomeGreeting.of(UI.getCurrent().getPage());
        header().title(greeting.hello(readers.current().name())).sub(greeting.today());
        show(HomeGreeting.search(), board);
    }

    /// The address at which the cards show one's own things, or those of one's teams; it is so from then on.
    static String whose(boolean teams) {
        return PATH + '?' + WHOSE + '=' + (teams ? TEAMS : "mine");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        boolean customising = asked.getParameters().containsKey("customise");
        asked.getSingleParameter(WHOSE).ifPresent(whose -> {
            cards.whose(whose.equals(TEAMS), readers.current());
            board.renew();
        });
        header().actions(customising ? whileCustomising() : List.of(customise()));
        board.show(customising);
    }

    private List<Component> whileCustomising() {
        Component done =
                Actions.primary("Done", Symbol.CHECK, () -> UI.getCurrent().navigate(PATH));
        return cards.isOwn(readers.current())
                ? List.of(Actions.plain("Start over", Symbol.HISTORY, this::reset), done)
                : List.of(done);
    }

    private void reset() {
        board.reset();
        offerStartOver();
    }

    private void offerStartOver() {
        header().actions(whileCustomising());
    }

    private static Component customise() {
        return Actions.plain("Customise", Symbol.COLUMNS_3, () -> UI.getCurrent()
                .navigate(PATH, QueryParameters.fromString("customise")));
    }
}
