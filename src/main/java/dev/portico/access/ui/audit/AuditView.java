package dev.portico.access.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.Access;
import dev.portico.access.AuditLog;
import dev.portico.access.AuditNames;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.audit.AuditEntry;
import dev.portico.look.Actions;
import dev.portico.look.EmptyState;
import dev.portico.look.Icon;
import dev.portico.look.MoreMenu;
import dev.portico.look.Page;
import dev.portico.look.Polling;
import dev.portico.look.Symbol;
import dev.portico.look.Toolbar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The audit trail: what narrows it above, its rows, one of them whole on the right; all of it in the address. Somebody
/// who wants to watch has what is written appear by itself.
@Route(AuditFilter.PATH)
@PageTitle("Audit · Portico")
@Menu(title = "Audit", order = 90, icon = "HISTORY")
@RequiresPermission("audit.entry.read")
final class AuditView extends Page implements BeforeEnterObserver {

    private static final String CSV = "Export CSV";
    private static final String JSON_LINES = "Export JSON Lines";

    private final transient AuditLog log;
    private final transient Readers readers;
    private final transient AuditRows rows;
    private final boolean mayExport;
    private final boolean mayVerify;
    private final AuditChoices choices;
    private final Div list = new Div();
    private final Button watch = Actions.plain("Watch", Symbol.EYE, this::watch);
    private final Polling polling = new Polling(this::look);
    private final ChainLine chain = new ChainLine();
    private final AuditGrid grid;
    private final AuditDetail detail;
    private transient AuditFilter filter = AuditFilter.NONE;
    private boolean watching;

    AuditView(AuditLog log, AuditNames names, Actors actors, Readers readers, Access access, Permissions permissions) {
        this.log = log;
        this.readers = readers;
        this.rows = new AuditRows(log, names, readers);
        this.choices = new AuditChoices(actors, this::go);
        this.mayExport = allowed("audit.entry.export", access, permissions);
        this.mayVerify = allowed("audit.chain.verify", access, permissions);
        grid = new AuditGrid(
                rows, row -> open(row.map(shown -> shown.id().toString()).orElse("")));
        detail = new AuditDetail(() -> open(""));
        list.addClassName("list");
        watch.getElement().setAttribute("aria-pressed", "false");
        Div middle = new Div(new Toolbar(choices, watch), chain, list);
        middle.addClassName("middle");
        style("audit");
        show(middle, detail, polling);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = AuditFilter.of(event.getLocation().getQueryParameters());
        choices.show(filter);
        again();
    }

    private void go(AuditFilter asked) {
        getUI().ifPresent(ui -> ui.navigate(AuditFilter.PATH, asked.parameters()));
    }

    /// Shows a row whole, without a step in the browser's history.
    private void open(String row) {
        filter = filter.withRow(row);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, filter.address()));
        detail();
    }

    private void again() {
        header().title("Audit").actions(actions());
        chain.show(log.chain(readers.current()));
        list.removeAll();
        if (rows.begin(filter.query(Instant.now()))) {
            list.add(grid);
            grid.renew();
        } else {
            list.add(new EmptyState(
                            "Nothing fits",
                            filter.narrows()
                                    ? "No row of the trail has all that the filters ask for."
                                    : "Nothing was changed, and nobody was refused.")
                    .actions(filter.narrows() ? new Anchor(AuditFilter.PATH, "Clear filters") : new Div()));
        }
        detail();
    }

    private void detail() {
        @Nullable
        AuditEntry shown =
                filter.row().isEmpty() ? null : rows.named(filter.row()).orElse(null);
        detail.show(shown, shown == null ? null : rows.told(shown), filter);
        grid.mark(shown == null ? "" : filter.row());
    }

    private List<Component> actions() {
        List<Component> actions = new ArrayList<>();
        Instant now = Instant.now();
        if (mayExport) {
            actions.add(export(CSV, "csv"));
            actions.add(export(JSON_LINES, "jsonl"));
            actions.add(new MoreMenu(List.of(
                    MoreMenu.saving(CSV, filter.export("csv", now)),
                    MoreMenu.saving(JSON_LINES, filter.export("jsonl", now)))));
        }
        if (mayVerify) {
            actions.add(Actions.plain("Verify now", Symbol.SHIELD_HALF, this::verify));
        }
        return actions;
    }

    private Anchor export(String words, String format) {
        Anchor link = new Anchor(filter.export(format, Instant.now()));
        link.addClassNames("button", "wide-only");
        link.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        link.add(new Icon(Symbol.DOWNLOAD));
        link.add(words);
        return link;
    }

    private void verify() {
        log.verify(readers.current());
        chain.show(log.chain(readers.current()));
    }

    private void watch() {
        watching = !watching;
        watch.getElement().setAttribute("aria-pressed", String.valueOf(watching));
        polling.start();
    }

    /// What was written since, where somebody watches.
    private boolean look() {
        if (watching && rows.news()) {
            again();
        }
        return watching;
    }

    private boolean allowed(String permission, Access access, Permissions permissions) {
        return permissions
                .named(permission)
                .filter(named -> access.decide(readers.current(), named).allowed())
                .isPresent();
    }
}
