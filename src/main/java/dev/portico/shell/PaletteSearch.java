package dev.portico.shell;

import com.vaadin.flow.component.UI;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.Reader;
import dev.portico.look.PaletteAction;
import dev.portico.look.PaletteActions;
import dev.portico.look.SpaceLens;
import dev.portico.look.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the palette finds: entities, people, pages and actions, as far as the reader may. Within a group and among the
/// groups, what fits better comes first, and of what fits about as well, what the reader uses more.
@Component
final class PaletteSearch {

    private static final int RECENT = 7;
    private static final int SUGGESTED = 30;
    private static final int MOST = 6;

    private final Catalog catalog;
    private final Captions captions;
    private final Readers readers;
    private final Uses uses;
    private final Recents recents;
    private final Ways ways;
    private final List<PaletteActions> actions;

    PaletteSearch(
            Catalog catalog,
            Captions captions,
            Readers readers,
            Uses uses,
            Recents recents,
            Ways ways,
            List<PaletteActions> actions) {
        this.catalog = catalog;
        this.captions = captions;
        this.readers = readers;
        this.uses = uses;
        this.recents = recents;
        this.ways = ways;
        this.actions = List.copyOf(actions);
    }

    /// The space that what is found belongs to; empty for all.
    ///
    /// @param everywhere whether the reader wants to look beyond the space that the page looks at
    static Optional<String> space(boolean everywhere) {
        return everywhere ? Optional.empty() : SpaceLens.of(UI.getCurrent()).space();
    }

    private Reader looking(Reader reader, boolean everywhere) {
        return everywhere ? reader : SpaceLens.of(UI.getCurrent()).through(reader);
    }

    /// What stands there before anything is typed: what the reader opened lately and is not on already, where they can
    /// go, and what they do most.
    ///
    /// @param everywhere whether to look beyond the space that the page looks at
    List<Group> first(boolean everywhere) {
        Reader reader = readers.current();
        String here = UI.getCurrent().getActiveViewLocation().getPath();
        List<Found> latest = recents.entities(looking(reader, everywhere), RECENT + 1).stream()
                .filter(recent -> !(here + '/').startsWith(recent.address() + '/'))
                .limit(RECENT)
                .map(Found::of)
                .toList();
        List<Scored> doings = actions("", reader);
        return Stream.of(
                        new Group("Recent", latest),
                        new Group("Go to", pages().toList()),
                        new Group("Actions", best(doings)))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    /// What the words mean.
    ///
    /// @param everywhere whether to look beyond the space that the page looks at
    List<Group> find(String typed, boolean everywhere) {
        Reader reader = readers.current();
        Map<String, Use> used = uses.of(reader);
        Instant now = Instant.now();
        List<Scored> entities = new ArrayList<>();
        List<Scored> people = new ArrayList<>();
        List<EntitySummary> meant = catalog.suggest(typed, SUGGESTED, looking(reader, everywhere));
        Captions.Said said = captions.of(meant, reader);
        for (int place = 0; place < meant.size(); place++) {
            EntitySummary entity = meant.get(place);
            double fit = Math.max(Match.of(typed, entity.label()), Match.of(typed, entity.name())) - place / 10.0;
            double score = Math.max(5, fit) + bonus(used.get(Recents.entity(entity.ref())), now);
            (Found.isPerson(entity) ? people : entities).add(new Scored(Found.of(entity, said.of(entity)), score));
        }
        List<Scored> pages = pages().map(page -> new Scored(
                        page,
                        Match.of(typed, page.label())
                                + bonus(used.get(Recents.page(Objects.requireNonNullElse(page.address(), ""))), now)))
                .filter(page -> Match.of(typed, page.found().label()) > 0)
                .toList();
        return Stream.concat(
                        Stream.of(
                                        new Ranked("Entities", entities),
                                        new Ranked("People and teams", people),
                                        new Ranked("Pages", pages),
                                        new Ranked("Actions", actions(typed, reader)))
                                .filter(group -> !group.rows().isEmpty())
                                .sorted(Comparator.comparingDouble(Ranked::score)
                                        .reversed())
                                .map(group -> new Group(group.title(), best(group.rows()))),
                        everything(typed).stream())
                .toList();
    }

    private List<Group> everything(String typed) {
        if (!ways.open("search")) {
            return List.of();
        }
        String address = "search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        return List.of(Group.beside(
                "Search",
                new Found(
                        "",
                        "Search for “" + typed + "” in " + space(false).orElse("everything"),
                        "",
                        Symbol.SEARCH,
                        null,
                        "",
                        address,
                        () -> {})));
    }

    /// The pages of the menu, with the keys that lead there.
    Stream<Found> pages() {
        Map<String, String> letters = ways.letters();
        return ways.menu().stream().map(entry -> {
            @Nullable String letter = letters.get(Ways.path(entry.path()));
            return Found.of(entry, letter == null ? "" : "g " + letter);
        });
    }

    private List<Scored> actions(String typed, Reader reader) {
        Map<String, Use> used = uses.of(reader);
        Instant now = Instant.now();
        return actions.stream()
                .flatMap(source -> source.actions(reader).stream())
                .map(action -> scored(action, typed, used, now))
                .filter(action -> action.score() > 0)
                .toList();
    }

    private static Scored scored(PaletteAction action, String typed, Map<String, Use> used, Instant now) {
        Found found = Found.of(action);
        double fit = typed.isEmpty() ? 1 : Match.of(typed, action.title());
        double further = fit > 0 ? fit : Match.of(typed, action.title() + ' ' + action.words()) / 2.0;
        return new Scored(found, further == 0 ? 0 : further + bonus(used.get(found.item()), now));
    }

    /// Thirty points at most, so that what is called as typed stays before what is merely liked.
    private static double bonus(@Nullable Use use, Instant now) {
        return use == null ? 0 : Math.min(30, 10 * Math.log1p(use.scoreAt(now)));
    }

    private static List<Found> best(List<Scored> rows) {
        return rows.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST)
                .map(Scored::found)
                .toList();
    }

    /// Rows under one heading.
    ///
    /// @param found whether they are what was looked for, and not where else to look
    record Group(String title, List<Found> rows, boolean found) {

        private Group(String title, List<Found> rows) {
            this(title, rows, true);
        }

        /// Where else to look.
        static Group beside(String title, Found row) {
            return new Group(title, List.of(row), false);
        }
    }

    private record Scored(Found found, double score) {}

    private record Ranked(String title, List<Scored> rows) {
        double score() {
            return rows.stream().mapToDouble(Scored::score).max().orElse(0);
        }
    }
}
