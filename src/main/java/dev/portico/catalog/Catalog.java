package dev.portico.catalog;

import dev.portico.access.Decision;
import dev.portico.catalog.internal.EntityReading;
import dev.portico.catalog.internal.find.EntityLists;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.search.Reason;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/// The catalog's entities, as far as the reader may read them.
///
/// What a reader may not read is neither listed nor counted, and asking for it by name finds nothing.
@Service
public final class Catalog {

    /// The most revisions that one call gives.
    private static final int MOST_REVISIONS = 200;

    private final EntityLists lists;
    private final EntityReading reading;

    Catalog(EntityLists lists, EntityReading reading) {
        this.lists = lists;
        this.reading = reading;
    }

    /// A page of entities.
    public EntityPage find(CatalogQuery query, Reader reader) {
        return lists.page(query, reader);
    }

    /// The values of a facet over what the query matches, most frequent first, at most 1,000. The query's own choice
    /// for that facet is left out, so that a list shows what else could be chosen.
    public List<FacetValue> facet(Facet facet, CatalogQuery query, Reader reader) {
        return facets(Set.of(facet), query, reader).getOrDefault(facet, List.of());
    }

    /// The same for several facets at once: one pass over what matches for all that nothing is chosen of, and one more
    /// for each of the others.
    public Map<Facet, List<FacetValue>> facets(Set<Facet> facets, CatalogQuery query, Reader reader) {
        return lists.facets(facets, query, reader);
    }

    /// The titles of the spaces that the reader may see, by name, for the values of [Facet#SPACE].
    public Map<String, String> spaces(Reader reader) {
        return lists.spaces(reader);
    }

    /// What the query's words find, best first, whatever its order; without words, by its order.
    public EntityHits search(CatalogQuery query, Reader reader) {
        return lists.hits(query, reader);
    }

    /// Why an entity is a hit for words, most important first; empty where it is none or may not be read.
    public List<Reason> reasons(String text, EntityRef ref, Reader reader) {
        return lists.reasons(text, ref, reader);
    }

    /// Every entity that the query matches, one after the other in its order, whatever its page. What comes or goes
    /// meanwhile neither repeats nor hides others.
    public void each(CatalogQuery query, Reader reader, Consumer<EntitySummary> entity) {
        lists.each(query, reader, entity);
    }

    /// Those of these entities that the query matches, by ref, whatever its page: what a list shows of them. One
    /// question to the index.
    ///
    /// @param among 1,000 at most
    public Map<EntityRef, EntitySummary> matching(CatalogQuery query, Collection<EntityRef> among, Reader reader) {
        return among.isEmpty() ? Map.of() : lists.among(query, among, reader);
    }

    /// The rows of these entities, by ref; without those that are not there or that the reader may not read. One
    /// question to the index.
    public Map<EntityRef, EntitySummary> summaries(Collection<EntityRef> refs, Reader reader) {
        return refs.isEmpty() ? Map.of() : lists.byRefs(refs, reader);
    }

    /// What to call these entities on a screen, by ref; without those that are not there or that the reader may not
    /// read. One question to the index.
    public Map<EntityRef, String> labels(Collection<EntityRef> refs, Reader reader) {
        Map<EntityRef, String> labels = new HashMap<>();
        summaries(refs, reader).forEach((ref, entity) -> labels.put(ref, entity.label()));
        return labels;
    }

    /// The entities that the words typed so far may mean by name or title, best first. The last word may be
    /// unfinished, and where nothing is called so, words may be misspelled.
    ///
    /// @param limit 1 to 50
    public List<EntitySummary> suggest(String typed, int limit, Reader reader) {
        return lists.suggest(typed, limit, reader);
    }

    /// One entity; empty where there is none or the reader may not read it.
    public Optional<Entity> entity(EntityRef ref, Reader reader) {
        return reading.read(ref, reader);
    }

    /// Why the reader may read the entity; empty where there is none or the reader may not.
    public Optional<Decision> why(EntityRef ref, Reader reader) {
        return reading.decision(ref, reader);
    }

    /// What the entity said and when, newest first, at most 200; also of an entity that is gone. Empty where the
    /// reader may not read it.
    public List<Revision> history(EntityRef ref, Reader reader) {
        return reading.history(ref, 0, MOST_REVISIONS, reader).items();
    }

    /// A part of the same history.
    ///
    /// @param offset how many of the newest revisions to leave out, 0 or more
    /// @param limit  how many to give, 0 to 200
    public RevisionPage history(EntityRef ref, int offset, int limit, Reader reader) {
        if (offset < 0 || limit < 0 || limit > MOST_REVISIONS) {
            throw new Refusal.InvalidInput(
                    "history-page", "A page of history needs an offset of 0 or more and a limit of 0 to 200");
        }
        return reading.history(ref, offset, limit, reader);
    }
}
