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
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.CatalogNews;
import dev.portico.catalog.Entity;
import dev.portico.catalog.Orphans;
import dev.portico.catalog.Stars;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.CodeBlock;
import dev.portico.look.EmptyState;
import dev.portico.look.LiveUpdates;
import dev.portico.look.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page of one entity.
@Route("catalog/:namespace/:kind/:name/:tab?")
@RequiresPermission("catalog.entity.read")
final class EntityView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private static final String REMEMBER_SCROLL = """
            const body = this.querySelector(':scope > .body');
            body.addEventListener('scroll', () => { body.porticoTop = body.scrollTop; }, {passive: true});""";
    private static final String SCROLL_BACK = """
            const body = this.querySelector(':scope > .body');
            body.scrollTop = body.porticoTop || 0;""";

    private final transient Catalog catalog;
    private final transient Stars stars;
    private final transient Orphans orphans;
    private final transient Readers readers;
    private final transient CatalogNews news;
    private final Div fresh = new Div();
    private String title = "";
    private transient @Nullable EntityRef ref;
    private @Nullable StarButton star;
    private transient List<CatalogNews.Watch> watches = List.of();
    private transient EntityTab shownTab = EntityTab.OVERVIEW;
    private transient QueryParameters parameters = QueryParameters.empty();
    private transient @Nullable Entity present;

    EntityView(Catalog catalog, Stars stars, Orphans orphans, Readers readers, CatalogNews news) {
        this.catalog = catalog;
        this.stars = stars;
        this.orphans = orphans;
        this.readers = readers;
        this.news = news;
        fresh.getElement().setAttribute("role", "status").setAttribute("class", "fresh");
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
        shownTab = tab;
        parameters = event.getLocation().getQueryParameters();
        fresh.removeAll();
        head(entity, reader);
        body(entity, reader);
        if (isAttached()) {
            watch(event.getUI());
        }
    }

    private void head(Entity entity, Reader reader) {
        EntityRef named = entity.summary().ref();
        title = entity.summary().label() + " · Portico";
        StarButton shownStar = new StarButton(named, stars, readers);
        star = shownStar;
        List<Component> actions = RemoveOrphan.beside(shownStar, entity.summary(), orphans, readers);
        new EntityHeader(entity).fill(header(), shownTab, actions, catalog, reader);
        present = entity;
    }

    private void body(Entity entity, Reader reader) {
        show(fresh, content(entity, shownTab, parameters, reader));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(REMEMBER_SCROLL);
        watch(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        unwatch();
    }

    /// What others change is shown where it stands; a count just counts.
    private void watch(UI ui) {
        unwatch();
        EntityRef watched = ref;
        if (watched != null) {
            watches = List.of(
                    news.entity(watched, new LivePage(new LiveUpdates(ui, changed -> renew(watched)))),
                    news.stars(watched, new LivePage(new LiveUpdates(ui, changed -> countStars()))));
        }
    }

    private void unwatch() {
        watches.forEach(CatalogNews.Watch::end);
        watches = List.of();
    }

    /// Brings the parts that read differently now up to date. Tab, choices and place on the page stay.
    private void renew(EntityRef watched) {
        Entity before = present;
        if (!watched.equals(ref) || before == null) {
            return;
        }
        Reader reader = readers.current();
        Optional<Entity> found = catalog.entity(watched, reader);
        if (found.isEmpty() || !EntityTab.of(found.get().summary()).contains(shownTab)) {
            fresh.removeAll();
            fresh.add(EntityNotes.gone(watched));
            return;
        }
        Entity now = found.get();
        if (EntityParts.all(before).equals(EntityParts.all(now))) {
            return;
        }
        head(now, reader);
        fresh.removeAll();
        if (!EntityParts.of(before, shownTab).equals(EntityParts.of(now, shownTab))) {
            body(now, reader);
            getElement().executeJs(SCROLL_BACK);
        }
        fresh.add(EntityNotes.changed());
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
