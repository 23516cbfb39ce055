package dev.portico.access.ui.audit;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import dev.portico.access.ui.frame.RowsGrid;
import dev.portico.audit.AuditEntry;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// The trail as a list, read as it scrolls. A click or Space shows a row whole, and puts it away again.
final class AuditGrid extends RowsGrid<AuditEntry> {

    private static final String WHEN = "<time class=\"hint\" title=\"${item.exact}\">${item.age}</time>";

    /// On a phone, who did it and to what stands below.
    private static final String WHAT = """
            <span class="audit-action"><span class="first"><span class="mono clip">${item.action}</span>${item.refused
              ? html`<span class="badge ${item.state}"><svg class="i"><use href="${item.sign}"></use></svg
              >Refused</span>`
              : ''}</span><span class="second on-phone">${item.actor}</span><span class="second on-phone"
              >${item.thing}</span></span>""";

    private static final String NAMED = "<span class=\"clip second\" title=\"${item.id}\">${item.words}</span>";

    private static final String WHAT_WIDTH = "200px";

    /// As wide as the longest deed with its badge: beside an open row there is no room to grow.
    private static final String WHOLE_DEED = "316px";

    private final Column<AuditEntry> what;
    private final Column<AuditEntry> place;
    private String shown = "";

    /// @param opened told which row is to be shown whole, if any
    AuditGrid(AuditRows rows, Consumer<Optional<AuditEntry>> opened) {
        super("Audit trail");
        addClassName("audit-rows");
        column("When", when(), "112px").setFlexGrow(0);
        what = column("What", what(rows), WHAT_WIDTH).setFlexGrow(2);
        wideColumn("Who", named(row -> rows.told(row).actor(), AuditEntry::actor), "120px")
                .setFlexGrow(1);
        wideColumn("Thing", named(row -> rows.told(row).thing(), AuditEntry::thingId), "150px")
                .setFlexGrow(2);
        place = wideColumn("Row", words(AuditDetail::place), "96px").setFlexGrow(0);
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

    /// Marks the row that is shown whole. What it tells itself, its place, is left out of the list meanwhile.
    void mark(String row) {
        shown = row;
        leaveOut(place, !row.isEmpty());
        what.setWidth(row.isEmpty() ? WHAT_WIDTH : WHOLE_DEED).setFlexGrow(row.isEmpty() ? 2 : 0);
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

    /// A name, with what programs call it as its title.
    private static Renderer<AuditEntry> named(
            ValueProvider<AuditEntry, String> words, ValueProvider<AuditEntry, String> id) {
        return LitRenderer.<AuditEntry>of(NAMED).withProperty("words", words).withProperty("id", id);
    }

    private static Renderer<AuditEntry> what(AuditRows rows) {
        return LitRenderer.<AuditEntry>of(WHAT)
                .withProperty("action", AuditEntry::action)
                .withProperty("refused", AuditEntry::refused)
                .withProperty("state", row -> State.FAILED.className())
                .withProperty("sign", row -> State.FAILED.symbol().address())
                .withProperty("actor", row -> rows.told(row).actor())
                .withProperty("thing", row -> rows.told(row).thing());
    }
}
