package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.portico.access.Readers;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.look.Actions;
import dev.portico.look.CopyButton;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What can be done with the rows that are selected; takes the toolbar's place while there are any.
final class SelectionBar extends Div {

    private static final int MILLIS = 6_000;

    private final transient Sources sources;
    private final transient Readers readers;
    private final transient Runnable clear;
    private transient List<EntitySummary> selected = List.of();

    SelectionBar(Sources sources, Readers readers, Runnable clear) {
        this.sources = sources;
        this.readers = readers;
        this.clear = clear;
        addClassNames("toolbar", "selection");
        getElement().setAttribute("role", "toolbar").setAttribute("aria-label", "Selected entities");
        setVisible(false);
    }

    /// Offers what can be done with these.
    void show(Set<EntitySummary> rows) {
        selected = rows.stream()
                .sorted((one, other) -> one.ref().compareTo(other.ref()))
                .toList();
        setVisible(!selected.isEmpty());
        removeAll();
        if (selected.isEmpty()) {
            return;
        }
        Span count = new Span(Words.number(selected.size()) + " selected");
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        String refs = selected.stream().map(row -> row.ref().toString()).collect(Collectors.joining("\n"));
        add(count, new CopyButton("Copy references", refs), new EntityDownload(readers, (reader, row) -> {
            selected.forEach(row);
        }));
        if (sources.mayAny(CatalogPermissions.REFRESH_SOURCE, readers.current())) {
            add(Actions.plain("Refresh sources", Symbol.REFRESH_CW, this::refresh));
        }
        add(Actions.quiet("Clear", clear));
    }

    private void refresh() {
        List<EntityRef> refs = selected.stream().map(EntitySummary::ref).toList();
        List<String> names = sources.refresh(refs, readers.current());
        String told = names.isEmpty()
                ? "Nothing to read again: these entities are sent, or come from sources that you may not refresh."
                : "Reading again: " + String.join(", ", names);
        Notification.show(told, MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
