package dev.portico.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.EmptyState;
import dev.portico.look.KeyFigure;
import dev.portico.look.Page;
import dev.portico.look.Polling;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Where the catalog's descriptors come from, and how each source is doing.
@Route("sources")
@PageTitle("Sources · Portico")
@Menu(title = "Sources", order = 20, icon = "FOLDER_SYNC")
@RequiresPermission("catalog.source.read")
final class SourcesView extends Page {

    private final transient Sources sources;
    private final transient Readers readers;
    private final Polling polling = new Polling(this::look);
    private final transient Map<String, Instant> asked = new HashMap<>();
    private final Div content = new Div();
    private final Button register = Actions.primary("Register", Symbol.PLUS, this::register);

    SourcesView(Sources sources, Readers readers) {
        this.sources = sources;
        this.readers = readers;
        content.addClassName("cards");
        header().title("Sources").actions(mayRegister() ? List.of(register) : List.of());
        show(content, polling);
    }

    private boolean look() {
        Reader reader = readers.current();
        List<SourceHealth> all = sources.list(reader);
        register.setThemeVariant(ButtonVariant.PRIMARY, !all.isEmpty());
        header().count(Words.number(all.size()));
        content.removeAll();
        if (all.isEmpty()) {
            content.add(none());
        } else {
            Predicate<SourceHealth> mayRefresh =
                    source -> sources.may(CatalogPermissions.REFRESH_SOURCE, source.definition(), reader);
            content.add(figures(all), new Card("Health").rows(new SourceTable(all, mayRefresh, this::refresh)));
        }
        return all.stream().anyMatch(this::awaits);
    }

    private static Div figures(List<SourceHealth> all) {
        long entities = all.stream().mapToLong(SourceHealth::entities).sum();
        long problems = all.stream().mapToLong(SourceHealth::problems).sum();
        long failing = all.stream()
                .filter(source -> source.state() == SourceHealth.State.FAILING)
                .count();
        return KeyFigure.line(
                new KeyFigure("Entities placed", Words.number(entities), ""),
                new KeyFigure("Problems in files", Words.number(problems), ""),
                new KeyFigure("Failing sources", Words.number(failing), failing == 0 ? "" : "what they brought stays"));
    }

    private EmptyState none() {
        EmptyState empty = new EmptyState(
                "No source yet",
                "A source is a file, a folder, a Git repository or an address that Portico reads descriptors from.");
        return mayRegister() ? empty.actions(Actions.primary("Register", Symbol.PLUS, this::register)) : empty;
    }

    private boolean awaits(SourceHealth source) {
        return SourceWords.awaits(source, asked.get(source.definition().name()));
    }

    private void refresh(String name) {
        Reader reader = readers.current();
        SourceRun last = sources.source(name, reader).lastRun();
        if (last != null) {
            asked.put(name, last.started());
        }
        sources.refresh(name, reader);
        polling.start();
    }

    private void register() {
        getUI().ifPresent(ui -> ui.navigate("register"));
    }

    private boolean mayRegister() {
        return sources.mayAny(CatalogPermissions.REGISTER_SOURCE, readers.current());
    }
}
