package dev.portico.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogNews;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntityPage;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.LiveUpdates;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Has the list follow what others change: counts and rows change where they are. What came, went, or changed out of
/// sight is announced quietly below the rows, where it covers nothing and moves nothing, and shown when the reader asks
/// for it, or put away. Where that is very much, it is not counted to the end, and the list is counted anew only now
/// and then.
final class ListNews extends Div {

    private static final int MOST = 1_000;
    private static final long RARELY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final transient CatalogNews news;
    private final transient Catalog catalog;
    private final transient Readers readers;
    private final transient EntityGrid grid;
    private final transient Listed listed;
    private final transient Set<EntityRef> waiting = new HashSet<>();
    private final Span words = new Span();
    private transient List<CatalogNews.Watch> watches = List.of();
    private transient long counted;
    private boolean more;

    /// What the list shows.
    interface Listed {

        CatalogFilter filter();

        /// This is how much there is now.
        void counted(EntityPage counts, Reader reader);

        /// Others have changed these.
        void changed(Set<EntityRef> changed, Reader reader);

        /// Lists anew.
        void again();
    }

    ListNews(CatalogNews news, Catalog catalog, Readers readers, EntityGrid grid, Listed listed) {
        this.news = news;
        this.catalog = catalog;
        this.readers = readers;
        this.grid = grid;
        this.listed = listed;
        addClassName("list-news");
        getElement().setAttribute("role", "status").setAttribute("data-then", ".entities");
        clear();
    }

    /// The rows show everything.
    void clear() {
        waiting.clear();
        more = false;
        setVisible(false);
        removeAll();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watches = List.of(
                news.entities(new LivePage(new LiveUpdates(attached.getUI(), this::changed))),
                news.stars(new LivePage(new LiveUpdates(attached.getUI(), this::starred))));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        watches.forEach(CatalogNews.Watch::end);
        watches = List.of();
    }

    /// The reader has starred something elsewhere, or somebody else has.
    private void starred(LiveUpdates.Changes changes) {
        if (grid.renewStars()) {
            if (listed.filter().starred()) {
                changed(changes);
            } else {
                Reader reader = readers.current();
                listed.counted(catalog.find(listed.filter().query(0, 0), reader), reader);
            }
        }
    }

    private void changed(LiveUpdates.Changes changes) {
        Reader reader = readers.current();
        CatalogQuery query = listed.filter().query(0, 0);
        if (grid.getParent().isEmpty()) {
            if (catalog.find(query, reader).matching() > 0) {
                listed.again();
            }
            return;
        }
        if (!much() || System.nanoTime() - counted > RARELY_NANOS) {
            listed.counted(catalog.find(query, reader), reader);
            counted = System.nanoTime();
        }
        Set<EntityRef> changed = changes.keys().stream().map(EntityRef::parse).collect(Collectors.toSet());
        listed.changed(changed, reader);
        Set<EntityRef> beyond = grid.update(changed, catalog.matching(query, changed, reader));
        if (waiting.size() <= MOST) {
            waiting.addAll(beyond);
        }
        more = more || changes.more();
        announce();
    }

    private boolean much() {
        return more || waiting.size() > MOST;
    }

    private void announce() {
        if (more) {
            words.setText("The list may be out of date");
        } else {
            words.setText(Words.number(Math.min(waiting.size(), MOST)) + (much() ? "+ changed" : " changed"));
        }
        setVisible(more || !waiting.isEmpty());
        if (isVisible() && words.getParent().isEmpty()) {
            add(
                    words,
                    Actions.quiet("Show", listed::again),
                    Actions.sign(Symbol.X, "Hide this until something else changes", this::clear));
        }
    }
}
