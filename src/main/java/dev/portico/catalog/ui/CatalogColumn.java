package dev.portico.catalog.ui;

import dev.portico.catalog.CatalogQuery;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the list can show of an entity beside its name.
enum CatalogColumn {
    KIND(CatalogQuery.Order.KIND, 110),
    TYPE(CatalogQuery.Order.TYPE, 120),
    OWNER(CatalogQuery.Order.OWNER, 150),
    SYSTEM(CatalogQuery.Order.SYSTEM, 150),
    LIFECYCLE(CatalogQuery.Order.LIFECYCLE, 120),
    TAGS(null, 180),
    NAMESPACE(CatalogQuery.Order.NAMESPACE, 120),
    UPDATED(CatalogQuery.Order.UPDATED, 110);

    /// What is shown where nobody has chosen.
    static final List<CatalogColumn> USUAL = List.of(TYPE, OWNER, LIFECYCLE, UPDATED);

    private final CatalogQuery.@Nullable Order order;
    /// What a window has beside these columns: drawer, filters, preview, ticks, name and star, as `catalog.css` and the
    /// grid set them. Narrower windows have no filters while there is a preview, and phones neither.
    private static final int FRAME = 232;
    private static final int FILTERS = 216;
    private static final int FILTERS_FROM = 1180;
    private static final int OTHERS = 316 + 48 + 280 + 56;

    private final int width;

    CatalogColumn(CatalogQuery.@Nullable Order order, int width) {
        this.order = order;
        this.width = width;
    }

    /// What the rows are ordered by where this column is; empty where that makes no sense.
    Optional<CatalogQuery.Order> order() {
        return Optional.ofNullable(order);
    }

    String width() {
        return width + "px";
    }

    /// The first of these, as many as a window has room for beside the preview, which tells the rest.
    ///
    /// @param window how wide the window is; zero where that is unknown, which leaves out none
    static List<CatalogColumn> besidePreview(List<CatalogColumn> columns, int window) {
        int room = window - FRAME - OTHERS - (window > FILTERS_FROM ? FILTERS : 0);
        int taken = 0;
        List<CatalogColumn> fitting = new ArrayList<>();
        for (CatalogColumn column : columns) {
            taken += column.width;
            if (window > 0 && taken > room) {
                break;
            }
            fitting.add(column);
        }
        return fitting;
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
