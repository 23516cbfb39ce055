package dev.portico.catalog;

import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Reader;
import java.util.List;
import java.util.Optional;

/// The catalog's entities, as far as the reader may read them.
public interface Catalog {

    /// A page of entities.
    EntityPage find(CatalogQuery query, Reader reader);

    /// The values of a facet over what the query matches, most frequent first, at most 200. The query's own choice
    /// for that facet is left out, so that a list shows what else could be chosen.
    List<FacetValue> facet(Facet facet, CatalogQuery query, Reader reader);

    /// One entity; empty where there is none or the reader may not read it.
    Optional<Entity> entity(EntityRef ref, Reader reader);
}
