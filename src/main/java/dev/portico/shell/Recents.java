package dev.portico.shell;

import com.vaadin.flow.server.menu.MenuEntry;
import dev.portico.catalog.Catalog;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.look.EntityLink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the reader has opened lately, under the rights that the reader has now: what is gone or closed is left out.
@Component
final class Recents {

    private static final String ENTITY = "entity:";
    private static final String PAGE = "page:";

    private final Uses uses;
    private final Catalog catalog;
    private final Captions captions;
    private final Ways ways;

    Recents(Uses uses, Catalog catalog, Captions captions, Ways ways) {
        this.uses = uses;
        this.catalog = catalog;
        this.captions = captions;
        this.ways = ways;
    }

    /// The latest, entities and pages. Belongs on a thread of the user interface, which knows the open pages.
    ///
    /// @param limit how many at most
    List<Recent> of(Reader reader, int limit) {
        Map<String, MenuEntry> pages = new HashMap<>();
        ways.menu().forEach(entry -> pages.put(page(entry.path()), entry));
        return of(reader, limit, pages);
    }

    private List<Recent> of(Reader reader, int limit, Map<String, MenuEntry> pages) {
        List<Use> latest = uses.recent(reader);
        Map<EntityRef, EntitySummary> entities = catalog.summaries(
                latest.stream()
                        .filter(use -> use.item().startsWith(ENTITY))
                        .limit(2L * limit)
                        .map(use -> EntityRef.parse(use.item().substring(ENTITY.length())))
                        .collect(Collectors.toSet()),
                reader);
        Captions.Said said = captions.of(entities.values(), reader);
        return latest.stream()
                .flatMap(use -> shown(use, pages, entities, said).stream())
                .limit(limit)
                .toList();
    }

    /// Entities alone, the latest first. Any thread may ask.
    List<Recent> entities(Reader reader, int limit) {
        return of(reader, Uses.KEPT, Map.of()).stream().limit(limit).toList();
    }

    private static Optional<Recent> shown(
            Use use, Map<String, MenuEntry> pages, Map<EntityRef, EntitySummary> entities, Captions.Said captions) {
        @Nullable MenuEntry page = pages.get(use.item());
        if (page != null) {
            return Optional.of(new Recent(
                    use.item(), Ways.path(page.path()), page.title(), "Page", Found.symbol(page), null, use.at()));
        }
        return Stream.of(use)
                .filter(each -> each.item().startsWith(ENTITY))
                .map(each -> entities.get(EntityRef.parse(each.item().substring(ENTITY.length()))))
                .filter(java.util.Objects::nonNull)
                .map(entity -> new Recent(
                        use.item(),
                        EntityLink.address(entity.ref()),
                        entity.label(),
                        captions.of(entity),
                        Found.symbol(entity),
                        Found.kindClass(entity),
                        use.at()))
                .findFirst();
    }

    /// What a use of an entity is counted under.
    static String entity(EntityRef ref) {
        return ENTITY + ref;
    }

    /// What a use of a page of the menu is counted under.
    static String page(String path) {
        return PAGE + Ways.path(path);
    }
}
