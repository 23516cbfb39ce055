package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.portico.access.Readers;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.CopyButton;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What can be done with the rows that are selected; takes the toolbar's place while there are any.
final class SelectionBar extends Div {

    private static final int MILLIS = 6_000;
    private static final int AT_ONCE = 1_000;

    private final transient Catalog catalog;
    private final transient Sources sources;
    private final transient Readers readers;
    private final transient Runnable clear;
    private transient List<EntityRef> selected = List.of();

    SelectionBar(Catalog catalog, Sources sources, Readers readers, Runnable clear) {
        this.catalog = catalog;
        this.sources = sources;
        this.readers = readers;
        this.clear = clear;
        addClassNames("toolbar", "selection");
        getElement()
                .setAttribute("role", "toolbar")
                .setAttribute("aria-label", "Selected entities")
                .setAttribute("data-then", ".entities");
        setVisible(false);
    }

    /// Offers what can be done with these.
    void show(Set<EntityRef> rows) {
        selected = rows.stream().sorted().toList();
        setVisible(!selected.isEmpty());
        removeAll();
        if (selected.isEmpty()) {
            return;
        }
        Span count = new Span(Words.number(selected.size()) + " selected");
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        String refs = selected.stream().map(EntityRef::toString).collect(Collectors.joining("\n"));
        add(count, new CopyButton("Copy references", refs), new EntityDownload(readers, this::each));
        if (sources.mayAny(CatalogPermissions.REFRESH_SOURCE, readers.current())) {
            add(Actions.plain("Refresh sources", Symbol.REFRESH_CW, this::refresh));
        }
        add(Actions.quiet("Clear", clear));
    }

    /// The selected rows as they now are, in the order of their refs.
    private void each(Reader reader, Consumer<EntitySummary> row) {
        for (int from = 0; from < selected.size(); from += AT_ONCE) {
            List<EntityRef> some = selected.subList(from, Math.min(selected.size(), from + AT_ONCE));
            Map<EntityRef, EntitySummary> found = catalog.matching(CatalogFilter.NONE.query(0, 0), some, reader);
            some.stream().map(found::get).filter(Objects::nonNull).forEach(row);
        }
    }

    private void refresh() {
        List<String> names = sources.refresh(selected, readers.current());
        String told = names.isEmpty()
                ? "Nothing to read again: these entities are sent, or come from sources that you may not refresh."
                : "Reading again: " + String.join(", ", names);
        Notification.show(told, MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
