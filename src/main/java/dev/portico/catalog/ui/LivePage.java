package dev.portico.catalog.ui;

import dev.portico.catalog.CatalogNews;
import dev.portico.look.LiveUpdates;
import java.util.Collection;

/// Brings news of the catalog to the part of a page that shows them.
record LivePage(LiveUpdates updates) implements CatalogNews.Page {

    @Override
    public void changed(Collection<String> keys) {
        updates.changed(keys);
    }

    @Override
    public boolean open() {
        return updates.open();
    }

    @Override
    public void close() {
        updates.close();
    }
}
