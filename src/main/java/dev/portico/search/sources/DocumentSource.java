package dev.portico.search.sources;

import dev.portico.access.Permission;
import dev.portico.search.Json;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A bean that holds things of one type which are to be found.
///
/// The index asks for what the change feed names, and for everything when it is built anew. It never writes.
public interface DocumentSource {

    /// The type of its documents, which is the resource type of the permission: `catalog-entity`.
    String type();

    /// What a reader has to be allowed, of a document, to find it.
    Permission permission();

    /// The topic of the change feed whose keys are the ids of documents that have changed, come or gone.
    String topic();

    /// The paths by which people count, narrow and order lists. Every other path works too, and costs more.
    List<String> listed();

    /// The paths at which there may be [guarded][DocumentField#guarded(String, String)] values.
    default Set<String> guarded() {
        return Set.of();
    }

    /// A document's JSON for a reader who may not know of some of its guarded values.
    default Json without(Json json, Set<DocumentField> hidden) {
        return json;
    }

    /// The present state of documents. Those that are gone are left out.
    ///
    /// @param ids at most 1,000
    List<SearchDocument> documents(Collection<String> ids);

    /// Gives the ids of all documents, in parts of at most 1,000, in any order.
    void ids(Consumer<List<String>> part);

    /// How many documents there are.
    long count();
}
