package dev.portico.access.ui.audit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.signals.Signal;
import dev.portico.audit.AuditEntry;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The trail as a list, read as it scrolls. A click or Space shows a row whole, and puts it away again.
final class AuditGrid extends Grid<AuditEntry> {

    private static final int NARROW = 700;

    private static final String WHEN = "<time class=\"hint\" title=\"${item.exact}\">${item.age}</time>";

    /// On a phone, who did it and to what stands below.
    private static final String WHAT = """
            <span class="audit-action"><span class="first"><span class="mono clip">${item.action}</span>${item.refused
              ? html`<span class="badge ${item.state}"><svg class="i"><use href="${item.sign}"></use></svg
              >Refused</span>`
              : ''}</span><span class="second clip on-phone">${item.actor} · ${item.thing}</span></span>""";

    private final List<Column<AuditEntry>> wide = new ArrayList<>();
    private String shown = "";

    /// @param opened told which row is to be shown whole, if any
    AuditGrid(AuditRows rows, Consumer<Optional<AuditEntry>> opened) {
        addThemeVariants(GridVariant.NO_BORDER);
        addClassName("audit-rows");
        getElement().setAttribute("aria-label", "Audit trail");
        setSizeFull();
        column("When", when(), "104px").setFlexGrow(0);
        column("What", what(), "200px").setFlexGrow(2);
        wide.add(column("Who", words(AuditEntry::actor), "160px").setFlexGrow(1));
        wide.add(column("Thing", words(AuditDetail::thing), "200px").setFlexGrow(2));
        wide.add(column("Row", words(AuditDetail::place), "96px").setFlexGrow(0));
        setPartNameGenerator(row -> row.id().toString().equals(shown) ? "previewed" : null);
        setItems(query -> rows.part(query.getOffset(), query.getLimit())).setIdentifierProvider(AuditEntry::id);
        addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                opened.accept(selection.getFirstSelectedItem());
            }
        });
    }

    /// Shows the rows as they have been read anew.
    void renew() {
        getLazyDataView().setItemCountUnknown();
        getDataProvider().refreshAll();
    }

    /// Marks the row that is shown whole.
    void mark(String row) {
        shown = row;
        if (row.isEmpty()) {
            deselectAll();
        }
        getDataProvider().refreshAll();
    }

    private static Renderer<AuditEntry> when() {
        return LitRenderer.<AuditEntry>of(WHEN)
                .withProperty("age", row -> RelativeTime.words(row.at(), Instant.now()))
                .withProperty("exact", row -> RelativeTime.exact(row.at()));
    }

    private static Renderer<AuditEntry> what() {
        return LitRenderer.<AuditEntry>of(WHAT)
                .withProperty("action", AuditEntry::action)
                .withProperty("refused", AuditEntry::refused)
                .withProperty("state", row -> State.FAILED.className())
                .withProperty("sign", row -> State.FAILED.symbol().address())
                .withProperty("actor", AuditEntry::actor)
                .withProperty("thing", AuditDetail::thing);
    }

    private static Renderer<AuditEntry> words(ValueProvider<AuditEntry, String> words) {
        return LitRenderer.<AuditEntry>of("<span class=\"clip second\" title=\"${item.words}\">${item.words}</span>")
                .withProperty("words", words);
    }

    private Column<AuditEntry> column(String title, Renderer<AuditEntry> renderer, String width) {
        return addColumn(renderer).setHeader(title).setWidth(width);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var size = attached.getUI().getPage().windowSizeSignal();
        Signal.effect(this, () -> {
            int width = size.get().width();
            boolean roomy = width == 0 || width >= NARROW;
            wide.forEach(column -> column.setVisible(roomy));
        });
    }
}
