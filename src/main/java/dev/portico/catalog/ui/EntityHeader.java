package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.Entity;
import dev.portico.catalog.EntitySummary;
import dev.portico.catalog.Facet;
import dev.portico.catalog.Relation;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.Badge;
import dev.portico.look.CopyButton;
import dev.portico.look.EntityLink;
import dev.portico.look.KindTile;
import dev.portico.look.PageHeader;
import dev.portico.look.PageTabs;
import dev.portico.look.State;
import dev.portico.look.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What stands above every tab of an entity: the way to it, its name, what it is, what can be done.
final class EntityHeader {

    private static final int HIGHEST = 3;

    private final Entity entity;
    private final EntitySummary summary;

    EntityHeader(Entity entity) {
        this.entity = entity;
        this.summary = entity.summary();
    }

    /// @param actions what the reader may do beside copying the reference
    void fill(PageHeader header, EntityTab current, List<Component> actions, Catalog catalog, Reader reader) {
        List<Component> badges = new ArrayList<>();
        badges.add(new Badge(EntityCells.type(summary)));
        if (summary.orphan()) {
            badges.add(new Badge(State.WARNING, "Orphan"));
        } else if (!summary.lifecycle().isEmpty()) {
            badges.add(new Badge(Words.capital(summary.lifecycle())));
        }
        String address = summary.ref().toString();
        header.clear()
                .crumbs(summary.label(), trail(catalog, reader))
                .title(summary.label())
                .tile(new KindTile(summary.kind(), summary.type(), KindTile.Size.LARGE))
                .badges(badges.toArray(Component[]::new))
                .sub(sub())
                .actions(Stream.concat(actions.stream(), Stream.of(new CopyButton("Copy reference", address)))
                        .toList())
                .tabs(tabs(current));
    }

    /// A title hides the name, so that is said below it.
    private String sub() {
        String line = summary.description().strip();
        if (summary.title() == null) {
            return line;
        }
        return line.isEmpty() ? summary.name() : summary.name() + " · " + line;
    }

    /// Domain and system, or the groups above; where there is neither, the kind.
    private Anchor[] trail(Catalog catalog, Reader reader) {
        List<Anchor> trail = new ArrayList<>();
        Set<EntityRef> passed = new TreeSet<>(Set.of(summary.ref()));
        Optional<EntitySummary> above = above(entity.relations());
        while (above.isPresent()
                && passed.size() <= HIGHEST
                && passed.add(above.get().ref())) {
            EntitySummary step = above.get();
            trail.addFirst(new Anchor(EntityLink.address(step.ref()), step.label()));
            boolean last = step.kind().equalsIgnoreCase("domain");
            above = last
                    ? Optional.empty()
                    : catalog.entity(step.ref(), reader).flatMap(found -> above(found.relations()));
        }
        if (trail.isEmpty()) {
            String kind =
                    CatalogFilter.NONE.with(Facet.KIND, Set.of(summary.kind())).address();
            trail.add(new Anchor(kind, summary.kind()));
        }
        trail.addFirst(new Anchor("catalog", "Catalog"));
        return trail.toArray(Anchor[]::new);
    }

    private static Optional<EntitySummary> above(List<Relation> relations) {
        for (String type : List.of("partOf", "childOf")) {
            for (Relation relation : relations) {
                EntitySummary other = relation.entity();
                if (relation.type().equals(type) && other != null) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    private PageTabs tabs(EntityTab current) {
        EntityRef ref = summary.ref();
        PageTabs tabs = new PageTabs("Parts of this entity");
        for (EntityTab tab : EntityTab.of(summary)) {
            String address = tab.address(ref);
            boolean chosen = tab == current;
            switch (tab) {
                case OVERVIEW -> tabs.tab("Overview", address, chosen);
                case RELATIONS -> tabs.tab("Relations", entity.relations().size(), address, chosen);
                case API -> tabs.tab("API", address, chosen);
                case PROBLEMS -> tabs.tab("Problems", entity.problems().size(), address, chosen);
                case HISTORY -> tabs.tab("History", address, chosen);
                case YAML -> tabs.tab("YAML", address, chosen);
            }
        }
        return tabs;
    }
}
