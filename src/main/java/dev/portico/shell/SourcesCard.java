package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.portico.catalog.CatalogEvents;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.look.Card;
import dev.portico.look.HomeCard;
import dev.portico.look.Icon;
import dev.portico.look.RelativeTime;
import dev.portico.look.Row;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// How the sources are doing, the worst first.
@org.springframework.stereotype.Component
final class SourcesCard implements HomeCard {

    private static final int MOST = 5;

    private final Sources sources;

    SourcesCard(Sources sources) {
        this.sources = sources;
    }

    @Override
    public String id() {
        return "sources";
    }

    @Override
    public String title() {
        return "Sources";
    }

    @Override
    public String about() {
        return "Whether the catalog's sources are healthy, the worst first.";
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public boolean offered(Reader reader) {
        return sources.mayAny(CatalogPermissions.READ_SOURCE, reader);
    }

    @Override
    public Set<String> follows() {
        return Set.of(CatalogEvents.SOURCES);
    }

    @Override
    public Consumer<Card> read(Reader reader) {
        List<SourceHealth> all = sources.list(reader);
        boolean narrowed = reader.spaces() != null;
        return card -> fill(card, all, narrowed);
    }

    private static void fill(Card card, List<SourceHealth> all, boolean narrowed) {
        if (all.isEmpty() && narrowed) {
            card.body(HomeRows.none("No source belongs to this space.", "Go to the sources", "sources"));
            return;
        }
        if (all.isEmpty()) {
            card.body(HomeRows.none("No source yet, so the catalog is empty.", "Go to the sources", "sources"));
            return;
        }
        long well = all.stream().filter(source -> state(source) == State.PASSED).count();
        card.count(well + " of " + all.size() + " healthy");
        card.end(HomeRows.all("sources"));
        card.rows(all.stream()
                .sorted(Comparator.comparingInt(SourcesCard::urgency)
                        .thenComparing(source -> source.definition().name()))
                .limit(MOST)
                .map(SourcesCard::row)
                .toArray(Component[]::new));
    }

    private static Component row(SourceHealth source) {
        State state = state(source);
        Icon sign = new Icon(state.symbol());
        sign.addClassNames("state-sign", state.className());
        Anchor name = new Anchor(
                "sources/" + source.definition().name(), source.definition().name());
        name.addClassNames("entity-link", "ink");
        Div words = new Div(name, Text.second(sentence(source)));
        words.addClassNames("col", "tight", "grow");
        Row row = Row.item(sign, words);
        SourceRun last = source.lastRun();
        if (last != null) {
            RelativeTime age = new RelativeTime(last.started());
            age.addClassNames("hint", "small");
            row.add(age);
        }
        return row;
    }

    private static String sentence(SourceHealth source) {
        String holds = Words.count(source.entities(), "entity", "entities");
        return switch (source.state()) {
            case NEW -> "Has not run yet";
            case RUNNING -> "Runs now; holds " + holds;
            case HEALTHY -> "Healthy; holds " + holds;
            case PROBLEMS ->
                "Holds " + holds + " with " + Words.count(source.problems(), "problem", "problems") + " in its files";
            case FAILING ->
                "Failed " + Words.count(source.failures(), "time", "times") + " in a row; " + holds
                        + " stay as they were";
        };
    }

    private static State state(SourceHealth source) {
        return switch (source.state()) {
            case NEW -> State.UNREPORTED;
            case RUNNING -> State.INFO;
            case HEALTHY -> State.PASSED;
            case PROBLEMS -> State.ofErrors(1);
            case FAILING -> State.FAILED;
        };
    }

    private static int urgency(SourceHealth source) {
        return switch (source.state()) {
            case FAILING -> 0;
            case PROBLEMS -> 1;
            case RUNNING -> 2;
            case NEW -> 3;
            case HEALTHY -> 4;
        };
    }
}
