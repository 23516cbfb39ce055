package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Refusal;
import dev.portico.look.Badge;
import dev.portico.look.CodeBlock;
import dev.portico.look.EmptyState;
import dev.portico.look.KindTile;
import dev.portico.look.Page;
import dev.portico.look.PageTabs;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The page of one entity.
@Route("catalog/:namespace/:kind/:name/:tab?")
@RequiresPermission("catalog.entity.read")
final class EntityView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Catalog catalog;
    private final transient Readers readers;
    private String title = "";

    EntityView(Catalog catalog, Readers readers) {
        this.catalog = catalog;
        this.readers = readers;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters address = event.getRouteParameters();
        EntityRef ref = new EntityRef(
                address.get("kind").orElseThrow(),
                address.get("namespace").orElseThrow(),
                address.get("name").orElseThrow());
        EntityTab tab = EntityTab.named(address.get("tab").orElse("overview")).orElseThrow(NotFoundException::new);
        Entity entity = catalog.entity(ref, readers.current()).orElseThrow(() -> unknown(ref));
        title = entity.summary().label() + " · Portico";
        head(entity, tab);
        show(content(entity, tab));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private static Refusal.NotFound unknown(EntityRef ref) {
        return new Refusal.NotFound(
                "entity-unknown",
                "The catalog holds no " + ref + ", or none of your roles lets you read it. The sources list what they"
                        + " refused.");
    }

    private void head(Entity entity, EntityTab current) {
        EntitySummary summary = entity.summary();
        List<Component> badges = new ArrayList<>();
        badges.add(new Badge(EntityCells.type(summary)));
        if (!summary.lifecycle().isEmpty()) {
            badges.add(new Badge(Words.capital(summary.lifecycle())));
        }
        header().clear()
                .crumbs(summary.label(), new Anchor("catalog", "Catalog"), ofKind(summary))
                .title(summary.label())
                .tile(new KindTile(summary.kind(), summary.type(), KindTile.Size.LARGE))
                .badges(badges.toArray(Component[]::new))
                .sub(summary.description())
                .tabs(tabs(entity, current));
    }

    private static Anchor ofKind(EntitySummary summary) {
        return new Anchor(
                CatalogFilter.NONE.with(Facet.KIND, Set.of(summary.kind())).address(), summary.kind());
    }

    private static PageTabs tabs(Entity entity, EntityTab current) {
        EntityRef ref = entity.summary().ref();
        PageTabs tabs = new PageTabs("Parts of this entity");
        for (EntityTab tab : EntityTab.values()) {
            String address = tab.address(ref);
            boolean chosen = tab == current;
            switch (tab) {
                case OVERVIEW -> tabs.tab("Overview", address, chosen);
                case RELATIONS -> tabs.tab("Relations", entity.relations().size(), address, chosen);
                case PROBLEMS -> tabs.tab("Problems", entity.problems().size(), address, chosen);
                case YAML -> tabs.tab("YAML", address, chosen);
            }
        }
        return tabs;
    }

    private static Component content(Entity entity, EntityTab tab) {
        EntityDocument document = new EntityDocument(entity.json());
        return switch (tab) {
            case OVERVIEW -> new EntityOverview(entity, document);
            case RELATIONS -> new RelationLists(entity.relations());
            case PROBLEMS -> problems(entity);
            case YAML -> new CodeBlock(entity.summary().ref().toString(), document.yaml());
        };
    }

    private static Component problems(Entity entity) {
        if (entity.problems().isEmpty()) {
            return new EmptyState("No problems", "The catalog found nothing wrong with this entity.");
        }
        Div notes = new Div();
        notes.addClassName("cards");
        entity.problems().stream().map(ProblemNotes::full).forEach(notes::add);
        return notes;
    }
}
