package dev.portico.catalog.ui;

import dev.portico.catalog.CatalogQuery;
import dev.portico.look.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the list can show of an entity beside its name.
enum CatalogColumn {
    KIND(CatalogQuery.Order.KIND, "110px"),
    TYPE(CatalogQuery.Order.TYPE, "120px"),
    OWNER(CatalogQuery.Order.OWNER, "150px"),
    SYSTEM(CatalogQuery.Order.SYSTEM, "150px"),
    LIFECYCLE(CatalogQuery.Order.LIFECYCLE, "120px"),
    TAGS(null, "180px"),
    NAMESPACE(CatalogQuery.Order.NAMESPACE, "120px"),
    UPDATED(CatalogQuery.Order.UPDATED, "110px");

    /// What is shown where nobody has chosen.
    static final List<CatalogColumn> USUAL = List.of(TYPE, OWNER, LIFECYCLE, UPDATED);

    private final CatalogQuery.@Nullable Order order;
    private final String width;

    CatalogColumn(CatalogQuery.@Nullable Order order, String width) {
        this.order = order;
        this.width = width;
    }

    /// What the rows are ordered by where this column is; empty where that makes no sense.
    Optional<CatalogQuery.Order> order() {
        return Optional.ofNullable(order);
    }

    String width() {
        return width;
    }

    /// The column's heading.
    String title() {
        return Words.capital(word());
    }

    /// The column as addresses say it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The column of that word; empty where there is none.
    static Optional<CatalogColumn> named(String word) {
        for (CatalogColumn column : values()) {
            if (column.word().equalsIgnoreCase(word)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
