package dev.portico.catalog.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Entity;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.CodeBlock;
import dev.portico.look.EmptyState;
import dev.portico.look.Page;
import org.jspecify.annotations.Nullable;

/// The page of one entity.
@Route("catalog/:namespace/:kind/:name/:tab?")
@RequiresPermission("catalog.entity.read")
final class EntityView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Catalog catalog;
    private final transient Stars stars;
    private final transient Readers readers;
    private final transient EntityNews news;
    private final Div fresh = new Div();
    private String title = "";
    private transient @Nullable EntityRef ref;
    private @Nullable StarButton star;
    private @Nullable Registration watching;

    EntityView(Catalog catalog, Stars stars, Readers readers, EntityNews news) {
        this.catalog = catalog;
        this.stars = stars;
        this.readers = readers;
        this.news = news;
        fresh.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters address = event.getRouteParameters();
        EntityRef asked = new EntityRef(
                address.get("kind").orElseThrow(),
                address.get("namespace").orElseThrow(),
                address.get("name").orElseThrow());
        EntityTab tab = EntityTab.named(address.get("tab").orElse("overview")).orElseThrow(NotFoundException::new);
        Reader reader = readers.current();
        Entity entity = catalog.entity(asked, reader).orElseThrow(() -> unknown(asked));
        if (!EntityTab.of(entity.summary()).contains(tab)) {
            throw new NotFoundException();
        }
        ref = asked;
        title = entity.summary().label() + " · Portico";
        StarButton shownStar = new StarButton(asked, stars, readers);
        star = shownStar;
        new EntityHeader(entity).fill(header(), tab, shownStar, catalog, reader);
        fresh.removeAll();
        show(fresh, content(entity, tab, event.getLocation().getQueryParameters(), reader));
        if (isAttached()) {
            watch();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unwatch();
    }

    /// What others change is marked above what the reader looks at, which stays as it is; a count just counts.
    private void watch() {
        unwatch();
        EntityRef watched = ref;
        if (watched != null) {
            getUI().ifPresent(ui -> watching = news.watch(
                    watched,
                    () -> later(ui, () -> EntityNotes.changed(fresh, watched)),
                    () -> later(ui, this::countStars)));
        }
    }

    private static void later(UI ui, Command shown) {
        var _ = ui.access(shown);
    }

    private void unwatch() {
        if (watching != null) {
            watching.remove();
            watching = null;
        }
    }

    private void countStars() {
        if (star != null) {
            star.refresh();
        }
    }

    private static Refusal.NotFound unknown(EntityRef ref) {
        return new Refusal.NotFound(
                "entity-unknown", "The catalog holds no " + ref + ", or none of your roles lets you read it.");
    }

    private Component content(Entity entity, EntityTab tab, QueryParameters asked, Reader reader) {
        EntityDocument document = new EntityDocument(entity.json());
        EntityRef shown = entity.summary().ref();
        return switch (tab) {
            case OVERVIEW -> new EntityOverview(entity, document, new WhyPanel(shown, catalog, readers));
            case RELATIONS -> new RelationsPanel(entity, asked, catalog, readers);
            case API -> new DefinitionPanel(entity, document, asked, catalog, readers);
            case PROBLEMS -> problems(entity, document);
            case HISTORY -> new HistoryPanel(shown, asked, catalog, reader);
            case YAML -> new CodeBlock(shown.toString(), document.yaml()).addressed();
        };
    }

    private static Component problems(Entity entity, EntityDocument document) {
        if (entity.problems().isEmpty()) {
            return new EmptyState("No problems", "The catalog found nothing wrong with this entity.");
        }
        Div notes = new Div();
        notes.addClassName("cards");
        EntityNotes.lastGood(entity).ifPresent(notes::add);
        entity.problems().stream()
                .map(problem -> ProblemNotes.full(problem, entity, document))
                .forEach(notes::add);
        return notes;
    }
}
