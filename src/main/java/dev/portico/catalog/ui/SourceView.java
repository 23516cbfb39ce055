package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.CatalogPermissions;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.SourceRun;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.Badge;
import dev.portico.look.DangerDialog;
import dev.portico.look.Page;
import dev.portico.look.Polling;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One source: how it is doing, its last runs, and what its files have wrong.
@Route("sources/:source")
@RequiresPermission("catalog.source.read")
final class SourceView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private static final int RUNS = 20;

    private final transient Sources sources;
    private final transient Readers readers;
    private final Polling polling = new Polling(this::look);
    private final Div content = new Div();
    private String name = "";
    private @Nullable Instant before;

    SourceView(Sources sources, Readers readers) {
        this.sources = sources;
        this.readers = readers;
        content.addClassName("cards");
        show(content, polling);
        scrollable();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        name = event.getRouteParameters().get("source").orElseThrow();
        look();
    }

    @Override
    public String getPageTitle() {
        return name + " · Portico";
    }

    private boolean look() {
        Reader reader = readers.current();
        SourceHealth source = sources.source(name, reader);
        header().clear()
                .crumbs(name, new Anchor("sources", "Sources"))
                .title(name)
                .badges(badges(source))
                .sub(SourceWords.target(source.definition()))
                .actions(actions(source, reader));
        content.removeAll();
        content.add(SourceParts.failure(source));
        content.add(SourceParts.figures(source), SourceParts.runs(sources.runs(name, RUNS, reader)));
        content.add(SourceParts.problems(sources.problems(name, reader)));
        return SourceWords.awaits(source, before);
    }

    private Component[] badges(SourceHealth source) {
        Component state = SourceWords.state(source);
        return sources.isSample(name) ? new Component[] {state, new Badge("Sample")} : new Component[] {state};
    }

    private List<Component> actions(SourceHealth source, Reader reader) {
        List<Component> actions = new ArrayList<>();
        String type = source.definition().type();
        if (sources.may(CatalogPermissions.REMOVE_SOURCE, source.definition(), reader)) {
            actions.add(Actions.danger("Remove", Symbol.TRASH_2, () -> confirmRemoval(source)));
        }
        if (type.equals("upload") && sources.may(CatalogPermissions.REGISTER_SOURCE, source.definition(), reader)) {
            actions.add(Actions.primary("Upload again", Symbol.UPLOAD, this::uploadAgain));
        } else if (SourceWords.reads(type)
                && sources.may(CatalogPermissions.REFRESH_SOURCE, source.definition(), reader)) {
            actions.add(Actions.primary("Refresh", Symbol.REFRESH_CW, this::refresh));
        }
        return actions;
    }

    private void refresh() {
        SourceRun last = sources.source(name, readers.current()).lastRun();
        before = last == null ? null : last.started();
        sources.refresh(name, readers.current());
        polling.start();
    }

    private void uploadAgain() {
        getUI().ifPresent(ui -> ui.navigate("register", QueryParameters.of("upload", name)));
    }

    private void confirmRemoval(SourceHealth source) {
        String entities = source.entities() == 1 ? "entity leaves" : "entities leave";
        DangerDialog.ask(
                "Remove " + name + "?",
                "Its " + Words.number(source.entities()) + ' ' + entities + " the catalog with it. "
                        + (sources.isSample(name)
                                ? "So do the demo accounts. The sample company does not come back by itself."
                                : "The files stay where they are, so it can be registered again."),
                "Remove",
                () -> {
                    sources.remove(name, readers.current());
                    getUI().ifPresent(ui -> ui.navigate("sources"));
                });
    }
}
