package dev.portico.catalog.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.SavedView;
import dev.portico.kernel.Reader;
import dev.portico.look.PageTabs;
import java.util.List;
import java.util.Optional;

/// The views of the list as tabs, each with how many entities it lists: those that everyone has, then saved ones.
final class ViewTabs {

    private ViewTabs() {}

    /// What a saved view lists.
    static CatalogFilter filter(SavedView view) {
        return CatalogFilter.of(QueryParameters.fromString(view.query()))
                .kept()
                .withView(view.id().toString());
    }

    /// The saved view that a filter began as.
    static Optional<SavedView> open(CatalogFilter filter, List<SavedView> views) {
        return views.stream()
                .filter(view -> view.id().toString().equals(filter.view()))
                .findFirst();
    }

    /// @param readable how many entities the reader may read at all
    static PageTabs of(CatalogFilter filter, List<SavedView> views, long readable, Catalog catalog, Reader reader) {
        boolean saved = open(filter, views).isPresent();
        PageTabs tabs = new PageTabs("Views").tab("All", readable, CatalogFilter.PATH, !saved && !filter.narrows());
        if (reader.user() != null) {
            CatalogFilter mine = CatalogViews.mine(reader);
            tabs.tab("Mine", count(mine, catalog, reader), mine.address(), !saved && filter.narrowsLike(mine));
        }
        if (reader.account() != null) {
            CatalogFilter starred = CatalogFilter.ofStars();
            tabs.tab(
                    "Starred",
                    count(starred, catalog, reader),
                    starred.address(),
                    !saved && filter.narrowsLike(starred));
        }
        CatalogFilter broken = CatalogFilter.broken();
        tabs.tab(
                "With problems",
                count(broken, catalog, reader),
                broken.address(),
                !saved && filter.narrowsLike(broken));
        for (SavedView view : views) {
            CatalogFilter kept = filter(view);
            boolean open = view.id().toString().equals(filter.view());
            boolean changed = open && !kept.listsLike(filter);
            tabs.tab(view.name() + (changed ? " *" : ""), count(kept, catalog, reader), kept.address(), open);
        }
        return tabs;
    }

    private static long count(CatalogFilter view, Catalog catalog, Reader reader) {
        return catalog.find(view.query(0, 0), reader).matching();
    }
}
