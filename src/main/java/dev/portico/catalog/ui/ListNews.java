package dev.portico.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogQuery;
import dev.portico.catalog.EntityPage;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.LiveUpdates;
import dev.portico.look.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Has the list follow what others change: counts and rows change where they are. What came, went, or changed out of
/// sight is announced quietly above the rows, and shown when the reader asks for it.
final class ListNews extends Div {

    private final transient CatalogNews news;
    private final transient Catalog catalog;
    private final transient Readers readers;
    private final transient EntityGrid grid;
    private final transient Listed listed;
    private final transient Set<EntityRef> waiting = new HashSet<>();
    private final Span words = new Span();
    private transient CatalogNews.@Nullable Watch watch;

    /// What the list shows.
    interface Listed {

        CatalogFilter filter();

        /// Others have changed these, and this is how much there is now.
        void counted(EntityPage counts, Set<EntityRef> changed, Reader reader);

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
        getElement().setAttribute("role", "status");
        add(words, Actions.quiet("Show", listed::again));
        clear();
    }

    /// The rows show everything.
    void clear() {
        waiting.clear();
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch = news.entities(new LiveUpdates(attached.getUI(), this::changed));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (watch != null) {
            watch.end();
            watch = null;
        }
    }

    private void changed(Set<String> refs) {
        Reader reader = readers.current();
        Set<EntityRef> changed = refs.stream().map(EntityRef::parse).collect(Collectors.toSet());
        CatalogQuery query = listed.filter().query(0, 0);
        EntityPage counts = catalog.find(query, reader);
        if (grid.getParent().isPresent()) {
            listed.counted(counts, changed, reader);
            waiting.addAll(grid.update(changed, catalog.matching(query, changed, reader)));
            words.setText(Words.number(waiting.size()) + " changed");
            setVisible(!waiting.isEmpty());
        } else if (counts.matching() > 0) {
            listed.again();
        }
    }
}
