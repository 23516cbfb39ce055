package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.Sources;
import dev.portico.catalog.Trace;
import dev.portico.catalog.Traces;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.AsyncPanel;
import dev.portico.look.EmptyState;
import dev.portico.look.Page;
import dev.portico.look.Row;
import dev.portico.look.Skeleton;
import dev.portico.look.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Why is my entity missing? Takes a name, a reference or an address, and says step by step what became of it.
@Route(MissingView.PATH)
@PageTitle("Why is my entity missing? · Portico")
@RequiresPermission("catalog.entity.read")
final class MissingView extends Page implements BeforeEnterObserver {

    static final String PATH = "catalog/missing";

    private static final int STEPS = 4;
    private static final String WHAT = "what";

    private final transient Traces traces;
    private final transient Sources sources;
    private final transient Readers readers;
    private final TextField field = new TextField("Name, reference or address");
    private final Div answer = new Div();

    MissingView(Traces traces, Sources sources, Readers readers) {
        this.traces = traces;
        this.sources = sources;
        this.readers = readers;
        field.setPlaceholder("fare-engine, component:default/fare-engine or https://…/catalog-info.yaml");
        field.setHelperText("What you expected to see in the catalog, or the file that describes it.");
        field.setClearButtonVisible(true);
        field.setMaxLength(2_000);
        field.setAutofocus(true);
        field.addKeyPressListener(Key.ENTER, pressed -> ask());
        answer.addClassName("cards");
        answer.setId("trace");
        answer.getElement().setAttribute("aria-live", "polite");
        style("narrow");
        header().crumbs("Why is my entity missing?", new Anchor(CatalogFilter.PATH, "Catalog"))
                .title("Why is my entity missing?");
        Div form = new Div(field, Row.line(Actions.primary("Trace", Symbol.SEARCH, this::ask)));
        form.addClassNames("card", "form");
        Div all = new Div(form, answer);
        all.addClassName("cards");
        show(all);
    }

    /// Where the page answers about something.
    static String address(String what) {
        return PATH + '?' + WHAT + '=' + URLEncoder.encode(what, StandardCharsets.UTF_8);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String what = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(WHAT)
                .orElse("")
                .strip();
        field.setValue(what);
        answer.removeAll();
        answer.add(what.isEmpty() ? start() : trace(what));
    }

    private void ask() {
        String what = field.getValue().strip();
        getUI().ifPresent(ui ->
                ui.navigate(PATH, what.isEmpty() ? QueryParameters.empty() : QueryParameters.of(WHAT, what)));
    }

    private static EmptyState start() {
        return new EmptyState(
                "Nothing asked yet",
                "Portico looks whether it is there under another name, whether you may see it, which source reads it,"
                        + " and what became of it in the last run.");
    }

    private AsyncPanel<Trace> trace(String what) {
        Reader reader = readers.current();
        return new AsyncPanel<>(() -> Skeleton.rows(STEPS), () -> traces.trace(what, reader), this::found);
    }

    private Component found(Trace trace) {
        return TraceCard.of(trace, this::refresh);
    }

    private void refresh(String source) {
        sources.refresh(source, readers.current());
        getUI().ifPresent(ui -> ui.navigate("sources/" + source));
    }
}
