package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntityHit;
import dev.portico.catalog.EntityHits;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the page found out for one address.
///
/// @param address  what was asked
/// @param hits     what was found
/// @param readable how many entities the reader may read at all
/// @param titles   what the owners and systems of the hits are called
/// @param help     what helps where nothing was found; null where something was
/// @param examples words to try where nothing was asked
record SearchAnswer(
        SearchAddress address,
        EntityHits hits,
        long readable,
        Map<EntityRef, String> titles,
        @Nullable SearchHelp help,
        List<String> examples) {

    private static final EntityHits NOTHING = new EntityHits(List.of(), 0, false);

    /// Asks the catalog. On any thread.
    ///
    /// @param reader who searches, narrowed to the space that the page looks at
    /// @param whole  the same, not narrowed: what is found may be owned by what is outside
    static SearchAnswer of(SearchAddress address, Catalog catalog, Reader reader, Reader whole) {
        long readable = catalog.find(CatalogFilter.NONE.query(0, 0), reader).readable();
        if (!address.asks() || readable == 0) {
            List<String> examples = readable == 0 ? List.of() : SearchStart.examples(catalog, reader);
            return new SearchAnswer(address, NOTHING, readable, Map.of(), null, examples);
        }
        EntityHits hits = catalog.search(address.query(), reader);
        Set<EntityRef> named = hits.items().stream()
                .map(EntityHit::entity)
                .flatMap(entity -> Stream.of(Optional.ofNullable(entity.owner()), Optional.ofNullable(entity.system())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        SearchHelp help = hits.matching() == 0 ? SearchHelp.of(address, catalog, reader) : null;
        return new SearchAnswer(address, hits, readable, catalog.labels(named, whole), help, List.of());
    }

    /// How many hits there are, as the header says it.
    String count() {
        return address.asks() ? Words.count(hits.matching(), "hit", "hits") : "";
    }

    Component show(Catalog catalog, Readers readers) {
        if (readable == 0) {
            return CatalogEmpty.of(CatalogFilter.NONE, 0, false);
        }
        if (!address.asks()) {
            return SearchStart.show(examples);
        }
        if (help != null) {
            return help.show();
        }
        Div all = new Div();
        if (hits.loose()) {
            all.add(new Note(State.INFO, "Nothing has all of these words.")
                    .say("These have some of them, or words that are spelled alike."));
        }
        OrderedList list = new OrderedList();
        list.addClassName("hit-list");
        hits.items().forEach(hit -> list.add(hit(hit, catalog, readers)));
        all.add(list);
        pages().ifPresent(all::add);
        return all;
    }

    private SearchHit hit(EntityHit hit, Catalog catalog, Readers readers) {
        String words = address.filter().text();
        Optional<HitReasons> why = words.isEmpty()
                ? Optional.empty()
                : Optional.of(new HitReasons(
                        hit.entity(), () -> catalog.reasons(words, hit.entity().ref(), readers.current())));
        return new SearchHit(hit, titles, why);
    }

    private Optional<Nav> pages() {
        long last = Math.ceilDiv(hits.matching(), (long) SearchAddress.HITS);
        if (last <= 1) {
            return Optional.empty();
        }
        Nav nav = new Nav();
        nav.addClassName("pages");
        nav.setAriaLabel("Pages");
        if (address.page() > 1) {
            nav.add(new Anchor(address.page(address.page() - 1).text(), "Previous"));
        }
        nav.add(Text.second("Page " + address.page() + " of " + Words.number(last)));
        if (address.page() < last) {
            nav.add(new Anchor(address.page(address.page() + 1).text(), "Next"));
        }
        return Optional.of(nav);
    }
}
